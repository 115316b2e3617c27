// Phrases over positions in memory. For one thread.
#pragma once

#include <optional>
#include <roaring/roaring.hh>
#include <string>
#include <vector>

#include "searchd/mirror/snapshot.h"

namespace vigie {

/// Those of `candidates`, articles of the base that hold all `terms`, in which they stand one after
/// the other. Nothing where a term's positions are not in memory and reading those of all its
/// articles costs more than what Xapian reads of the candidates'. Throws what Xapian throws.
std::optional<Roaring> match_phrase(const std::vector<std::string>& terms,
                                    const Roaring& candidates, TermReader& reader);

}  // namespace vigie
