// One JSON value → the record of an article. Any thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/readers/record.h"

namespace vigie {

/// The record in `json` (UTF-8), a JSON object with the fields of Article; `author` with one name
/// is taken for `authors`. Throws ArticleError naming what is wrong: no JSON (with the line,
/// `first_line` being that of its start, or where that is 0 with the column), no object, a field of
/// the wrong type.
Record parse_json_record(std::string_view json, uint64_t first_line);

}  // namespace vigie
