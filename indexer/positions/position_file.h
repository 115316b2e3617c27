// The file of a generation that says where each word stands in each document, by word. It is
// written once, in order; more documents get another file, which is merged of this one and theirs.
//
// Xapian's own table of positions has an entry for each word of each document, and each repeats the
// word: it took two fifths of an index, and a fifth of that is what is here. The file is one glass
// table (glass/table_writer.h), its root and a mark at its end. An entry holds the lists of several
// documents, its key the word and the last of them:
//   last - first docid, list of the first, { docid - the one before, list } …
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/table_reader.h"
#include "indexer/glass/table_writer.h"

namespace vigie {

/// The lists of some documents, one after the other.
struct PositionChunk {
  std::string_view term;
  uint32_t first_docid;
  uint32_t last_docid;
  std::string_view lists;  ///< all but the number in front
};

/// Goes through the documents of a chunk.
class ChunkDocuments {
 public:
  explicit ChunkDocuments(const PositionChunk& chunk);

  /// Goes to the next document, at the beginning to the first; false where there is none. Throws
  /// Xapian::DatabaseCorruptError where the one before does not end where the chunk does.
  bool next();
  uint32_t docid() const { return docid_; }
  /// Its list, as position_list.h has it; to be taken from what is left, once.
  std::string_view& list() { return left_; }

 private:
  std::string_view left_;
  uint32_t docid_;
  uint32_t last_docid_;
  bool begun_ = false;
};

/// For one thread. Functions throw std::system_error; add() std::invalid_argument where docids do not
/// ascend.
class PositionFileWriter {
 public:
  explicit PositionFileWriter(const std::string& path);

  /// Adds the packed list of one document. Terms ascend, and docids within a term.
  void add(std::string_view term, uint32_t docid, std::string_view list) {
    add({term, docid, docid, list});
  }
  void add(const PositionChunk& chunk);
  /// Writes what is left; it is not synced.
  void finish();

 private:
  void end_chunk();

  glass::TableWriter table_;
  std::string term_;
  std::string lists_;
  uint32_t first_docid_ = 0;
  uint32_t last_docid_ = 0;
};

/// An open file. Immutable: any thread may make readers of it. Throws as glass::TableReader does.
class PositionFile {
 public:
  explicit PositionFile(const std::string& path);

  glass::TableReader table() const { return {file_, root_}; }

 private:
  std::shared_ptr<const OpenFile> file_;  // shared: with readers
  glass::TableRoot root_;
};

/// Goes through the chunks of a file. For one thread; throws as glass::TableReader does.
class PositionReader {
 public:
  explicit PositionReader(const PositionFile& file) : table_(file.table()) {}
  PositionReader(const PositionReader&) = delete;  // the chunk points into it
  PositionReader& operator=(const PositionReader&) = delete;

  /// Goes to the first chunk of all; false where there is none.
  bool begin() { return table_.seek("") && next(); }
  /// Goes to the chunk of `term` that holds `docid`, or the first that holds later ones; false where
  /// there is none.
  bool seek(std::string_view term, uint32_t docid);
  /// Goes to the next chunk, of any term.
  bool next() { return table_.next() && read(); }

  /// Valid until the reader moves.
  const PositionChunk& chunk() const { return chunk_; }

 private:
  bool read();

  glass::TableReader table_;
  std::string key_;
  std::string term_;
  PositionChunk chunk_{};
};

/// Writes to `destination` what the files at `sources` hold, whose docids must not overlap. Documents
/// of which `dropped` (by docid) says so are left out.
void merge_position_files(const std::vector<std::string>& sources, const std::string& destination,
                          const std::vector<bool>& dropped);

}  // namespace vigie
