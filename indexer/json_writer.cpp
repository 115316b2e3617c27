#include "indexer/json_writer.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "indexer/clean_text.h"

namespace vigie {

namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

bool needs_escape(char character) {
  return static_cast<unsigned char>(character) < 0x20 || character == '"' || character == '\\';
}

void append_escape(std::string& out, char character) {
  switch (character) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kHexDigits[static_cast<unsigned char>(character) >> 4U];
      out += kHexDigits[static_cast<unsigned char>(character) & 0xFU];
  }
}

}  // namespace

void JsonWriter::key(std::string_view name) {
  separate();
  out_ += '"';
  append_escaped(name);
  out_ += "\":";
  first_ = true;
}

void JsonWriter::string(std::string_view text) {
  separate();
  out_ += '"';
  if (is_utf8(text)) {
    append_escaped(text);
  } else {
    append_escaped(clean_text(text));
  }
  out_ += '"';
}

void JsonWriter::number(uint64_t value) {
  separate();
  char digits[24];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), value);
  out_.append(digits, end.ptr);
}

void JsonWriter::number(double value, int decimals) {
  separate();
  double scale = 1;
  for (int i = 0; i < decimals; ++i) {
    scale *= 10;
  }
  const double rounded = std::round(value * scale) / scale;
  char digits[32];
  const auto end =
      std::to_chars(std::begin(digits), std::end(digits), std::isfinite(rounded) ? rounded : 0.0);
  out_.append(digits, end.ptr);
}

void JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

std::string JsonWriter::take() {
  first_ = true;
  return std::exchange(out_, {});
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  out_ += bracket;
  first_ = false;
}

void JsonWriter::separate() {
  if (!first_) {
    out_ += ',';
  }
  first_ = false;
}

void JsonWriter::append_escaped(std::string_view text) {
  while (!text.empty()) {
    const auto stop = std::find_if(text.begin(), text.end(), needs_escape);
    out_.append(text.begin(), stop);
    if (stop == text.end()) {
      return;
    }
    append_escape(out_, *stop);
    text.remove_prefix(static_cast<size_t>(stop - text.begin()) + 1);
  }
}

}  // namespace vigie
