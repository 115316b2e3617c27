// The two ways in which JSON comes: documents (an object, an array, several of them), and one
// object to a line.

#include <utility>

#include "indexer/clean_text.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/json.h"
#include "indexer/readers/json_pieces.h"
#include "indexer/readers/source.h"

namespace vigie {

namespace {

constexpr std::string_view kJsonSpace = " \t\r\n";

/// Fills `sourced` from one JSON value, or with the reason why not.
void read_value(std::string_view json, uint64_t first_line, SourcedArticle& sourced) {
  try {
    std::vector<std::string> warnings;
    const std::string text = decode_text(json, warnings);
    Record record = parse_json_record(text, first_line);
    sourced.article = std::move(record.article);
    sourced.warnings.insert(sourced.warnings.end(), warnings.begin(), warnings.end());
    sourced.warnings.insert(sourced.warnings.end(), record.warnings.begin(), record.warnings.end());
  } catch (const ArticleError& error) {
    sourced.error = error.what();
  }
}

SourcedArticle begin_article(std::string where, const ByteInput& input) {
  SourcedArticle sourced;
  sourced.where = std::move(where);
  if (!input.converted_from().empty()) {
    sourced.warnings.push_back("converted from " + input.converted_from() + " to UTF-8");
  }
  return sourced;
}

class DocumentSource : public ArticleSource {
 public:
  DocumentSource(std::unique_ptr<ByteInput> input, std::string path)
      : input_(std::move(input)), path_(std::move(path)), pieces_(*input_) {}

  std::optional<SourcedArticle> next() override {
    const uint64_t start = input_->consumed();
    std::optional<JsonPiece> piece = pieces_.next();
    if (!piece) {
      return std::nullopt;
    }
    SourcedArticle sourced = begin_article(place_of(*piece), *input_);
    if (piece->error) {
      sourced.error = piece->error;
    } else {
      read_value(piece->text, piece->line, sourced);
    }
    sourced.bytes = input_->consumed() - start;
    return sourced;
  }

 private:
  std::string place_of(const JsonPiece& piece) const {
    if (piece.index) {
      return path_ + "[" + std::to_string(*piece.index) + "]";
    }
    return piece.line > 1 ? path_ + ":" + std::to_string(piece.line) : path_;
  }

  std::unique_ptr<ByteInput> input_;
  std::string path_;
  JsonPieces pieces_;
};

class LinesSource : public ArticleSource {
 public:
  LinesSource(std::unique_ptr<ByteInput> input, std::string path)
      : input_(std::move(input)), path_(std::move(path)) {}

  std::optional<SourcedArticle> next() override {
    const uint64_t start = input_->consumed();
    std::optional<std::string> line;
    do {
      line = next_line();
    } while (line && !too_long_ && line->find_first_not_of(kJsonSpace) == std::string::npos);
    if (!line) {
      return std::nullopt;
    }
    SourcedArticle sourced = begin_article(path_ + ":" + std::to_string(line_number_), *input_);
    if (too_long_) {
      sourced.error = "the line is longer than " + std::to_string(kMaxPieceBytes / 1'000'000) +
                      " MB, which no article is";
    } else {
      read_value(*line, 0, sourced);
    }
    sourced.bytes = input_->consumed() - start;
    return sourced;
  }

 private:
  /// The next line without its end; empty, and too_long_ set, where it is longer than is held.
  std::optional<std::string> next_line() {
    std::string line;
    bool any = false;
    too_long_ = false;
    while (true) {
      const std::string_view pending = input_->pending();
      const size_t end = pending.find('\n');
      const size_t length = end == std::string_view::npos ? pending.size() : end;
      any = any || !pending.empty();
      too_long_ = too_long_ || line.size() + length > kMaxPieceBytes;
      if (too_long_) {
        line.clear();
      } else {
        line.append(pending.substr(0, length));
      }
      input_->consume(end == std::string_view::npos ? length : length + 1);
      if (end != std::string_view::npos || !input_->read_more()) {
        break;
      }
    }
    if (!any) {
      return std::nullopt;
    }
    ++line_number_;
    return line;
  }

  std::unique_ptr<ByteInput> input_;
  std::string path_;
  uint64_t line_number_ = 0;
  bool too_long_ = false;
};

/// The end of the line that begins at `from` in what is pending, read on for if need be; nothing
/// where the input ends before it.
std::optional<size_t> end_of_line(ByteInput& input, size_t from) {
  while (true) {
    const size_t newline = input.pending().find('\n', from);
    if (newline != std::string_view::npos) {
      return newline + 1;
    }
    from = input.pending().size();
    if (from > kMaxPieceBytes || !input.read_more()) {
      return std::nullopt;
    }
  }
}

/// The first `count` lines of what is to be read, or all where that is fewer.
std::string_view first_lines(ByteInput& input, int count) {
  size_t from = 0;
  for (int line = 0; line < count; ++line) {
    const std::optional<size_t> end = end_of_line(input, from);
    if (!end) {
      return input.pending();
    }
    from = *end;
  }
  return input.pending().substr(0, from);
}

bool is_one_object_a_line(ByteInput& input) {
  const std::string_view first = first_lines(input, 1);
  const size_t start = first.find_first_not_of(kJsonSpace);
  if (start == std::string_view::npos || first[start] != '{') {
    return false;
  }
  if (is_balanced_json(trimmed(first))) {
    return true;
  }
  const size_t first_length = first.size();
  const std::string_view second = first_lines(input, 2).substr(first_length);
  return second.substr(0, 1) == "{";
}

}  // namespace

std::unique_ptr<ArticleSource> open_json(std::unique_ptr<ByteInput> input, std::string path) {
  if (is_one_object_a_line(*input)) {
    return std::make_unique<LinesSource>(std::move(input), std::move(path));
  }
  return std::make_unique<DocumentSource>(std::move(input), std::move(path));
}

std::unique_ptr<ArticleSource> open_json_lines(std::unique_ptr<ByteInput> input, std::string path) {
  const std::string_view first = trimmed(first_lines(*input, 1));
  // An array on a line of its own, or cut over several, is a JSON document in spite of its name.
  if (first.substr(0, 1) == "[") {
    return std::make_unique<DocumentSource>(std::move(input), std::move(path));
  }
  return std::make_unique<LinesSource>(std::move(input), std::move(path));
}

}  // namespace vigie
