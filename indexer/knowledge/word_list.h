// Whether a short list of words holds one: looked through, since that is all a dozen words need.
//
// Any thread.
#pragma once

#include <algorithm>
#include <string_view>

namespace vigie {

template <typename Words>
bool contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace vigie
