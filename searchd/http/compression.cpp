#include "searchd/http/compression.h"

#include <zlib.h>

#include <algorithm>
#include <new>

namespace vigie {

namespace {

constexpr int kGzipWindowBits = 15 + 16;
constexpr int kMemoryLevel = 8;

std::string_view without_spaces(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// "0", "0.0", …: refused.
bool is_zero_weight(std::string_view parameters) {
  const size_t weight = parameters.find("q=");
  return weight != std::string_view::npos &&
         without_spaces(parameters.substr(weight + 2)).find_first_not_of("0.") ==
             std::string_view::npos;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  bool any = false;
  while (!accept_encoding.empty()) {
    const std::string_view item = accept_encoding.substr(0, accept_encoding.find(','));
    accept_encoding.remove_prefix(std::min(accept_encoding.size(), item.size() + 1));
    const size_t semicolon = std::min(item.find(';'), item.size());
    const std::string_view coding = without_spaces(item.substr(0, semicolon));
    const bool accepted = !is_zero_weight(item.substr(semicolon));
    if (coding == "gzip") {
      return accepted;
    }
    any = any || (coding == "*" && accepted);
  }
  return any;
}

std::string gzip(std::string_view body, int level) {
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, kGzipWindowBits, kMemoryLevel, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    throw std::bad_alloc();
  }
  std::string out(deflateBound(&stream, body.size()), '\0');
  // zlib reads through a pointer to non-const that it does not write through.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) {
    throw std::bad_alloc();
  }
  return out;
}

}  // namespace vigie
