#include "searchd/http/target.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/clean_text.h"
#include "searchd/search/engine.h"

namespace vigie {

namespace {

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') {
    return digit - '0';
  }
  if (digit >= 'a' && digit <= 'f') {
    return digit - 'a' + 10;
  }
  if (digit >= 'A' && digit <= 'F') {
    return digit - 'A' + 10;
  }
  return -1;
}

/// The byte that "%xy" at the beginning of `text` stands for; nothing where it is no such thing.
std::optional<char> escaped_byte(std::string_view text) {
  const int high = text.size() > 2 ? hex_value(text[1]) : -1;
  const int low = text.size() > 2 ? hex_value(text[2]) : -1;
  if (high < 0 || low < 0) {
    return std::nullopt;
  }
  return static_cast<char>(high * 16 + low);
}

/// Nothing where a '%' is not followed by two hex digits.
std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space) {
  std::string decoded;
  decoded.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += plus_is_space && text[i] == '+' ? ' ' : text[i];
      continue;
    }
    const std::optional<char> byte = escaped_byte(text.substr(i));
    if (!byte) {
      return std::nullopt;
    }
    decoded += *byte;
    i += 2;
  }
  return decoded;
}

std::string decode(std::string_view text, bool plus_is_space, const std::string& parameter) {
  std::optional<std::string> decoded = percent_decode(text, plus_is_space);
  if (!decoded) {
    throw InvalidRequest(parameter,
                         "In " + in_quotes(parameter) +
                             " a % is not followed by two hexadecimal digits; a % itself "
                             "is written %25.");
  }
  if (!is_utf8(*decoded)) {
    throw InvalidRequest(parameter, in_quotes(parameter) + " is not UTF-8.");
  }
  if (decoded->find('\0') != std::string::npos) {
    throw InvalidRequest(parameter, in_quotes(parameter) + " holds a NUL character.");
  }
  return std::move(*decoded);
}

/// Without scheme and authority, which a proxy's client may send.
std::string_view origin_form(std::string_view target) {
  if (target.substr(0, 1) == "/") {
    return target;
  }
  const size_t scheme = target.find("://");
  if (scheme == std::string_view::npos) {
    return target;
  }
  const size_t slash = target.find('/', scheme + 3);
  return slash == std::string_view::npos ? "/" : target.substr(slash);
}

}  // namespace

std::string path_of(std::string_view target) {
  const std::string_view origin = origin_form(target);
  return decode(origin.substr(0, origin.find('?')), false, "path");
}

std::vector<Parameter> parameters_of(std::string_view target) {
  const size_t question = target.find('?');
  std::vector<Parameter> parameters;
  if (question == std::string_view::npos) {
    return parameters;
  }
  std::string_view rest = target.substr(question + 1);
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
    if (pair.empty()) {
      continue;
    }
    const size_t equals = pair.find('=');
    const std::string_view raw_name = pair.substr(0, equals);
    Parameter parameter{decode(raw_name, true, clean_line(raw_name)), {}};
    if (equals != std::string_view::npos) {
      parameter.value = decode(pair.substr(equals + 1), true, parameter.name);
    }
    parameters.push_back(std::move(parameter));
  }
  return parameters;
}

std::string percent_encode(std::string_view text) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string encoded;
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                       (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_' ||
                       byte == '~';
    if (plain) {
      encoded += character;
    } else {
      encoded += '%';
      encoded += kDigits[byte >> 4U];
      encoded += kDigits[byte & 0xFU];
    }
  }
  return encoded;
}

}  // namespace vigie
