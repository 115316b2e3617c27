// Where one word stands in one document, in a few bytes. Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// Appends `positions`, which ascend from 1 at least, to `out`; there may be none.
void append_position_list(std::string& out, const std::vector<uint32_t>& positions);

/// Takes the list that `bytes` begins with, appending it to `positions`. Throws
/// Xapian::DatabaseCorruptError where it is none.
void take_position_list(std::string_view& bytes, std::vector<uint32_t>& positions);

/// Takes the list that `bytes` begins with: the bytes of it. Throws as take_position_list().
std::string_view take_packed_list(std::string_view& bytes);

}  // namespace vigie
