// Text as articles keep it: valid UTF-8 without control characters. Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vigie {

/// Decodes the character of `text` at `offset`, which must be inside, and moves past it; negative
/// where the bytes there are not UTF-8.
int32_t next_character(std::string_view text, size_t& offset);

/// Whether `bytes` are UTF-8 (no surrogates, nothing overlong, nothing past U+10FFFF).
bool is_utf8(std::string_view bytes);

/// `text` without control characters: tab and newline stay, CR LF and a lone CR, form feed or
/// vertical tab become a newline, U+0080 to U+009F become what Windows-1252 means by them (U+0092
/// is an apostrophe in many a French feed), all others go. Bytes that are not UTF-8 become U+FFFD.
/// Idempotent.
std::string clean_text(std::string_view text);

/// clean_text() for what is one line by nature, such as a name or an address: tabs and newlines are
/// spaces, outer spaces go.
std::string clean_line(std::string_view text);

/// Whether nothing of `text` (UTF-8) would be seen: white space of any kind, zero-width characters,
/// nothing.
bool is_blank(std::string_view text);

/// `text` without white space of any kind at either end; a view into it.
std::string_view trimmed(std::string_view text);

/// The number of characters (code points) in `text`, UTF-8.
size_t count_characters(std::string_view text);

/// The beginning of `text`, at most `max_bytes` long, not cut inside a character.
std::string_view cut_at(std::string_view text, size_t max_bytes);

/// `text` in quotes for a message: on one line, long text cut with "…".
std::string in_quotes(std::string_view text);

}  // namespace vigie
