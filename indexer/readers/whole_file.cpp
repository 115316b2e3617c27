// Files that are one article, whatever its markup: plain text and Markdown.
#include <utility>

#include "indexer/clean_text.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/markdown.h"
#include "indexer/readers/source.h"
#include "indexer/readers/text.h"

namespace vigie {

namespace {

class WholeFileSource : public ArticleSource {
 public:
  using Parse = Record (*)(std::string_view);

  WholeFileSource(std::unique_ptr<ByteInput> input, std::string path, Parse parse)
      : input_(std::move(input)), path_(std::move(path)), parse_(parse) {}

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
    Record record = parse_(clean_text(decode_text(bytes, sourced.warnings)));
    sourced.article = std::move(record.article);
    sourced.warnings.insert(sourced.warnings.end(), record.warnings.begin(), record.warnings.end());
    return sourced;
  }

 private:
  std::unique_ptr<ByteInput> input_;
  std::string path_;
  Parse parse_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<ArticleSource> open_text(std::unique_ptr<ByteInput> input, std::string path) {
  return std::make_unique<WholeFileSource>(std::move(input), std::move(path), parse_text_record);
}

std::unique_ptr<ArticleSource> open_markdown(std::unique_ptr<ByteInput> input, std::string path) {
  return std::make_unique<WholeFileSource>(std::move(input), std::move(path),
                                           parse_markdown_record);
}

}  // namespace vigie
