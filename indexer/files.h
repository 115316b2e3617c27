// Files that must outlive a power cut: written, synced and renamed in the right order.
//
// Everything throws std::system_error naming the path. Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vigie {

/// An open file, closed at the end of its life. For one thread.
class OpenFile {
 public:
  /// A new file, or the old one emptied.
  static OpenFile to_write(const std::string& path);
  static OpenFile to_read(const std::string& path);
  static OpenFile of_directory(const std::string& path);
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  void write(std::string_view content);
  /// Reads into the `size` bytes at `to` what begins at `offset`; how many bytes there were.
  size_t read_at(uint64_t offset, unsigned char* to, size_t size) const;
  uint64_t size() const;
  void sync();

 private:
  OpenFile(const std::string& path, int flags);

  std::string path_;
  int descriptor_;
};

/// Makes `path` hold `content`, whole or not at all whenever the machine stops: a synced temporary
/// file beside it, renamed over it.
void replace_file(const std::string& path, std::string_view content);

/// Syncs every file of `directory` (not of folders in it), then the directory itself.
void sync_files(const std::string& directory);

/// Syncs the directory itself: the names in it.
void sync_directory(const std::string& directory);

/// Throws ENOSPC where the file system of `directory` has less than `bytes` left to write. Asked
/// before Xapian is made to write: where the disk fills up while it flushes values (its destructor
/// ~ValueUpdater), it ends the whole program.
void require_free_space(const std::string& directory, uint64_t bytes);

/// Bytes of all files in `directory` (not in folders in it).
uint64_t size_of_files(const std::string& directory);

/// The ending of the temporary file that replace_file() writes.
inline constexpr const char* kTemporaryEnding = ".new";

}  // namespace vigie
