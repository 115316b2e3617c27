// Where a word stands in a document, packed as Xapian's glass databases hold it: the last position,
// then the others by interpolative coding (Moffat and Stuiver, "Binary Interpolative Coding for
// Effective Index Compression", 2000). Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace vigie::glass {

/// Appends `positions`, which ascend and are not empty, to `out`.
void pack_positions(const std::vector<uint32_t>& positions, std::string& out);

}  // namespace vigie::glass
