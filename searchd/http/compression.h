// gzip for whole bodies. Any thread.
//
// Not left to cpp-httplib: it would compress every small answer with brotli's slowest setting, a
// hundred times the cost of a search.
#pragma once

#include <string>
#include <string_view>

namespace vigie {

/// Bodies below this gain nothing.
inline constexpr size_t kMinCompressedBytes = 1024;

/// Whether a client that sent `accept_encoding` takes gzip ("gzip;q=0" does not).
bool accepts_gzip(std::string_view accept_encoding);

/// `body` in gzip's format, at libdeflate's `level` 1 (fast) to 12. Throws std::bad_alloc.
std::string gzip(std::string_view body, int level = 1);

}  // namespace vigie
