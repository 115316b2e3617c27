// Names (of authors, of sources) that are found by some of their words. Both sides are folded
// (fold.h). May be called from any thread.
#pragma once

#include <string_view>

namespace vigie {

/// Whether `word` stands in `name` as a whole word.
bool name_has_word(std::string_view name, std::string_view word);

/// Whether some word of `name` begins with `text`.
bool name_has_beginning(std::string_view name, std::string_view text);

}  // namespace vigie
