#include "indexer/glass/table_reader.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "indexer/varint.h"

namespace vigie::glass {

namespace {

[[noreturn]] void fail(const char* what) {
  throw Xapian::DatabaseCorruptError(std::string("a glass table: ") + what);
}

struct ItemKey {
  std::string_view text;
  size_t piece;

  bool operator<(const ItemKey& other) const {
    const int order = text.compare(other.text);
    return order != 0 ? order < 0 : piece < other.piece;
  }
};

std::string_view text_at(const unsigned char* bytes, size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

unsigned flags_of(const unsigned char* item) {
  return item[0];
}

ItemKey leaf_key(const unsigned char* item) {
  const size_t size = item[2];
  const bool first = (flags_of(item) & kFirstPiece) != 0;
  const unsigned char* key = item + kLeafItemHead;
  return {text_at(key, size), first ? 1 : get2(key + size)};
}

ItemKey branch_key(const unsigned char* item) {
  const size_t size = item[4];
  const unsigned char* key = item + kBranchItemHead;
  return {text_at(key, size), get2(key + size)};
}

/// What a leaf's item holds of a tag.
std::string_view content_of(const unsigned char* item) {
  const size_t after_head = get2(item) & kItemSizeMask;
  const size_t before = item[2] + ((flags_of(item) & kFirstPiece) != 0 ? 0 : kPieceSize);
  if (before > after_head) {
    fail("an item shorter than its key");
  }
  return text_at(item + kLeafItemHead + before, after_head - before);
}

/// What `read` returns, its complaints as Xapian's.
template <typename Read>
auto reading(const Read& read) {
  try {
    return read();
  } catch (const std::system_error& error) {
    throw Xapian::DatabaseOpeningError(error.what());
  }
}

const char* file_of(Table table) {
  constexpr std::array<const char*, 3> kFiles{"/postlist.glass", "/docdata.glass",
                                              "/termlist.glass"};
  return kFiles.at(static_cast<size_t>(table));
}

/// Magic, format and id are for Xapian to judge, which opened the database before.
TableRoot root_of(const std::string& path, Table table) {
  constexpr size_t kMagicSize = 16;
  constexpr size_t kIdSize = 16;
  std::vector<unsigned char> bytes(size_t{1} << 16);
  bytes.resize(reading([&] {
    return OpenFile::to_read(path + "/iamglass").read_at(0, bytes.data(), bytes.size());
  }));
  if (bytes.size() < kMagicSize + kIdSize) {
    fail("the version file is cut short");
  }
  std::string_view left =
      text_at(bytes.data() + kMagicSize + kIdSize, bytes.size() - kMagicSize - kIdSize);
  const auto revision = static_cast<uint32_t>(take_varint(left));
  TableRoot root;
  for (size_t number = 0; number <= static_cast<size_t>(table); ++number) {
    root = TableRoot::take(left, revision);
  }
  return root;
}

}  // namespace

TableRoot TableRoot::take(std::string_view& bytes, uint32_t revision) {
  TableRoot root;
  root.revision = revision;
  root.block = static_cast<uint32_t>(take_varint(bytes));
  const auto level_and_flags = static_cast<unsigned>(take_varint(bytes));
  root.level = level_and_flags >> kLevelShift;
  root.exists = (level_and_flags & kNoRoot) == 0;
  take_varint(bytes);  // entries
  const uint64_t block_size = take_varint(bytes) << kBlockSizeShift;
  take_varint(bytes);  // from which size on tags are compressed
  bytes.remove_prefix(std::min<uint64_t>(take_varint(bytes), bytes.size()));  // free blocks
  if (block_size != kBlockSize) {
    fail("blocks of another size");
  }
  return root;
}

const unsigned char* TableReader::Level::at(size_t place) const {
  const size_t offset = get2(&block->bytes[kHeaderSize + place * kOffsetSize]);
  if (offset >= kBlockSize) {
    fail("an item beyond its block");
  }
  return block->bytes.data() + offset;
}

TableReader::TableReader(const std::string& path, Table table)
    : root_(root_of(path, table)), levels_(root_.level + 1) {
  if (root_.exists) {
    file_.reset(reading([&] { return new OpenFile(OpenFile::to_read(path + file_of(table))); }));
  }
}

TableReader::TableReader(std::shared_ptr<const OpenFile> file, const TableRoot& root)
    : root_(root), file_(std::move(file)), levels_(root_.level + 1) {}

/// Reads a block of the revision.
void TableReader::read(unsigned level, uint32_t number, Block& to) const {
  // So that whatever an item says of its size can be read.
  constexpr size_t kMostBranchItem = kBranchItemHead + UINT8_MAX + kPieceSize;
  constexpr size_t kMostLeafItem = kLeafItemHead + kItemSizeMask + UINT8_MAX + kPieceSize;
  to.bytes.resize(kBlockSize + (level > 0 ? kMostBranchItem : kMostLeafItem));
  const size_t size = reading(
      [&] { return file_->read_at(uint64_t{number} * kBlockSize, to.bytes.data(), kBlockSize); });
  if (size != kBlockSize) {
    fail("a block beyond the end of the file");
  }
  if (get4(to.bytes.data()) > root_.revision) {
    throw Xapian::DatabaseModifiedError("a block was written anew since the table was opened");
  }
  const size_t end = get2(&to.bytes[kDirectoryEndAt]);
  if (end < kHeaderSize + kOffsetSize || end > kBlockSize) {
    fail("a block without items");
  }
  to.items = (end - kHeaderSize) / kOffsetSize;
}

const TableReader::Block& TableReader::branch(unsigned level, uint32_t number) {
  const auto known = branches_.find(number);
  if (known != branches_.end()) {
    return known->second;
  }
  Block block;
  read(level, number, block);
  return branches_.emplace(number, std::move(block)).first->second;
}

void TableReader::load(unsigned level, uint32_t number) {
  Level& to = levels_[level];
  if (to.number == number) {
    return;
  }
  to.number = kNoBlock;
  if (level > 0) {
    to.block = &branch(level, number);
  } else {
    read(level, number, leaf_);
    to.block = &leaf_;
  }
  if (to.block->bytes[kLevelAt] != level) {
    fail("a block that is none of its level");
  }
  to.item = 0;
  to.number = number;
}

/// Loads what the item at `level` points to.
void TableReader::descend(unsigned level) {
  load(level - 1, get4(levels_[level].at(levels_[level].item)));
}

bool TableReader::seek(std::string_view key) {
  if (!root_.exists) {
    return false;
  }
  const ItemKey wanted{key, 1};
  load(root_.level, root_.block);
  for (unsigned level = root_.level; level > 0; --level) {
    Level& branch = levels_[level];
    size_t low = 0;  // the first is below all that is sought in its block
    for (size_t high = branch.items(); high - low > 1;) {
      const size_t middle = low + (high - low) / 2;
      (wanted < branch_key(branch.at(middle)) ? high : low) = middle;
    }
    branch.item = low;
    descend(level);
  }
  Level& leaf = levels_.front();
  size_t low = 0;
  for (size_t high = leaf.items(); low < high;) {
    const size_t middle = low + (high - low) / 2;
    if (leaf_key(leaf.at(middle)) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  leaf.item = low;
  if (low < leaf.items()) {
    return true;
  }
  --leaf.item;
  return next();
}

/// To the next item of a leaf.
bool TableReader::step() {
  unsigned level = 0;
  while (level < levels_.size() && levels_[level].item + 1 >= levels_[level].items()) {
    ++level;
  }
  if (level == levels_.size()) {
    return false;
  }
  ++levels_[level].item;
  for (; level > 0; --level) {
    descend(level);
    levels_[level - 1].item = 0;
  }
  return true;
}

bool TableReader::next() {
  while (step()) {
    if ((flags_of(entry()) & kFirstPiece) != 0) {
      return true;
    }
  }
  return false;
}

std::string_view TableReader::key() const {
  return leaf_key(entry()).text;
}

/// The entry's tag as it stands in the table.
std::string_view TableReader::pieces() {
  if ((flags_of(entry()) & kLastPiece) != 0) {
    return content_of(entry());
  }
  tag_ = content_of(entry());
  while ((flags_of(entry()) & kLastPiece) == 0) {
    if (!step()) {
      fail("a tag without an end");
    }
    tag_ += content_of(entry());
  }
  return tag_;
}

std::string_view TableReader::tag() {
  const bool is_compressed = (flags_of(entry()) & kCompressed) != 0;
  const std::string_view stored = pieces();
  if (!is_compressed) {
    return stored;
  }
  if (!inflater_) {
    inflater_ = std::make_unique<Inflater>();
  }
  const std::optional<std::string_view> inflated = inflater_->inflate(stored);
  if (!inflated) {
    fail("a tag that cannot be inflated");
  }
  return *inflated;
}

}  // namespace vigie::glass
