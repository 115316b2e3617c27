// One table of a Xapian glass database, read in the order of its keys (block.h tells the format).
// Xapian's own handle finds each entry from the tree's root on, block by block, and lists terms by
// reading all their postings. For one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/deflater.h"
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
  TableReader(const TableReader&) = delete;  // levels point into it
  TableReader& operator=(const TableReader&) = delete;

  /// Goes to the first entry at `key` or above; false where there is none. Reads one block where
  /// those above the leaf were read before.
  bool seek(std::string_view key);
  /// Goes to the next entry; false where there is none.
  bool next();

  /// Of the entry; valid until the reader moves or the tag is asked for.
  std::string_view key() const;
  /// Of the entry, inflated where it is compressed; valid until the reader moves. May be asked for
  /// once.
  std::string_view tag();

 private:
  struct Block {
    std::vector<unsigned char> bytes;
    size_t items = 0;
  };

  static constexpr uint32_t kNoBlock = UINT32_MAX;

  /// A block of the way from the root to the entry, and where in its directory that way goes on.
  struct Level {
    const Block* block = nullptr;
    uint32_t number = kNoBlock;  ///< of the block, in the file
    size_t item = 0;

    size_t items() const { return block->items; }
    const unsigned char* at(size_t place) const;
  };

  void read(unsigned level, uint32_t number, Block& to) const;
  const Block& branch(unsigned level, uint32_t number);
  void load(unsigned level, uint32_t number);
  void descend(unsigned level);
  bool step();
  std::string_view pieces();
  const unsigned char* entry() const { return levels_.front().at(levels_.front().item); }

  TableRoot root_;
  std::shared_ptr<const OpenFile> file_;  ///< shared: with other readers; null: never written
  Block leaf_;
  std::unordered_map<uint32_t, Block> branches_;  ///< read so far: a revision's do not change
  std::vector<Level> levels_;                     ///< from the leaf up
  std::string tag_;                               ///< of several pieces
  std::unique_ptr<Inflater> inflater_;            ///< made when first needed
};

}  // namespace vigie::glass
