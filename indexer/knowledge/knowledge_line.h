// A line of a knowledge file, and how it is refused. Any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vigie {

struct KnowledgeLine {
  std::string_view file;
  size_t number = 0;
  std::vector<std::string_view> columns;  ///< parted by tabs
};

/// Throws KnowledgeError: file, line, reason.
[[noreturn]] void refuse(const KnowledgeLine& line, const std::string& reason);

/// "a.tsv, line 3"
std::string place_of(const KnowledgeLine& line);

std::vector<std::string_view> split(std::string_view text, std::string_view separator);

/// The values of a column, which " | " parts; none where it is empty or left off. Throws
/// KnowledgeError, calling them `what`, where one holds no word or has spaces around it.
std::vector<std::string> values_of(const KnowledgeLine& line, size_t column, const char* what);

}  // namespace vigie
