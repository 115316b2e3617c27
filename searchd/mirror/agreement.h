// What two fingerprints have in common, estimated from their sketches.
//
// Pure functions; any thread.
#pragma once

#include <cstdint>

#include "indexer/text/fingerprint.h"

namespace vigie {

/// How much of the smaller set the larger one holds, in per cent.
uint32_t shared_percent(const Sketch& a, const Sketch& b);

/// Whether `part` is at least `percent` of `whole`.
bool is_share(uint32_t part, uint32_t whole, uint32_t percent);

/// What two Names have in common, as far as both are known.
struct Common {
  uint32_t names = 0;        ///< in both
  uint32_t fewer_names = 0;  ///< in the one that has fewer
  uint32_t more_names = 0;   ///< in the other
  uint32_t figures = 0;      ///< the same of figures only
  uint32_t fewer_figures = 0;
};

Common common_names(const Names& a, const Names& b);

/// Whether each names in its headline and its text whom or what the other nowhere names, as far as
/// is known.
bool name_others(const Names& a, const Names& b);

/// How many names and numbers there are in all: estimated where no more than a sample is known
/// (Cohen and Kaplan 2007).
uint32_t estimate_count(const Names& names);

/// Those of figures.
uint32_t count_figures(const Names& names);

/// How much of two texts agrees, in per cent of the one that has fewer.
struct Agreement {
  Agreement(const Fingerprint& a, const Fingerprint& b);

  /// Whether no more than `percent` of the figures contradict one another. A figure that a copy
  /// left out contradicts nothing; notices of one mould have each their own.
  bool figures_agree(uint32_t percent) const;
  bool names_agree(uint32_t percent) const;

  Common names;
  uint32_t pairs;
  uint32_t words;
  uint32_t both;  ///< pairs and names added up: one may make up for the other
};

}  // namespace vigie
