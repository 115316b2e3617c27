#include "indexer/readers/reader.h"

#include <chrono>
#include <utility>

#include "indexer/clean_text.h"
#include "indexer/readers/byte_input.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/input_files.h"
#include "indexer/readers/source.h"

namespace vigie {

namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr size_t kMaxGuessBytes = 4'096;

int64_t now_epoch_seconds() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

/// The character after `bracket`, white space passed over, is one that JSON can have there:
/// "[Analyse] …" is a title.
bool goes_on_as_json(char bracket, std::string_view after) {
  const size_t next = after.find_first_not_of(kSpace);
  if (next == std::string_view::npos) {
    return true;
  }
  const std::string_view expected = bracket == '{' ? "\"}" : "{[]\"-0123456789";
  return expected.find(after[next]) != std::string_view::npos;
}

/// Reads until a line, or enough of one, is there to judge by.
std::string_view first_visible(ByteInput& input) {
  while (true) {
    const std::string_view pending = input.pending();
    const size_t start = std::min(pending.find_first_not_of(kSpace), pending.size());
    const bool line = pending.find('\n', start) != std::string_view::npos;
    if ((line && start < pending.size()) || pending.size() > kMaxGuessBytes || !input.read_more()) {
      const std::string_view all = input.pending();
      return all.substr(std::min(all.find_first_not_of(kSpace), all.size()));
    }
  }
}

InputFormat guess_format(std::string_view visible) {
  const char first = visible.empty() ? ' ' : visible.front();
  if ((first == '{' || first == '[') && goes_on_as_json(first, visible.substr(1))) {
    return InputFormat::kJson;
  }
  const std::string_view line = trimmed(visible.substr(0, visible.find('\n')));
  return line == "---" ? InputFormat::kMarkdown : InputFormat::kText;
}

std::unique_ptr<ArticleSource> open_source(const InputFile& file, const ReadOptions& options) {
  auto input = std::make_unique<ByteInput>(file.path, options.stop_requested);
  const std::string_view visible = first_visible(*input);
  if (visible.empty()) {
    throw ArticleError(file.path == "-" ? "nothing came in: standard input is empty"
                                        : "the file is empty");
  }
  require_text_format(visible);
  InputFormat format = options.format == InputFormat::kGuess ? file.format : options.format;
  if (format == InputFormat::kGuess) {
    format = guess_format(visible);
  }
  switch (format) {
    case InputFormat::kJson:
      return open_json(std::move(input), file.path);
    case InputFormat::kJsonLines:
      return open_json_lines(std::move(input), file.path);
    case InputFormat::kMarkdown:
      return open_markdown(std::move(input), file.path);
    case InputFormat::kText:
    case InputFormat::kGuess:
      break;
  }
  return open_text(std::move(input), file.path);
}

}  // namespace

struct ArticleReader::State {
  InputFiles input;
  ReadOptions options;
  size_t next_file = 0;
  std::unique_ptr<ArticleSource> source;
  bool any_article = false;  ///< of the current file

  const InputFile& file() const { return input.files[next_file - 1]; }

  SourcedArticle refuse(std::string reason) {
    source.reset();
    SourcedArticle sourced;
    sourced.where = file().path;
    sourced.error = std::move(reason);
    return sourced;
  }

  /// The next article or error of the current file; nothing at its end.
  std::optional<SourcedArticle> next_of_file() {
    std::optional<SourcedArticle> sourced = source->next();
    if (!sourced) {
      source.reset();
      if (!any_article && !options.stop_requested()) {
        return refuse("holds no article");
      }
    }
    any_article = true;
    return sourced;
  }

  /// Opens the next file; an error where that has one.
  std::optional<SourcedArticle> open_next_file() {
    ++next_file;
    any_article = false;
    if (file().error) {
      return refuse(*file().error);
    }
    source = open_source(file(), options);
    return std::nullopt;
  }

  /// The next article or error of the files, not completed.
  std::optional<SourcedArticle> next_read() {
    std::optional<SourcedArticle> sourced;
    try {
      while (!sourced && (source || next_file < input.files.size())) {
        sourced = source ? next_of_file() : open_next_file();
      }
    } catch (const ArticleError& error) {
      sourced = refuse(error.what());
    }
    return sourced;
  }

  void complete_article(SourcedArticle& sourced) const {
    Article& article = sourced.article;
    if (article.language.empty()) {
      article.language = options.language;
    }
    if (article.source.empty()) {
      article.source = options.source;
    }
    try {
      std::vector<std::string> warnings = complete(article, now_epoch_seconds());
      sourced.warnings.insert(sourced.warnings.end(), std::make_move_iterator(warnings.begin()),
                              std::make_move_iterator(warnings.end()));
    } catch (const ArticleError& error) {
      sourced.error = error.what();
    }
  }
};

ArticleReader::ArticleReader(const std::vector<std::string>& paths, ReadOptions options)
    : state_(std::make_unique<State>()) {
  state_->input = list_input_files(paths);
  state_->options = std::move(options);
}

ArticleReader::~ArticleReader() = default;

std::optional<SourcedArticle> ArticleReader::next() {
  std::optional<SourcedArticle> sourced = state_->next_read();
  // An article cut short because reading was stopped is none.
  if (!sourced || state_->options.stop_requested()) {
    return std::nullopt;
  }
  if (!sourced->error) {
    state_->complete_article(*sourced);
  }
  return sourced;
}

std::optional<uint64_t> ArticleReader::total_bytes() const {
  return state_->input.bytes;
}

uint64_t ArticleReader::passed_over() const {
  return state_->input.passed_over;
}

}  // namespace vigie
