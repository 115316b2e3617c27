#include "indexer/glass/part_writer.h"

#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <stdexcept>
#include <string_view>

#include "indexer/files.h"
#include "indexer/glass/pack.h"
#include "indexer/glass/posting_chunks.h"
#include "indexer/glass/term_list.h"
#include "indexer/varint.h"

namespace vigie::glass {

namespace {

// Keys of the postlist table that are no terms.
constexpr std::string_view kValueStatistics("\0\xD0", 2);
constexpr std::string_view kValueChunk("\0\xD8", 2);
constexpr std::string_view kLengths("\0\xE0", 2);

std::string docid_key(uint32_t docid) {
  std::string key;
  pack_sorted_uint(key, docid);
  return key;
}

}  // namespace

PartWriter::PartWriter(const std::string& path)
    : path_((std::filesystem::create_directory(path), path)),
      postlists_(path + "/postlist.glass", false),
      termlists_(path + "/termlist.glass", true),
      documents_(path + "/docdata.glass", true) {}

void PartWriter::add(uint32_t docid, PlainDocument& document) {
  add_terms(docid, document.terms);
  add_values(docid, document.values);
  if (!document.data.empty()) {
    documents_.add(docid_key(docid), document.data);
  }
  ++counts_.documents;
  counts_.last_docid = docid;
}

void PartWriter::add_terms(uint32_t docid, TermTable& terms) {
  const uint32_t length = terms.length();
  TermList list(length, terms.size());
  for (const uint32_t number : terms.sorted()) {
    const std::string& text = terms.text(number);
    const uint32_t wdf = terms.wdf(number);
    list.add(text, wdf);
    postings_.push_back({terms_.of(text), docid, wdf});
    counts_.most_wdf = std::max(counts_.most_wdf, wdf);
  }
  termlists_.add(docid_key(docid), list.packed());
  lengths_.emplace_back(docid, length);
  counts_.length += length;
  counts_.most_length = std::max(counts_.most_length, length);
  if (length != 0 && (counts_.least_length == 0 || length < counts_.least_length)) {
    counts_.least_length = length;
  }
}

void PartWriter::add_values(uint32_t docid,
                            const std::vector<std::pair<uint32_t, std::string>>& values) {
  std::string slots_used;
  uint32_t next_slot = 0;
  for (const auto& [number, value] : values) {
    append_varint(slots_used, number - next_slot);
    next_slot = number + 1;
    Slot& slot = slots_[number];
    slot.least = slot.count == 0 ? value : std::min(slot.least, value);
    slot.most = std::max(slot.most, value);
    ++slot.count;
    if (slot.chunks.empty() || slot.chunks.back().second.size() >= kChunkSize) {
      slot.chunks.emplace_back(docid, "");
    } else {
      append_varint(slot.chunks.back().second, docid - slot.last_docid - 1);
    }
    append_sized(slot.chunks.back().second, value);
    slot.last_docid = docid;
  }
  if (!slots_used.empty()) {
    termlists_.add(docid_key(docid) + '\0', slots_used);
  }
}

void PartWriter::finish() {
  write_values();
  PostingChunks lengths(postlists_, std::string(kLengths), std::string(kLengths));
  lengths.begin(0, 0, lengths_.front().first);
  for (const auto& [docid, length] : lengths_) {
    lengths.add(docid, length);
  }
  lengths.end();
  write_postings();
  std::string roots = postlists_.finish();  // in the order that Xapian numbers tables in
  roots += documents_.finish();
  roots += termlists_.finish();
  roots += TableWriter::empty_root();  // positions
  roots += TableWriter::empty_root();  // spellings
  roots += TableWriter::empty_root();  // synonyms
  write_version(roots);
}

void PartWriter::write_values() {
  constexpr uint32_t kOneByte = 0x80;
  for (const auto& [number, slot] : slots_) {
    std::string key(kValueStatistics);
    for (uint32_t left = number; left != 0; left >>= 8) {
      key.push_back(static_cast<char>(left));
    }
    std::string tag;
    append_varint(tag, slot.count);
    append_sized(tag, slot.least);
    tag.append(slot.most == slot.least ? "" : slot.most);
    postlists_.add(key, tag);
  }
  for (const auto& [number, slot] : slots_) {
    if (number >= kOneByte) {
      throw std::logic_error("a slot's number is above 127");  // keys would be out of order
    }
    for (const auto& [docid, chunk] : slot.chunks) {
      std::string key(kValueChunk);
      append_varint(key, number);
      pack_sorted_uint(key, docid);
      postlists_.add(key, chunk);
    }
  }
}

void PartWriter::write_postings() {
  std::vector<uint32_t> order;
  terms_.sort(order);
  const std::vector<Posting> sorted = sorted_by_term(postings_, order);
  auto begin = sorted.begin();
  for (const uint32_t term : order) {
    const auto end = std::find_if(begin, sorted.end(),
                                  [term](const Posting& posting) { return posting.term != term; });
    write_term(terms_.text(term), {begin, end});
    begin = end;
  }
}

void PartWriter::write_term(const std::string& term, std::span<const Posting> postings) {
  uint64_t occurrences = 0;
  for (const Posting& posting : postings) {
    occurrences += posting.wdf;
  }
  std::string first_key;
  pack_sorted_string(first_key, term, false);
  std::string key;
  pack_sorted_string(key, term, true);
  PostingChunks chunks(postlists_, std::move(first_key), key);
  chunks.begin(postings.size(), occurrences, postings.front().docid);
  for (const Posting& posting : postings) {
    chunks.add(posting.docid, posting.wdf);
  }
  chunks.end();
}

/// The file by which Xapian knows a database: magic and format, a unique id, the revision, each
/// table's root, and counts.
void PartWriter::write_version(const std::string& roots) const {
  // 14 March 2016, the only format that Xapian 1.4 reads: years since 2014, month, day.
  constexpr unsigned kFormat = 2U << 9 | 3U << 5 | 14U;
  constexpr size_t kIdSize = 16;
  std::string file = "\x0F\x0DXapian Glass";
  file.push_back(static_cast<char>(kFormat >> 8));
  file.push_back(static_cast<char>(kFormat & 0xFF));
  std::random_device random;
  for (size_t i = 0; i < kIdSize; ++i) {
    file.push_back(static_cast<char>(random()));
  }
  append_varint(file, kRevision);
  file += roots;
  append_varint(file, counts_.documents);
  append_varint(file, counts_.last_docid - counts_.documents);
  append_varint(file, counts_.least_length);
  append_varint(file, counts_.most_wdf);
  append_varint(file, counts_.most_length - counts_.most_wdf);
  append_varint(file, 0);  // no changes are kept
  append_varint(file, counts_.length);
  append_varint(file, 0);  // no spellings
  OpenFile::to_write(path_ + "/iamglass").write(file);
}

}  // namespace vigie::glass
