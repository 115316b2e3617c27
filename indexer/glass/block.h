// What blocks of a Xapian glass table hold; backends/glass/glass_table.h of Xapian 1.4 tells the
// format. A header, a directory of two-byte offsets and, from the end, items: of leaves, a key with
// a tag or a piece of one; of branches, a key and the number of the block that begins with it.
// Numbers are big-endian. Any thread.
#pragma once

#include <xapian/version.h>

#include <cstddef>
#include <cstdint>

#if XAPIAN_MAJOR_VERSION != 1 || XAPIAN_MINOR_VERSION != 4
#error "Tables are written and read as Xapian 1.4 does it"
#endif

namespace vigie::glass {

inline constexpr size_t kBlockSize = 8192;
inline constexpr unsigned kBlockSizeShift = 11;  ///< of the size as a root tells it

// The header: revision (4), level (1), free bytes in one piece (2) and in all (2), the directory's
// end (2).
inline constexpr size_t kLevelAt = 4;
inline constexpr size_t kFreeAt = 5;
inline constexpr size_t kTotalFreeAt = 7;
inline constexpr size_t kDirectoryEndAt = 9;
inline constexpr size_t kHeaderSize = 11;
inline constexpr size_t kOffsetSize = 2;

// A leaf's item: flags and the size of what follows the key's (2 bytes), size of the key (1), key,
// piece (2, unless it is the first), content.
inline constexpr size_t kLeafItemHead = 3;
inline constexpr size_t kPieceSize = 2;
inline constexpr unsigned kCompressed = 0x80;
inline constexpr unsigned kLastPiece = 0x40;
inline constexpr unsigned kFirstPiece = 0x20;
inline constexpr size_t kItemSizeMask = 0x1FFF;

// A branch's item: block (4), size of the key (1), key, piece (2).
inline constexpr size_t kBranchItemHead = 5;

// A root's flags, and how far above them its level is.
inline constexpr unsigned kNoRoot = 1;
inline constexpr unsigned kSequential = 2;  ///< leaves follow each other
inline constexpr unsigned kLevelShift = 2;

inline void put2(unsigned char* at, size_t value) {
  at[0] = static_cast<unsigned char>(value >> 8);
  at[1] = static_cast<unsigned char>(value);
}

inline void put4(unsigned char* at, size_t value) {
  put2(at, value >> 16);
  put2(at + 2, value);
}

inline size_t get2(const unsigned char* at) {
  return size_t{at[0]} << 8 | at[1];
}

inline uint32_t get4(const unsigned char* at) {
  return static_cast<uint32_t>(get2(at) << 16 | get2(at + 2));
}

}  // namespace vigie::glass
