// deflate, raw as Xapian's glass tables hold long tags, or in gzip's format. For one thread.
#pragma once

#include <libdeflate.h>

#include <memory>
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

}  // namespace vigie
