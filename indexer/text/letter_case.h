// The capitals of a word as written: what tells Orange from orange, and US from us.
//
// May be called from any thread.
#pragma once

#include <string_view>

namespace vigie {

enum class LetterCase : unsigned char {
  kNone,      ///< no letters
  kSmall,     ///< no capital
  kMixed,     ///< begins small, with a capital inside: xAI, iPhone
  kCapital,   ///< begins with a capital, with small letters: Orange, McDonnell
  kCapitals,  ///< no small letter: US, U.S., É, A400M
};

/// The case of `written` (UTF-8).
LetterCase letter_case(std::string_view written);

inline bool has_capital(LetterCase letters) {
  return letters >= LetterCase::kMixed;
}

}  // namespace vigie
