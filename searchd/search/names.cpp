#include "searchd/search/names.h"

namespace vigie {

namespace {

bool is_border(char byte) {
  return std::string_view(" -'.,/&()").find(byte) != std::string_view::npos;
}

/// Where, from `from` on, a word of `name` begins with `text`.
size_t find_beginning(std::string_view name, std::string_view text, size_t from) {
  size_t at = name.find(text, from);
  while (at != std::string_view::npos && at > 0 && !is_border(name[at - 1])) {
    at = name.find(text, at + 1);
  }
  return at;
}

}  // namespace

bool name_has_word(std::string_view name, std::string_view word) {
  size_t at = find_beginning(name, word, 0);
  while (at != std::string_view::npos) {
    const size_t end = at + word.size();
    if (end == name.size() || is_border(name[end])) {
      return true;
    }
    at = find_beginning(name, word, at + 1);
  }
  return false;
}

bool name_has_beginning(std::string_view name, std::string_view text) {
  return find_beginning(name, text, 0) != std::string_view::npos;
}

}  // namespace vigie
