// One table of a Xapian glass database, written from its first key to its last: a B-tree whose
// leaves are full and in order. For one thread.
//
// block.h tells the format.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/deflater.h"
#include "indexer/files.h"
#include "indexer/glass/block.h"

namespace vigie::glass {

/// Of all blocks, and of the database they are of.
inline constexpr uint32_t kRevision = 1;

class TableWriter {
 public:
  /// Makes the file at `path`; long tags are compressed if `compress`. Throws std::system_error.
  TableWriter(const std::string& path, bool compress);

  /// Adds an entry, whose key is above those before, not empty. Throws
  /// std::length_error where it is above 255 bytes, std::system_error where the file cannot be
  /// written.
  void add(std::string_view key, std::string_view tag);

  /// What finish() returns for a table that has no file.
  static std::string empty_root();

  /// Writes what is left. What a database's version file says of the table. Throws
  /// std::system_error.
  std::string finish();

  /// Writes what follows the table in its file, after finish().
  void append(std::string_view bytes) { file_.write(bytes); }

 private:
  /// Of compression: as small as zlib's 6, which Xapian uses; higher ones bring a hundredth.
  static constexpr int kLevel = 5;

  /// The block that is filled.
  struct Block {
    std::array<unsigned char, kBlockSize> bytes;
    size_t directory_end;
    size_t items_begin;
  };

  /// Where a block begins: its first key, and which piece of that key's tag.
  struct Border {
    std::string key;
    unsigned piece;
    uint32_t block;
  };

  void begin_block();
  bool has_room(size_t item) const;
  unsigned char* push(size_t item);
  void end_block(unsigned level);
  void add_piece(std::string_view key, unsigned piece, std::string_view content, unsigned flags);
  std::vector<Border> write_branches(const std::vector<Border>& children, unsigned level);

  OpenFile file_;
  bool compress_;
  Deflater deflater_{kLevel};
  Block block_{};
  std::vector<Border> leaves_;
  uint32_t blocks_ = 0;  ///< written
  uint64_t entries_ = 0;
};

}  // namespace vigie::glass
