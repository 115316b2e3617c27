// What a web page leaves in text copied from it: share buttons, counters of comments, links to
// other articles. Any thread.
#pragma once

#include <string_view>

namespace vigie {

/// Whether the whole of `line` (UTF-8) is furniture of a web page, in French or English, and no
/// sentence of an article: "Comments ()", "Partager sur Facebook", "Tweet", "Lire aussi : …". When
/// in doubt it is not.
bool is_page_debris(std::string_view line);

}  // namespace vigie
