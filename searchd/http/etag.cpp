#include "searchd/http/etag.h"

#include <xxhash.h>

#include <cstdio>

namespace vigie {

std::string hash_digits(std::string_view bytes) {
  char digits[17];
  const XXH64_hash_t hash = XXH64(bytes.data(), bytes.size(), 0);
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
  return digits;
}

std::string weak_etag(std::string_view key) {
  return "W/\"" + hash_digits(key) + "\"";
}

bool etag_matches(std::string_view if_none_match, std::string_view etag) {
  const size_t quote = etag.find('"');
  return quote != std::string_view::npos &&
         if_none_match.find(etag.substr(quote)) != std::string_view::npos;
}

}  // namespace vigie
