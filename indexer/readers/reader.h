// Readers: bytes → Articles. Files, directories and standard input in, one article at a time out.
//
// Formats: plain text as pasted (.txt), Markdown with front matter (.md, .markdown), JSON, one
// article or an array (.json), JSON Lines
// (.jsonl, .ndjson). A reader is for one thread; only one article (and one file of JSON) is held at
// a time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/article.h"

namespace vigie {

enum class InputFormat : unsigned char { kGuess, kText, kMarkdown, kJson, kJsonLines };

/// An article with where it came from, or why there is none.
struct SourcedArticle {
  Article article;    ///< complete()d; not to be used where `error` is set
  std::string where;  ///< "path", "path:line" or "path[index]"; "-" for standard input
  std::vector<std::string>
      warnings;  ///< one sentence each: converted from Windows-1252, unknown field "x" ignored, …
  std::optional<std::string> error;  ///< one sentence: what was wrong, what was expected
  uint64_t bytes = 0;                ///< how much input it took, for progress
};

struct ReadOptions {
  InputFormat format = InputFormat::kGuess;  ///< by file name; on standard input by content
  std::string language;  ///< a tag to take where an article names none; empty: detect
  std::string source;    ///< a source to take where an article names none
  /// Asked while waiting for input that does not come; what was read of an unfinished article is
  /// then dropped.
  std::function<bool()> stop_requested = [] { return false; };
};

/// Walks `paths` in order (a directory recursively, names sorted, hidden files and unknown endings
/// passed over; "-" is standard input) and yields their articles. A file named itself may have any
/// ending: it is then told by its content.
class ArticleReader {
 public:
  ArticleReader(const std::vector<std::string>& paths, ReadOptions options);
  ~ArticleReader();
  ArticleReader(const ArticleReader&) = delete;
  ArticleReader& operator=(const ArticleReader&) = delete;

  /// The next article or error; nothing at the end. Never throws for what the input holds.
  std::optional<SourcedArticle> next();

  /// Bytes of all the files to read, for progress; nothing where that is unknown (standard input).
  std::optional<uint64_t> total_bytes() const;

  /// Files in the directories walked that were passed over for their ending.
  uint64_t passed_over() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace vigie
