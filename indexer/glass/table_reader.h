// One table of a Xapian glass database, read in the order of its keys (block.h tells the format).
// Xapian's own handle finds the positions of each article from the tree's root on, and lists terms
// by reading all their postings. For one thread.
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
enum class Table : unsigned char { kPostlist, kDocuments, kTermLists, kPositions };

/// All functions throw as Xapian does: DatabaseModifiedError where commits since have taken blocks
/// away, DatabaseCorruptError where bytes are not what they should be, DatabaseOpeningError where
/// files cannot be read.
class TableReader {
 public:
  /// Of the database in the folder `path`, as it is now.
  TableReader(const std::string& path, Table table);

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
  struct Root {
    uint32_t revision = 0;
    uint32_t block = 0;
    unsigned level = 0;
    bool exists = false;
  };
  static Root root_of(const std::string& path, Table table);

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

  Root root_;
  std::unique_ptr<const OpenFile> file_;  ///< null where nothing was ever written
  std::vector<Level> levels_;             ///< from the leaf up
  std::string tag_;                       ///< of several pieces
};

}  // namespace vigie::glass
