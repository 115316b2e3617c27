// Raw deflate, as Xapian's glass tables hold long tags. For one thread.
#pragma once

#include <libdeflate.h>

#include <memory>
#include <string>
#include <string_view>

namespace vigie::glass {

/// Keeps libdeflate's state, which is large, and so is worth keeping.
class Deflater {
 public:
  Deflater();

  /// `text` compressed, valid until the next call; empty where that is no shorter.
  std::string_view deflate(std::string_view text);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };

  std::unique_ptr<libdeflate_compressor, Free> compressor_;
  std::string out_;
};

}  // namespace vigie::glass
