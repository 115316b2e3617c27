// Which words of a text are worth looking up when only some are looked for: those that begin with
// the two letters that a word sought begins with. Most words of a text are told apart from the few
// of a query so, before a table of words is asked.
//
// Plain values; any thread may read.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vigie {

class WantedWords {
 public:
  /// Words whose folded form or stem begins with `beginning`, folded or a stem, are wanted.
  void add(std::string_view beginning);

  /// The bytes of the needless word at the beginning of `text`, 0 if there is none: one not in
  /// capitals, of letters alone, neither of whose forms is wanted.
  size_t needless_bytes(std::string_view text) const;

 private:
  /// Of each first letter a to z, the second letters wanted, a bit each.
  std::array<uint32_t, 26> seconds_{};
};

}  // namespace vigie
