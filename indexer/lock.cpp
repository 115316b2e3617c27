#include "indexer/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <system_error>
#include <thread>

namespace vigie {

namespace {

constexpr std::chrono::milliseconds kPollInterval{100};

std::system_error last_error(const std::string& path) {
  return {errno, std::generic_category(), path};
}

/// "process 123" as the lock file says, or "another process" where it says nothing yet.
std::string holder(int descriptor) {
  std::array<char, 32> text{};
  const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
  std::string digits;
  for (ssize_t i = 0;
       i < size && text[static_cast<size_t>(i)] >= '0' && text[static_cast<size_t>(i)] <= '9';
       ++i) {
    digits.push_back(text[static_cast<size_t>(i)]);
  }
  return digits.empty() ? "another process" : "process " + digits;
}

/// Whether `descriptor` is still the file named `path`: somebody may have removed it between
/// opening and locking.
bool still_named(int descriptor, const std::string& path) {
  struct stat opened {};
  struct stat named {};
  return ::fstat(descriptor, &opened) == 0 && ::stat(path.c_str(), &named) == 0 &&
         opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

/// Only to name the holder to others: where it cannot be written (the disk is full) the lock holds
/// all the same.
void write_own_process_id(int descriptor) {
  const std::string text = std::to_string(::getpid()) + "\n";
  if (::ftruncate(descriptor, 0) == 0) {
    [[maybe_unused]] const ssize_t written = ::pwrite(descriptor, text.data(), text.size(), 0);
  }
}

}  // namespace

WriterLock::WriterLock(const IndexDirectory& directory, const std::function<bool()>& keep_waiting) {
  try {
    do {
      lock_file(directory, keep_waiting);
    } while (!still_named(descriptor_, directory.lock_path()));
    write_own_process_id(descriptor_);
  } catch (const IndexError&) {
    ::close(descriptor_);
    throw;
  }
}

WriterLock::~WriterLock() {
  ::close(descriptor_);
}

void WriterLock::lock_file(const IndexDirectory& directory,
                           const std::function<bool()>& keep_waiting) {
  const std::string path = directory.lock_path();
  ::close(descriptor_);
  descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) {
    throw explain(last_error(path), directory.path);
  }
  while (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) {
      throw explain(last_error(path), directory.path);
    }
    if (!keep_waiting()) {
      throw IndexError("index " + directory.path + ": " + holder(descriptor_) +
                       " is writing to it; try again when it is done");
    }
    std::this_thread::sleep_for(kPollInterval);
  }
}

}  // namespace vigie
