// Plain text as pasted → the record of an article. Any thread.
#pragma once

#include <string_view>

#include "indexer/readers/record.h"

namespace vigie {

/// The record in `text` (UTF-8): the first line is the title; a line between it and an empty one is
/// the standfirst; the rest is the body. A first line too long for a title makes all of it body.
/// Lines that are only a web page's furniture (debris.h) are left out, and that is said.
Record parse_text_record(std::string_view text);

}  // namespace vigie
