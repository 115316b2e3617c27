#include "indexer/text/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace vigie {
namespace {

CharacterRole role_by_category(char32_t code) {
  const auto character = static_cast<UChar32>(code);
  const uint32_t category = U_GET_GC_MASK(character);
  if ((category & U_GC_ND_MASK) != 0) {
    return CharacterRole::kDigit;
  }
  if ((category & U_GC_M_MASK) != 0) {
    return CharacterRole::kMark;
  }
  if ((category & U_GC_CF_MASK) != 0) {
    return CharacterRole::kFormat;
  }
  return u_isUAlphabetic(character) ? CharacterRole::kLetter : CharacterRole::kOther;
}

// ICU's macros convert implicitly.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
// NOLINTNEXTLINE(readability-function-size): all of it is one macro.
UChar32 next_code(std::string_view text, size_t& at) {
  UChar32 code = 0;
  U8_NEXT(text.data(), at, text.size(), code);
  return code;
}
#pragma GCC diagnostic pop

}  // namespace

CharacterRole role_of(char32_t code) {
  switch (code) {
    case U'\'':
    case U'\u2019':
    case U'\u2018':
    case U'\u02BC':
    case U'\uFF07':
      return CharacterRole::kApostrophe;
    case U'-':
    case U'\u2010':
    case U'\u2011':
      return CharacterRole::kHyphen;
    case U'.':
      return CharacterRole::kDot;
    case U',':
      return CharacterRole::kComma;
    case U'\u00B7':
    case U'\u2027':
      return CharacterRole::kMiddleDot;
    default:
      return role_by_category(code);
  }
}

Character character_at(std::string_view text, uint32_t begin_bytes) {
  size_t next = begin_bytes;
  const UChar32 code = next_code(text, next);
  const bool valid = code >= 0;
  const char32_t value = valid ? static_cast<char32_t>(code) : U'\uFFFD';
  return {value, begin_bytes, static_cast<uint32_t>(next),
          valid ? role_of(value) : CharacterRole::kOther};
}

std::vector<Character> characters_of(std::string_view text) {
  std::vector<Character> characters;
  characters.reserve(text.size());
  for (uint32_t at = 0; at < text.size(); at = characters.back().end_bytes) {
    characters.push_back(character_at(text, at));
  }
  return characters;
}

uint32_t border_before(std::string_view text, size_t limit_bytes) {
  size_t border = std::min(limit_bytes, text.size());
  // A character has at most three continuation bytes; more of them are not UTF-8.
  const size_t floor = border > 3 ? border - 3 : 0;
  while (border > floor && border < text.size() &&
         U8_IS_TRAIL(static_cast<uint8_t>(text[border]))) {
    --border;
  }
  return static_cast<uint32_t>(border);
}

}  // namespace vigie
