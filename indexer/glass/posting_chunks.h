// A postlist of a Xapian glass database (backends/glass/glass_postlist.h tells the format): chunks
// of some 2 kB, each with the docids and wdfs that follow its first. For one thread.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/glass/table_writer.h"

namespace vigie::glass {

/// A chunk of postings or of values ends once it is so long, in bytes.
inline constexpr size_t kChunkSize = 2000;

class PostingChunks {
 public:
  /// `first_key` is the key of the first chunk; those of the others begin with `key`.
  PostingChunks(TableWriter& table, std::string first_key, std::string key);

  /// What the first chunk says of all: how many postings there are, how often the term occurs, the
  /// first docid.
  void begin(size_t postings, uint64_t occurrences, uint32_t first_docid);
  /// Docids ascend.
  void add(uint32_t docid, uint32_t wdf);
  void end();

 private:
  void end_chunk(bool is_last);

  TableWriter& table_;
  std::string next_key_;
  std::string key_;
  std::string head_;
  std::string chunk_;
  uint32_t first_ = 0;  ///< docid of the chunk
  uint32_t last_ = 0;   ///< docid added
};

}  // namespace vigie::glass
