#include "indexer/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace vigie {

namespace {

[[noreturn]] void fail(const std::string& path) {
  throw std::system_error(errno, std::generic_category(), path);
}

}  // namespace

OpenFile OpenFile::to_write(const std::string& path) {
  return {path, O_WRONLY | O_CREAT | O_TRUNC};
}

OpenFile OpenFile::to_read(const std::string& path) {
  return {path, O_RDONLY};
}

OpenFile OpenFile::of_directory(const std::string& path) {
  return {path, O_RDONLY | O_DIRECTORY};
}

OpenFile::OpenFile(const std::string& path, int flags)
    : path_(path), descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
  if (descriptor_ < 0) {
    fail(path_);
  }
}

OpenFile::~OpenFile() {
  ::close(descriptor_);
}

void OpenFile::write(std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor_, content.data(), content.size());
    if (written < 0 && errno != EINTR) {
      fail(path_);
    }
    content.remove_prefix(written < 0 ? 0 : static_cast<size_t>(written));
  }
}

size_t OpenFile::read_at(uint64_t offset, unsigned char* to, size_t size) const {
  size_t done = 0;
  while (done < size) {
    const ssize_t read =
        ::pread(descriptor_, to + done, size - done, static_cast<off_t>(offset + done));
    if (read == 0) {
      break;
    }
    if (read < 0 && errno != EINTR) {
      fail(path_);
    }
    done += read < 0 ? 0 : static_cast<size_t>(read);
  }
  return done;
}

uint64_t OpenFile::size() const {
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0) {
    fail(path_);
  }
  return static_cast<uint64_t>(status.st_size);
}

void OpenFile::sync() {
  if (::fsync(descriptor_) != 0) {
    fail(path_);
  }
}

void replace_file(const std::string& path, std::string_view content) {
  const std::string temporary = path + kTemporaryEnding;
  {
    OpenFile file = OpenFile::to_write(temporary);
    file.write(content);
    file.sync();
  }
  if (std::rename(temporary.c_str(), path.c_str()) != 0) {
    fail(path);
  }
  const std::string parent = std::filesystem::path(path).parent_path().string();
  sync_directory(parent.empty() ? "." : parent);
}

void sync_files(const std::string& directory) {
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    if (entry.is_regular_file()) {
      OpenFile::to_read(entry.path().string()).sync();
    }
  }
  sync_directory(directory);
}

void sync_directory(const std::string& directory) {
  OpenFile::of_directory(directory).sync();
}

void require_free_space(const std::string& directory, uint64_t bytes) {
  if (std::filesystem::space(directory).available < bytes) {
    throw std::system_error(ENOSPC, std::generic_category(), directory);
  }
}

uint64_t size_of_files(const std::string& directory) {
  uint64_t size = 0;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    size += entry.is_regular_file() ? entry.file_size() : 0;
  }
  return size;
}

}  // namespace vigie
