// Markdown with a YAML front matter → the record of an article. Any thread.
#pragma once

#include <string_view>

#include "indexer/readers/record.h"

namespace vigie {

/// The record in `text` (UTF-8). Between two lines "---" at the start stand the fields as YAML,
/// named as in Article; the text after them is the body, made plain (markdown_text.h). Where no
/// title is given, a first heading "# …" is the title. Throws ArticleError where the front matter
/// is not closed, is no YAML or no map (naming the line), or a field is of the wrong kind.
Record parse_markdown_record(std::string_view text);

}  // namespace vigie
