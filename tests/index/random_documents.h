// Documents of random terms, positions, values and data, for tests of what tables hold.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "indexer/plain_document.h"

namespace vigie {

using Random = std::mt19937;

PlainDocument random_document(Random& random);

/// Ascending; the steps at which keys become longer are among them.
std::vector<uint32_t> random_docids(Random& random, size_t count);

}  // namespace vigie
