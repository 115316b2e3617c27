// "Did you mean …?" Any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace vigie {

/// The one of `known` that is nearest to `typed`, where it is near enough to have been meant.
std::optional<std::string> nearest_of(const std::string& typed,
                                      const std::vector<std::string>& known);

}  // namespace vigie
