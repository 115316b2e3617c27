// Atoms: the runs of letters and the numbers that a unit is made of, elision and possessive cut
// off.
//
// May be called from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/characters.h"

namespace vigie {

/// A run of letters, or a number. Offsets are in the unit.
struct Atom {
  bool is_number = false;
  uint32_t begin_bytes = 0;
  uint32_t end_bytes = 0;
  std::string written;   ///< its letters as written, without apostrophes; its digits and separators
  std::string elided;    ///< letters of the elided word before it: "d" of d'Oise
  uint32_t letters = 0;  ///< how many letters or digits
  uint32_t uppercase = 0;  ///< how many of the letters are capitals
  bool ends_lowercase_s = false;
  bool had_apostrophe = false;  ///< inside, after elision and possessive were cut off
  char32_t separator = 0;       ///< the first sign after it; 0 at a letter-digit border or the end
  uint32_t separator_end_bytes = 0;
  char32_t last_separator = 0;  ///< the last sign before the next atom
};

/// The atoms of `unit`, which may be any bytes.
std::vector<Atom> atoms_of(std::string_view unit);

}  // namespace vigie
