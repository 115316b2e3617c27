#include "indexer/deflater.h"

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

}  // namespace vigie
