#include "indexer/text/letter_case.h"

#include <unicode/uchar.h>

#include <cstdint>

#include "indexer/text/characters.h"

namespace vigie {

namespace {

bool is_capital(char32_t code) {
  return code < 0x80 ? code >= U'A' && code <= U'Z'
                     : u_isUUppercase(static_cast<UChar32>(code)) != 0;
}

bool is_small(char32_t code) {
  return code < 0x80 ? code >= U'a' && code <= U'z'
                     : u_isULowercase(static_cast<UChar32>(code)) != 0;
}

}  // namespace

LetterCase letter_case(std::string_view written) {
  bool begins_small = false;
  bool any_capital = false;
  bool any_small = false;
  for (uint32_t at = 0; at < written.size();) {
    const Character character = character_at(written, at);
    at = character.end_bytes;
    if (is_capital(character.code)) {
      any_capital = true;
    } else if (is_small(character.code)) {
      begins_small = begins_small || !any_capital;
      any_small = true;
    }
  }
  if (!any_capital) {
    return any_small ? LetterCase::kSmall : LetterCase::kNone;
  }
  if (begins_small) {
    return LetterCase::kMixed;
  }
  return any_small ? LetterCase::kCapital : LetterCase::kCapitals;
}

}  // namespace vigie
