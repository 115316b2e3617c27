// What a name is to look like where it stands in a text: its words, and their capitals.
//
// Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"
#include "indexer/text/letter_case.h"

namespace vigie {

/// Which capitals an occurrence needs.
enum class CapitalRule : unsigned char {
  kAny,           ///< a name written small: "polonais", "drone naval", or one of many words
  kSome,          ///< one word with a capital at least: "OTAN", "Otan", "F-35", "Golden Dome"
  kEach,          ///< every word that has a capital in the name: people
  kShortAcronym,  ///< all capitals, and in a line of capitals no function word: "US", "DGA"
  kExact,         ///< the very capitals of the name: "Orange", not "orange" or "ORANGE"; and no
                  ///< accents that the name has not: "Pole", not "Pôle". Lines of capitals tell
                  ///< nothing
};

struct NamePattern {
  std::vector<std::string> words;   ///< folded
  std::vector<LetterCase> letters;  ///< of each word
  std::vector<bool> function_word;  ///< whether each is one
  CapitalRule rule = CapitalRule::kAny;
  bool plain = false;  ///< the name has no accents
  bool marks = false;  ///< … but signs that part sentences: "University of California, Berkeley"
  bool designation = false;  ///< short parts with a number: "F-35", "3M-14", "AT-14"
  bool takes_plural = true;  ///< "Rafales", "Ukrainians"; not "Chiles" for Chile
};

/// How a name is used.
struct NameUse {
  bool ambiguous = false;  ///< only the very capitals will do
  bool person = false;     ///< capitals in all words
  bool takes_plural = true;
};

/// The pattern of `name` as knowledge files write it; no words where it has none.
NamePattern pattern_of(std::string_view name, NameUse use, Analyzer& analyzer);

/// The word without the s or x of a plural; the word itself where it is none. `last_written`: its
/// last byte in the text, since an acronym's S is none.
std::string_view singular_of(std::string_view folded, char last_written);

/// A word of a text.
struct WrittenWord {
  LetterCase letters = LetterCase::kNone;
  bool in_capitals_line = false;  ///< most words of its line are all in capitals
  bool plain = true;              ///< has no accents
};

/// The word at bytes [begin, end) of `text`.
WrittenWord written_word(std::string_view text, size_t begin, size_t end);

/// Whether the written form of a name has signs that part sentences: , ; : ! ? ( ) [ ] < >, or a
/// full stop after a word that is no abbreviation.
bool has_parting_signs(std::string_view written);

/// Whether `words`, whose folded forms are the pattern's, have the capitals for it.
bool has_capitals_for(const NamePattern& pattern, const WrittenWord* words);

}  // namespace vigie
