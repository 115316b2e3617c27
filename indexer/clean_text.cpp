#include "indexer/clean_text.h"

#include <simdjson.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace vigie {

namespace {

constexpr size_t kQuotedBytes = 60;
constexpr UChar32 kReplacement = 0xFFFD;

/// What Windows-1252 has at 0x80 to 0x9F; 0 where nothing.
constexpr std::array<UChar32, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_character(std::string& text, UChar32 character) {
  icu::UnicodeString(character).toUTF8String(text);
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

bool is_plain_ascii(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 0x20 && byte < 0x7F) || byte == '\n' || byte == '\t';
}

/// The bytes at the start of `text` that need no cleaning.
size_t clean_prefix(std::string_view text) {
  size_t offset = 0;
  while (offset < text.size()) {
    if (is_plain_ascii(text[offset])) {
      ++offset;
      continue;
    }
    size_t end = offset;
    const UChar32 character = next_character(text, end);
    if (character < 0xA0) {
      break;
    }
    offset = end;
  }
  return offset;
}

/// What a character below U+00A0 that is_plain_ascii() refuses becomes; 0: nothing.
UChar32 cleaned(UChar32 character) {
  if (character < 0) {
    return kReplacement;
  }
  if (character >= 0x80) {
    return kWindows1252[static_cast<size_t>(character - 0x80)];
  }
  return character == '\r' || character == '\v' || character == '\f' ? '\n' : 0;
}

bool is_invisible(UChar32 character) {
  return character >= 0 &&
         (u_isUWhiteSpace(character) != 0 || u_charType(character) == U_FORMAT_CHAR ||
          u_charType(character) == U_CONTROL_CHAR);
}

}  // namespace

// NOLINTNEXTLINE(readability-function-size): U8_NEXT nests.
int32_t next_character(std::string_view text, size_t& offset) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  UChar32 character = 0;
  U8_NEXT(bytes, offset, text.size(), character);
  return character;
}

bool is_utf8(std::string_view bytes) {
  return simdjson::validate_utf8(bytes.data(), bytes.size());
}

std::string clean_text(std::string_view text) {
  size_t offset = clean_prefix(text);
  std::string result(text.substr(0, offset));
  while (offset < text.size()) {
    const UChar32 character = next_character(text, offset);
    const bool before_newline = offset < text.size() && text[offset] == '\n';
    const UChar32 kept = character == '\r' && before_newline ? 0 : cleaned(character);
    if (kept != 0) {
      append_character(result, kept);
    }
    const size_t clean_bytes = clean_prefix(text.substr(offset));
    result.append(text.substr(offset, clean_bytes));
    offset += clean_bytes;
  }
  return result;
}

std::string clean_line(std::string_view text) {
  std::string line = clean_text(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return std::string(trimmed(line));
}

bool is_blank(std::string_view text) {
  size_t offset = 0;
  while (offset < text.size()) {
    if (!is_invisible(next_character(text, offset))) {
      return false;
    }
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  size_t begin = 0;
  while (begin < text.size()) {
    size_t next = begin;
    const UChar32 character = next_character(text, next);
    if (character < 0 || u_isUWhiteSpace(character) == 0) {
      break;
    }
    begin = next;
  }
  size_t end = text.size();
  while (end > begin) {
    size_t start = end - 1;
    while (start > begin && is_continuation(text[start])) {
      --start;
    }
    size_t next = start;
    const UChar32 character = next_character(text, next);
    if (character < 0 || u_isUWhiteSpace(character) == 0) {
      break;
    }
    end = start;
  }
  return text.substr(begin, end - begin);
}

size_t count_characters(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

std::string_view cut_at(std::string_view text, size_t max_bytes) {
  if (text.size() <= max_bytes) {
    return text;
  }
  size_t end = max_bytes;
  while (end > 0 && is_continuation(text[end])) {
    --end;
  }
  return text.substr(0, end);
}

std::string in_quotes(std::string_view text) {
  const std::string_view start = cut_at(text, kQuotedBytes);
  return "\"" + clean_line(start) + (start.size() < text.size() ? "…\"" : "\"");
}

}  // namespace vigie
