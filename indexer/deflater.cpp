#include "indexer/deflater.h"

#include <algorithm>
#include <new>

namespace vigie {

void Deflater::Free::operator()(libdeflate_compressor* compressor) const {
  libdeflate_free_compressor(compressor);
}

Deflater::Deflater(int level) : compressor_(libdeflate_alloc_compressor(level)) {
  if (!compressor_) {
    throw std::bad_alloc();
  }
}

std::string_view Deflater::deflate(std::string_view text) {
  out_.resize(text.size() - 1);
  return {out_.data(), libdeflate_deflate_compress(compressor_.get(), text.data(), text.size(),
                                                   out_.data(), out_.size())};
}

std::string Deflater::gzip(std::string_view text) {
  std::string out(libdeflate_gzip_compress_bound(compressor_.get(), text.size()), '\0');
  out.resize(libdeflate_gzip_compress(compressor_.get(), text.data(), text.size(), out.data(),
                                      out.size()));
  return out;
}

void Inflater::Free::operator()(libdeflate_decompressor* decompressor) const {
  libdeflate_free_decompressor(decompressor);
}

Inflater::Inflater() : decompressor_(libdeflate_alloc_decompressor()) {
  if (!decompressor_) {
    throw std::bad_alloc();
  }
}

std::optional<std::string_view> Inflater::inflate(std::string_view bytes) {
  constexpr size_t kUsual = size_t{1} << 14U;
  constexpr size_t kMostKept = size_t{1} << 20U;
  constexpr size_t kMostRatio = 1032;  // of deflate
  const size_t most = std::max(kUsual, bytes.size() * kMostRatio);
  if (out_.size() < kUsual || out_.size() > kMostKept) {
    out_ = std::string(kUsual, '\0');
  }
  size_t size = 0;
  for (;;) {  // raw deflate does not say how long it was
    const libdeflate_result result = libdeflate_deflate_decompress(
        decompressor_.get(), bytes.data(), bytes.size(), out_.data(), out_.size(), &size);
    if (result == LIBDEFLATE_SUCCESS) {
      return std::string_view(out_).substr(0, size);
    }
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE || out_.size() >= most) {
      return std::nullopt;
    }
    out_.resize(std::min(most, 2 * out_.size()));
  }
}

}  // namespace vigie
