// Whatever a newsroom's file is encoded in → UTF-8. Any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// `bytes` (without a byte-order mark, see byte_input.h) as UTF-8. What is UTF-8 already stays;
/// what is UTF-8 but for some bytes has those replaced by U+FFFD; all else is taken for what ICU's
/// detector is sure of, else for Windows-1252. What was done is appended to `warnings`. Throws
/// ArticleError where `bytes` are no text, naming what they look like.
std::string decode_text(std::string_view bytes, std::vector<std::string>& warnings);

/// Throws ArticleError where `bytes`, the first of a file, are those of a known format that is no
/// text: PDF, Word, pictures, …, or of a web page.
void require_text_format(std::string_view bytes);

}  // namespace vigie
