// Characters of a text as the analyser sees them: where each stands, and what it does in a word.
//
// May be called from any thread.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace vigie {

/// What a character does in a word.
enum class CharacterRole : unsigned char {
  kLetter,
  kDigit,
  kMark,        ///< combining: belongs to the letter before it
  kFormat,      ///< invisible (soft hyphen, joiners): in a word it is nothing
  kApostrophe,  ///< ' ’ ‘ ʼ ＇
  kMiddleDot,   ///< written inside a word (Catalan col·lecció, French étudiant·es)
  kHyphen,      ///< - ‐ ‑
  kDot,
  kComma,
  kOther,
};

struct Character {
  char32_t code;
  uint32_t begin_bytes;
  uint32_t end_bytes;
  CharacterRole role;
};

CharacterRole role_of(char32_t code);

/// The characters of `text`; what is not UTF-8 has role kOther.
std::vector<Character> characters_of(std::string_view text);

/// The character that begins at `begin_bytes`, which must be inside `text`.
Character character_at(std::string_view text, uint32_t begin_bytes);

/// The greatest character border of `text` not past `limit_bytes`.
uint32_t border_before(std::string_view text, size_t limit_bytes);

}  // namespace vigie
