// One table of a Xapian glass database, read in the order of its keys (block.h tells the format).
// Xapian's own handle lists terms by reading all their postings. For one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/files.h"
#include "indexer/glass/block.h"

namespace vigie::glass {

/// As a version file lists them.
enum class Table : unsigned char { kPostlist, kDocuments, kTermLists };

/// Where a table's tree begins, as TableWriter::finish() and version files write it.
struct TableRoot {
  uint32_t revision = 0;  ///< of the database: no block is of a later one
  uint32_t block = 0;
  unsigned level = 0;
  bool exists = false;

  /// Takes the root that `bytes` begins with; what is left follows it. Throws as TableReader does.
  static TableRoot take(std::string_view& bytes, uint32_t revision);
};

/// All functions throw as Xapian does: DatabaseModifiedError where commits since have taken blocks
/// away, DatabaseCorruptError where bytes are not what they should be, DatabaseOpeningError where
/// files cannot be read.
class TableReader {
 public:
  /// Of the database in the folder `path`, as it is now.
  TableReader(const std::string& path, Table table);
  /// Of a `file` that holds one table, which others may read meanwhile.
  TableReader(std::shared_ptr<const OpenFile> file, const TableRoot& root);

  /// Goes to the first entry at `key` or above; false where there is none.
  bool seek(std::string_view key);
  /// Goes to the next entry; false where there is none.
  bool next();

  /// Of the entry; valid until the reader moves or the tag is asked for.
  std::string_view key() const;
  /// Of the entry, which must not be compressed; valid until the reader moves. May be asked for
  /// once.
  std::string_view tag();

 private:
  /// A block of the way from the root to the entry, and where in its directory that way goes on.
  struct Level {
    std::vector<unsigned char> bytes;
    uint32_t block = UINT32_MAX;
    size_t items = 0;
    size_t item = 0;

    const unsigned char* at(size_t number) const;
  };

  void load(unsigned level, uint32_t block);
  void descend(unsigned level);
  bool step();
  const unsigned char* entry() const { return levels_.front().at(levels_.front().item); }

  TableRoot root_;
  std::shared_ptr<const OpenFile> file_;  ///< shared: with other readers; null: never written
  std::vector<Level> levels_;             ///< from the leaf up
  std::string tag_;                       ///< of several pieces
};

}  // namespace vigie::glass
