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
  kShortAcronym,  ///< all capitals, three at least in a line of capitals: "US", "DGA"
  kExact,         ///< the very capitals of the name: "Orange", not "orange" or "ORANGE"
};

struct NamePattern {
  std::vector<std::string> words;   ///< folded
  std::vector<LetterCase> letters;  ///< of each word
  CapitalRule rule = CapitalRule::kAny;
};

/// The pattern of `name` as knowledge files write it; no words where it has none. `ambiguous`: only
/// the very capitals will do. `person`: of all words.
NamePattern pattern_of(std::string_view name, bool ambiguous, bool person, Analyzer& analyzer);

/// A word of a text.
struct WrittenWord {
  LetterCase letters = LetterCase::kNone;
  bool in_capitals_line = false;  ///< most words of its line are all in capitals
  bool function_word = false;
};

/// Whether `words`, whose folded forms are the pattern's, have the capitals for it.
bool has_capitals_for(const NamePattern& pattern, const WrittenWord* words);

}  // namespace vigie
