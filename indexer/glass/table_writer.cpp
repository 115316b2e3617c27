#include "indexer/glass/table_writer.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "indexer/varint.h"

namespace vigie::glass {

namespace {

constexpr size_t kMinItems = 4;  // that a block can hold, however long they are

constexpr size_t kMaxKey = 255;

/// Tags of that size or less are not compressed.
constexpr size_t kCompressMin = 18;

void put_bytes(unsigned char* at, std::string_view bytes) {
  if (!bytes.empty()) {
    std::memcpy(at, bytes.data(), bytes.size());
  }
}

}  // namespace

TableWriter::TableWriter(const std::string& path, bool compress)
    : file_(OpenFile::to_write(path)), compress_(compress) {
  begin_block();
  leaves_.push_back({"", 0, 0});
  add_piece("", 1, "", kFirstPiece | kLastPiece);  // each table begins with an empty key
}

void TableWriter::begin_block() {
  block_.bytes.fill(0);
  block_.directory_end = kHeaderSize;
  block_.items_begin = kBlockSize;
}

bool TableWriter::has_room(size_t item) const {
  return block_.directory_end + kOffsetSize + item <= block_.items_begin;
}

unsigned char* TableWriter::push(size_t item) {
  block_.items_begin -= item;
  put2(block_.bytes.data() + block_.directory_end, block_.items_begin);
  block_.directory_end += kOffsetSize;
  return block_.bytes.data() + block_.items_begin;
}

void TableWriter::end_block(unsigned level) {
  const size_t free = block_.items_begin - block_.directory_end;
  put4(block_.bytes.data(), kRevision);
  block_.bytes[kLevelAt] = static_cast<unsigned char>(level);
  put2(&block_.bytes[kFreeAt], free);       // in one piece
  put2(&block_.bytes[kTotalFreeAt], free);  // in all
  put2(&block_.bytes[kDirectoryEndAt], block_.directory_end);
  file_.write({reinterpret_cast<const char*>(block_.bytes.data()), kBlockSize});
  ++blocks_;
  begin_block();
}

void TableWriter::add_piece(std::string_view key, unsigned piece, std::string_view content,
                            unsigned flags) {
  const size_t head = kLeafItemHead + key.size() + (piece == 1 ? 0 : kPieceSize);
  const size_t size = head + content.size();
  if (!has_room(size)) {
    end_block(0);
    leaves_.push_back({std::string(key), piece, blocks_});
  }
  unsigned char* item = push(size);
  put2(item, size - kLeafItemHead);
  item[0] = static_cast<unsigned char>(item[0] | flags);
  item[2] = static_cast<unsigned char>(key.size());
  put_bytes(item + kLeafItemHead, key);
  if (piece != 1) {
    put2(item + kLeafItemHead + key.size(), piece);
  }
  put_bytes(item + head, content);
}

void TableWriter::add(std::string_view key, std::string_view tag) {
  constexpr size_t kMaxItem = (kBlockSize - kHeaderSize - kMinItems * kOffsetSize) / kMinItems;
  if (key.size() > kMaxKey) {
    throw std::length_error("a key of " + std::to_string(key.size()) + " bytes");
  }
  unsigned flags = kFirstPiece;
  std::string_view left = tag;
  if (compress_ && tag.size() > kCompressMin) {
    if (const std::string_view compressed = deflater_.deflate(tag); !compressed.empty()) {
      left = compressed;
      flags |= kCompressed;
    }
  }
  const size_t room = kMaxItem - kLeafItemHead - key.size() - kPieceSize;
  unsigned piece = 1;
  while (left.size() > room) {
    add_piece(key, piece++, left.substr(0, room), flags);
    left.remove_prefix(room);
    flags &= ~kFirstPiece;
  }
  add_piece(key, piece, left, flags | kLastPiece);
  ++entries_;
}

std::vector<TableWriter::Border> TableWriter::write_branches(const std::vector<Border>& children,
                                                             unsigned level) {
  std::vector<Border> branches;
  for (const Border& child : children) {
    const bool full = !has_room(kBranchItemHead + child.key.size() + kPieceSize);
    if (full) {
      end_block(level);
    }
    if (full || branches.empty()) {
      branches.push_back({child.key, child.piece, blocks_});
    }
    // What a branch begins with is below all that is sought in it: its key is left out.
    const bool first = block_.directory_end == kHeaderSize;
    const std::string_view key = first ? std::string_view() : child.key;
    unsigned char* item = push(kBranchItemHead + key.size() + kPieceSize);
    put4(item, child.block);
    item[4] = static_cast<unsigned char>(key.size());
    put_bytes(item + kBranchItemHead, key);
    put2(item + kBranchItemHead + key.size(), first ? 0 : child.piece);
  }
  end_block(level);
  return branches;
}

std::string TableWriter::finish() {
  end_block(0);
  unsigned level = 0;
  std::vector<Border> borders = std::move(leaves_);
  while (borders.size() > 1) {
    borders = write_branches(borders, ++level);
  }
  std::string free_blocks;  // none: revision, first unused block, two empty cursors
  append_varint(free_blocks, kRevision);
  append_varint(free_blocks, blocks_);
  free_blocks.append(4, '\0');
  std::string root;
  append_varint(root, borders.front().block);
  append_varint(root, level << kLevelShift | kSequential);
  append_varint(root, entries_);
  append_varint(root, kBlockSize >> kBlockSizeShift);
  append_varint(root, compress_ ? kCompressMin : 0);
  append_sized(root, free_blocks);
  return root;
}

std::string TableWriter::empty_root() {
  std::string root;
  append_varint(root, 0);
  append_varint(root, kSequential | kNoRoot);
  append_varint(root, 0);
  append_varint(root, kBlockSize >> kBlockSizeShift);
  append_varint(root, 0);
  append_sized(root, "");
  return root;
}

}  // namespace vigie::glass
