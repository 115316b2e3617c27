#include "indexer/positions/position_file.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>
#include <system_error>

#include "indexer/glass/pack.h"
#include "indexer/positions/position_list.h"
#include "indexer/varint.h"

namespace vigie {

namespace {

/// A chunk that is so long takes no more, in bytes: so that it fits an item of a block, a quarter.
constexpr size_t kFullChunk = 1700;

// The end of a file: the table's root, its size in four bytes, and this.
constexpr std::string_view kMark = "VIGIEPO1";
constexpr size_t kSizeBytes = 4;
constexpr size_t kMostRoot = 256;

[[noreturn]] void fail(const std::string& what) {
  throw Xapian::DatabaseCorruptError("a file of positions: " + what);
}

std::string key_of(std::string_view term, uint32_t last_docid) {
  std::string key;
  glass::pack_sorted_string(key, term, true);
  glass::pack_sorted_uint(key, last_docid);
  return key;
}

glass::TableRoot root_at_end_of(const OpenFile& file, uint64_t size) {
  std::array<unsigned char, kMostRoot + kSizeBytes + kMark.size()> end{};
  const uint64_t from = size < end.size() ? 0 : size - end.size();
  const size_t read = file.read_at(from, end.data(), end.size());
  std::string_view left(reinterpret_cast<const char*>(end.data()), read);
  const size_t tail = kSizeBytes + kMark.size();
  if (left.size() < tail || left.substr(left.size() - kMark.size()) != kMark) {
    fail("it is cut short");
  }
  left.remove_suffix(kMark.size());
  const size_t root_size = glass::get4(end.data() + left.size() - kSizeBytes);
  left.remove_suffix(kSizeBytes);
  if (root_size > left.size()) {
    fail("its end is damaged");
  }
  left.remove_prefix(left.size() - root_size);
  return glass::TableRoot::take(left, glass::kRevision);
}

/// Adds the documents of `chunk` that are not dropped.
void add_kept(const PositionChunk& chunk, const std::vector<bool>& dropped,
              PositionFileWriter& out) {
  ChunkDocuments documents(chunk);
  while (documents.next()) {
    const std::string_view list = take_packed_list(documents.list());
    if (documents.docid() >= dropped.size() || !dropped[documents.docid()]) {
      out.add(chunk.term, documents.docid(), list);
    }
  }
}

bool any_dropped(const PositionChunk& chunk, const std::vector<bool>& dropped) {
  if (chunk.first_docid >= dropped.size()) {
    return false;
  }
  const auto begin = dropped.begin() + chunk.first_docid;
  const auto end = dropped.begin() + static_cast<std::ptrdiff_t>(std::min<uint64_t>(
                                         uint64_t{chunk.last_docid} + 1, dropped.size()));
  return std::find(begin, end, true) != end;
}

}  // namespace

ChunkDocuments::ChunkDocuments(const PositionChunk& chunk)
    : left_(chunk.lists), docid_(chunk.first_docid), last_docid_(chunk.last_docid) {}

bool ChunkDocuments::next() {
  if (!begun_) {
    begun_ = true;
    return true;
  }
  if (left_.empty() != (docid_ >= last_docid_)) {
    fail("the documents of a chunk are not those it says");
  }
  if (left_.empty()) {
    return false;
  }
  docid_ += static_cast<uint32_t>(take_varint(left_));
  return true;
}

PositionFileWriter::PositionFileWriter(const std::string& path) : table_(path, false) {}

void PositionFileWriter::add(const PositionChunk& chunk) {
  const bool same_term = !lists_.empty() && term_ == chunk.term;
  if (same_term && chunk.first_docid <= last_docid_) {
    throw std::invalid_argument("docids of one term do not ascend");
  }
  if (!same_term || lists_.size() + chunk.lists.size() > kFullChunk) {
    end_chunk();
    term_ = chunk.term;
    first_docid_ = chunk.first_docid;
  } else {
    append_varint(lists_, chunk.first_docid - last_docid_);
  }
  lists_ += chunk.lists;
  last_docid_ = chunk.last_docid;
}

void PositionFileWriter::end_chunk() {
  if (lists_.empty()) {
    return;
  }
  std::string tag;
  append_varint(tag, last_docid_ - first_docid_);
  tag += lists_;
  table_.add(key_of(term_, last_docid_), tag);
  lists_.clear();
}

void PositionFileWriter::finish() {
  end_chunk();
  std::string end = table_.finish();
  std::array<unsigned char, kSizeBytes> size{};
  glass::put4(size.data(), end.size());
  end.append(size.begin(), size.end());
  table_.append(end.append(kMark));
}

PositionFile::PositionFile(const std::string& path) {
  try {
    file_.reset(new OpenFile(OpenFile::to_read(path)));
    root_ = root_at_end_of(*file_, file_->size());
  } catch (const std::system_error& error) {
    throw Xapian::DatabaseOpeningError(error.what());
  }
}

bool PositionReader::seek(std::string_view term, uint32_t docid) {
  return table_.seek(key_of(term, docid)) && read() && chunk_.term == term;
}

/// Reads the chunk of the entry that the table is at.
bool PositionReader::read() {
  key_ = table_.key();  // the tag may be of several pieces, on the way to which the key goes
  std::string_view key = key_;
  term_ = glass::take_sorted_string(key);
  std::string_view tag = table_.tag();
  const uint32_t last = glass::unpack_sorted_uint(key);
  const auto span = static_cast<uint32_t>(take_varint(tag));
  if (span > last || tag.empty()) {
    fail("a chunk is damaged");
  }
  chunk_ = {term_, last - span, last, tag};
  return true;
}

void merge_position_files(const std::vector<std::string>& sources, const std::string& destination,
                          const std::vector<bool>& dropped) {
  std::vector<std::unique_ptr<PositionReader>> readers;
  for (const std::string& source : sources) {
    auto reader = std::make_unique<PositionReader>(PositionFile(source));
    if (reader->begin()) {
      readers.push_back(std::move(reader));
    }
  }
  // A heap, the lowest term and docid on top.
  const auto is_after = [&readers](size_t a, size_t b) {
    const PositionChunk& first = readers[a]->chunk();
    const PositionChunk& second = readers[b]->chunk();
    const int order = first.term.compare(second.term);
    return order != 0 ? order > 0 : first.last_docid > second.last_docid;
  };
  std::vector<size_t> heap(readers.size());
  std::iota(heap.begin(), heap.end(), size_t{0});
  std::make_heap(heap.begin(), heap.end(), is_after);
  PositionFileWriter out(destination);
  while (!heap.empty()) {
    std::pop_heap(heap.begin(), heap.end(), is_after);
    PositionReader& reader = *readers[heap.back()];
    if (any_dropped(reader.chunk(), dropped)) {
      add_kept(reader.chunk(), dropped, out);
    } else {
      out.add(reader.chunk());
    }
    if (reader.next()) {
      std::push_heap(heap.begin(), heap.end(), is_after);
    } else {
      heap.pop_back();
    }
  }
  out.finish();
}

}  // namespace vigie
