#include "indexer/readers/text.h"

#include <utility>

#include "indexer/clean_text.h"
#include "indexer/readers/debris.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/source.h"

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

class TextSource : public ArticleSource {
 public:
  TextSource(std::unique_ptr<ByteInput> input, std::string path)
      : input_(std::move(input)), path_(std::move(path)) {}

  std::optional<SourcedArticle> next() override {
    if (std::exchange(done_, true)) {
      return std::nullopt;
    }
    SourcedArticle sourced;
    sourced.where = path_;
    const std::string bytes = input_->read_all();
    sourced.bytes = input_->consumed();
    if (!input_->converted_from().empty()) {
      sourced.warnings.push_back("converted from " + input_->converted_from() + " to UTF-8");
    }
    Record record = parse_text_record(clean_text(decode_text(bytes, sourced.warnings)));
    sourced.article = std::move(record.article);
    sourced.warnings.insert(sourced.warnings.end(), record.warnings.begin(), record.warnings.end());
    return sourced;
  }

 private:
  std::unique_ptr<ByteInput> input_;
  std::string path_;
  bool done_ = false;
};

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

std::unique_ptr<ArticleSource> open_text(std::unique_ptr<ByteInput> input, std::string path) {
  return std::make_unique<TextSource>(std::move(input), std::move(path));
}

}  // namespace vigie
