// Markdown → plain text: what a reader would read aloud. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace vigie {

/// `markdown` (UTF-8, lines ended by newlines) as plain text: headings, emphasis, code marks and
/// quotes lose their signs, links and references keep their text, images go, lines of one paragraph
/// are joined, list items keep a line each. Markup that is not closed stays as it is. Time grows
/// with the length of the text alone, whatever it holds.
std::string markdown_to_text(std::string_view markdown);

/// The text of `line` where it is a heading of first level ("# …"), else empty.
std::string_view first_level_heading(std::string_view line);

/// `line` without the signs of emphasis, code and links.
std::string inline_to_text(std::string_view line);

}  // namespace vigie
