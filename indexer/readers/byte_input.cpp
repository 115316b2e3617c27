#include "indexer/readers/byte_input.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <vector>

#include "indexer/article.h"

namespace vigie {

namespace {

constexpr size_t kChunkBytes = size_t{256} * 1024;
constexpr size_t kLongestMark = 4;
constexpr int kPollMilliseconds = 100;

struct ByteOrderMark {
  std::string_view bytes;
  const char* encoding;
};

/// UTF-32LE before UTF-16LE, whose mark it begins with.
constexpr std::array<ByteOrderMark, 5> kMarks = {{{std::string_view("\xEF\xBB\xBF", 3), "UTF-8"},
                                                  {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                                  {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                                  {std::string_view("\xFF\xFE", 2), "UTF-16LE"},
                                                  {std::string_view("\xFE\xFF", 2), "UTF-16BE"}}};

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding, &status));
  if (U_FAILURE(status) != 0) {
    throw ArticleError(std::string("is ") + encoding + ", which this ICU cannot read");
  }
  return converter;
}

/// Appends to `out` what `bytes` are in UTF-8; the converter keeps a character cut at their end.
void convert(UConverter& converter, std::string_view bytes, std::string& out) {
  std::vector<char16_t> units(bytes.size() + 2);
  const char* source = bytes.data();
  char16_t* target = units.data();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_toUnicode(&converter, &target, units.data() + units.size(), &source,
                 bytes.data() + bytes.size(), nullptr, 0, &status);
  icu::UnicodeString(units.data(), static_cast<int32_t>(target - units.data())).toUTF8String(out);
}

int open_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    throw ArticleError(errno == ENOENT   ? "no such file"
                       : errno == EACCES ? "no right to read it"
                                         : std::string("cannot be opened: ") + strerror(errno));
  }
  return file;
}

}  // namespace

struct ByteInput::State {
  int file = -1;
  bool owned = false;
  bool waits = false;  ///< a pipe or a terminal: asks for a stop while nothing comes
  bool mark_seen = false;
  bool ended = false;
  std::function<bool()> stop_requested;
  std::string buffer;
  size_t start = 0;  ///< of what is pending in buffer
  uint64_t consumed = 0;
  Converter converter;
  std::string converted_from;

  bool wait_readable() const {
    pollfd waiting{file, POLLIN, 0};
    while (!stop_requested()) {
      const int ready = ::poll(&waiting, 1, kPollMilliseconds);
      if (ready > 0 || (ready < 0 && errno != EINTR)) {
        return true;
      }
    }
    return false;
  }

  /// One read; nothing at the end.
  std::string read_chunk() {
    std::string chunk(kChunkBytes, '\0');
    if (waits && !wait_readable()) {
      ended = true;
      return {};
    }
    ssize_t count = 0;
    do {
      count = ::read(file, chunk.data(), chunk.size());
    } while (count < 0 && errno == EINTR);
    if (count < 0) {
      throw ArticleError(errno == EISDIR ? "is a directory"
                                         : std::string("cannot be read: ") + strerror(errno));
    }
    ended = count == 0;
    chunk.resize(static_cast<size_t>(count));
    return chunk;
  }

  /// The first bytes, enough to tell a byte-order mark, which is taken off.
  std::string read_past_mark() {
    mark_seen = true;
    std::string first;
    while (!ended && first.size() < kLongestMark) {
      first += read_chunk();
    }
    const auto* mark = std::find_if(kMarks.begin(), kMarks.end(), [&](const ByteOrderMark& known) {
      return first.compare(0, known.bytes.size(), known.bytes) == 0;
    });
    if (mark == kMarks.end()) {
      return first;
    }
    first.erase(0, mark->bytes.size());
    if (std::string_view(mark->encoding) != "UTF-8") {
      converter = open_converter(mark->encoding);
      converted_from = mark->encoding;
    }
    return first;
  }
};

ByteInput::ByteInput(const std::string& path, std::function<bool()> stop_requested)
    : state_(std::make_unique<State>()) {
  state_->owned = path != "-";
  state_->file = state_->owned ? open_file(path) : STDIN_FILENO;
  state_->stop_requested = std::move(stop_requested);
  struct stat status {};
  state_->waits = ::fstat(state_->file, &status) != 0 || !S_ISREG(status.st_mode);
}

ByteInput::~ByteInput() {
  if (state_->owned && state_->file >= 0) {
    ::close(state_->file);
  }
}

std::string_view ByteInput::pending() const {
  return std::string_view(state_->buffer).substr(state_->start);
}

void ByteInput::consume(size_t bytes) {
  state_->start += bytes;
  state_->consumed += bytes;
}

bool ByteInput::read_more() {
  State& state = *state_;
  if (state.ended) {
    return false;
  }
  state.buffer.erase(0, state.start);
  state.start = 0;
  const size_t before = state.buffer.size();
  while (!state.ended && state.buffer.size() == before) {
    const std::string chunk = state.mark_seen ? state.read_chunk() : state.read_past_mark();
    if (state.converter) {
      convert(*state.converter, chunk, state.buffer);
    } else {
      state.buffer += chunk;
    }
  }
  return state.buffer.size() > before;
}

std::string ByteInput::read_all() {
  while (read_more()) {
    if (pending().size() > kMaxPieceBytes) {
      throw ArticleError("is longer than " + std::to_string(kMaxPieceBytes / 1'000'000) +
                         " MB, which no article is");
    }
  }
  std::string all(pending());
  consume(all.size());
  return all;
}

uint64_t ByteInput::consumed() const {
  return state_->consumed;
}

const std::string& ByteInput::converted_from() const {
  return state_->converted_from;
}

}  // namespace vigie
