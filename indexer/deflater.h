// deflate, raw as Xapian's glass tables hold long tags, or in gzip's format; and raw deflate back.
// For one thread.
#pragma once

#include <libdeflate.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace vigie {

/// Keeps libdeflate's state, which is large, and so is worth keeping.
class Deflater {
 public:
  /// At libdeflate's `level` 1 (fast) to 12. Throws std::bad_alloc.
  explicit Deflater(int level);

  /// `text` (not empty) compressed, valid until the next call; empty where that is no shorter.
  std::string_view deflate(std::string_view text);

  /// `text` in gzip's format.
  std::string gzip(std::string_view text);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };

  std::unique_ptr<libdeflate_compressor, Free> compressor_;
  std::string out_;
};

/// Keeps libdeflate's state and what was inflated last.
class Inflater {
 public:
  /// Throws std::bad_alloc.
  Inflater();

  /// What was deflated, valid until the next call; nothing where `bytes` are no raw deflate.
  std::optional<std::string_view> inflate(std::string_view bytes);

 private:
  struct Free {
    void operator()(libdeflate_decompressor* decompressor) const;
  };

  std::unique_ptr<libdeflate_decompressor, Free> decompressor_;
  std::string out_;
};

}  // namespace vigie
