#include "indexer/glass/posting_chunks.h"

#include <utility>

#include "indexer/glass/pack.h"
#include "indexer/varint.h"

namespace vigie::glass {

PostingChunks::PostingChunks(TableWriter& table, std::string first_key, std::string key)
    : table_(table), next_key_(std::move(first_key)), key_(std::move(key)) {}

void PostingChunks::begin(size_t postings, uint64_t occurrences, uint32_t first_docid) {
  append_varint(head_, postings);
  append_varint(head_, occurrences);
  append_varint(head_, first_docid - 1);
  first_ = first_docid;
}

void PostingChunks::add(uint32_t docid, uint32_t wdf) {
  if (chunk_.size() >= kChunkSize) {
    end_chunk(false);
    next_key_ = key_;
    pack_sorted_uint(next_key_, docid);
    first_ = docid;
  } else if (!chunk_.empty()) {
    append_varint(chunk_, docid - last_ - 1);
  }
  append_varint(chunk_, wdf);
  last_ = docid;
}

void PostingChunks::end() {
  end_chunk(true);
}

void PostingChunks::end_chunk(bool is_last) {
  head_.push_back(is_last ? '1' : '0');
  append_varint(head_, last_ - first_);
  head_.append(chunk_);
  table_.add(next_key_, head_);
  head_.clear();
  chunk_.clear();
}

}  // namespace vigie::glass
