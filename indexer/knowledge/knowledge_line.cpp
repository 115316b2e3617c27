#include "indexer/knowledge/knowledge_line.h"

#include <algorithm>

#include "indexer/knowledge/knowledge.h"

namespace vigie {

namespace {

bool has_word(std::string_view form) {
  return std::any_of(form.begin(), form.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
  });
}

}  // namespace

void refuse(const KnowledgeLine& line, const std::string& reason) {
  throw KnowledgeError(place_of(line) + ": " + reason);
}

std::string place_of(const KnowledgeLine& line) {
  return std::string(line.file) + ", line " + std::to_string(line.number);
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + separator.size();
  }
  return parts;
}

std::vector<std::string> values_of(const KnowledgeLine& line, size_t column, const char* what) {
  std::vector<std::string> values;
  if (column >= line.columns.size() || line.columns[column].empty()) {
    return values;
  }
  for (const std::string_view value : split(line.columns[column], " | ")) {
    if (!has_word(value) || value.front() == ' ' || value.back() == ' ') {
      refuse(line, std::string("the ") + what + " '" + std::string(value) +
                       "' has no word or has spaces around it; several are separated by ' | '");
    }
    values.emplace_back(value);
  }
  return values;
}

}  // namespace vigie
