// Where a word stands in a document, packed as Xapian's glass databases hold it: the last position,
// then the others by interpolative coding (Moffat and Stuiver, "Binary Interpolative Coding for
// Effective Index Compression", 2000). Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::glass {

/// Appends `positions`, which ascend from 1 at least and are not empty, to `out`.
void pack_positions(const std::vector<uint32_t>& positions, std::string& out);

/// Appends what pack_positions() packed, ascending, to `out`. Of bytes that it did not write nothing
/// is promised but an end.
void unpack_positions(std::string_view packed, std::vector<uint32_t>& out);

}  // namespace vigie::glass
