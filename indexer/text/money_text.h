// A text cut into what the reading of sums is about: numbers, words, currency signs, line breaks.
//
// May be called from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/language.h"

namespace vigie {

enum class LexemeKind : unsigned char {
  kNumber,  ///< ASCII digits with their separators
  kWord,    ///< letters; or letters and digits together (A400M), or a dotted acronym (U.S.)
  kSign,    ///< one currency sign
  kOther,   ///< any other character
  kBreak,   ///< a line break, or the end of the text
};

struct Lexeme {
  uint32_t begin_bytes;
  uint32_t end_bytes;
  LexemeKind kind;
  bool spaced;       ///< white space stands before it
  uint8_t decimals;  ///< of a number: how many of its digits stand after the decimal sign
  uint64_t digits;   ///< of a number: its digits
};

struct MoneyText {
  std::string_view text;
  Language language;
  std::vector<Lexeme> lexemes;  ///< ends with a kBreak

  std::string_view written(size_t index) const {
    const Lexeme& lexeme = lexemes[index];
    return text.substr(lexeme.begin_bytes, lexeme.end_bytes - lexeme.begin_bytes);
  }
  bool is(size_t index, LexemeKind kind) const { return lexemes[index].kind == kind; }
  bool is_other(size_t index, std::string_view character) const {
    return is(index, LexemeKind::kOther) && written(index) == character;
  }
  /// Whether a hyphen, not spaced, ties it to the one before.
  bool is_hyphen(size_t index) const {
    return !lexemes[index].spaced && (is_other(index, "-") || is_other(index, "‑"));
  }
  /// The word at `index` folded, an acronym without its dots; "" where there is none.
  std::string folded(size_t index) const;
};

/// The lexemes of `text`, which is shorter than 2³² bytes and must outlive the result.
MoneyText money_text(std::string_view text, Language language);

}  // namespace vigie
