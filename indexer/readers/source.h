// What every format's reader is to reader.cpp: articles, one at a time, not completed yet.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "indexer/readers/byte_input.h"
#include "indexer/readers/reader.h"

namespace vigie {

/// The articles of one file. For one thread.
class ArticleSource {
 public:
  virtual ~ArticleSource() = default;
  /// The next article, not complete()d, or an error; nothing at the end. Throws ArticleError where
  /// nothing more can be read of this file.
  virtual std::optional<SourcedArticle> next() = 0;
};

/// One article as plain text (text.h says how it is laid out) or as Markdown (markdown.h).
std::unique_ptr<ArticleSource> open_text(std::unique_ptr<ByteInput> input, std::string path);
std::unique_ptr<ArticleSource> open_markdown(std::unique_ptr<ByteInput> input, std::string path);

/// JSON objects one to a line where the first line is one whole, or is broken and followed by
/// another; JSON documents else. Nothing is waited for beyond the second line.
std::unique_ptr<ArticleSource> open_json(std::unique_ptr<ByteInput> input, std::string path);

/// JSON objects one to a line, unless the first character opens an array.
std::unique_ptr<ArticleSource> open_json_lines(std::unique_ptr<ByteInput> input, std::string path);

}  // namespace vigie
