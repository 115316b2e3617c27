// A unit is what is written in one go: a word, a number, or a compound with its hyphens and dots.
// This file takes units apart into words; tokenizer.h finds them in a text.
//
//   "l'anti-drone" → anti, drone, (antidrone)      "A400M" → a, 400, m, (a400m)
//   "U.S." → us, [US]      "UAVs" → uavs, [UAV]      "Lockheed's" → lockheed      "21st" → 21st
//
// May be called from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"

namespace vigie {

/// A word of a unit; `begin_bytes` and `end_bytes` are offsets in the unit.
struct UnitWord {
  TokenKind kind;
  bool needs_mixed_case;  ///< an acronym only where the line is not all in capitals
  uint32_t begin_bytes;
  uint32_t end_bytes;
  std::string text;  ///< folded; of an acronym: in capitals, without dots and accents
};

struct UnitWords {
  std::vector<UnitWord> words;  ///< ordered as Analyzer::analyze orders tokens
  bool is_compound = false;     ///< of several parts
  uint32_t letter_words = 0;  ///< words of two letters or more and no digits, dotted ones aside …
  uint32_t capital_words = 0;  ///< … and how many of them are all in capitals
};

/// The words of `unit`, which may be any bytes; none if it holds no letter and no digit.
UnitWords words_of_unit(std::string_view unit);

/// Whether `unit` is a dotted acronym but for its last dot: U.S, l'U.S, o.n.u
bool is_dotted_acronym(std::string_view unit);

/// Whether `letters` before an apostrophe are an elided French word: l, qu, jusqu, L …
bool is_elision(std::string_view letters);

/// `folded` cut to what a term of the index can hold, at a character border.
std::string cut_to_term(std::string folded);

}  // namespace vigie
