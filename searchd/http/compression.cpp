#include "searchd/http/compression.h"

#include <algorithm>

#include "indexer/deflater.h"

namespace vigie {

namespace {

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
  return Deflater(level).gzip(body);
}

}  // namespace vigie
