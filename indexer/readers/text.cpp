#include "indexer/readers/text.h"

#include <utility>

#include "indexer/clean_text.h"
#include "indexer/readers/debris.h"

namespace vigie {

namespace {

/// Longer first lines are paragraphs.
constexpr size_t kMaxTitleCharacters = 200;

/// Lines without white space at their ends, and without debris, of which `left_out` gets the first
/// and the count.
struct Lines {
  std::vector<std::string_view> kept;
  std::string_view first_left_out;
  size_t left_out = 0;
};

Lines split_lines(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (is_page_debris(line)) {
      lines.first_left_out = lines.left_out++ == 0 ? line : lines.first_left_out;
    } else if (!lines.kept.empty() || !is_blank(line)) {
      lines.kept.push_back(line);
    }
  }
  while (!lines.kept.empty() && is_blank(lines.kept.back())) {
    lines.kept.pop_back();
  }
  return lines;
}

std::string join_from(const std::vector<std::string_view>& lines, size_t first) {
  while (first < lines.size() && is_blank(lines[first])) {
    ++first;
  }
  std::string text;
  for (size_t i = first; i < lines.size(); ++i) {
    text.append(i == first ? "" : "\n").append(lines[i]);
  }
  return text;
}

}  // namespace

Record parse_text_record(std::string_view text) {
  const Lines lines = split_lines(text);
  Record record;
  if (lines.left_out > 0) {
    record.warnings.push_back("left out " + std::to_string(lines.left_out) +
                              (lines.left_out == 1 ? " line" : " lines") +
                              " of web page furniture, such as " + in_quotes(lines.first_left_out));
  }
  if (lines.kept.empty()) {
    return record;
  }
  if (count_characters(lines.kept.front()) > kMaxTitleCharacters) {
    record.article.body = join_from(lines.kept, 0);
    return record;
  }
  record.article.title = lines.kept.front();
  const bool has_standfirst =
      lines.kept.size() > 3 && !is_blank(lines.kept[1]) && is_blank(lines.kept[2]);
  if (has_standfirst) {
    record.article.standfirst = lines.kept[1];
  }
  record.article.body = join_from(lines.kept, has_standfirst ? 2 : 1);
  return record;
}

}  // namespace vigie
