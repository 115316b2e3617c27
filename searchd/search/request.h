// What is asked of the engine: plain values, already checked. Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

enum class Sort : unsigned char { kRelevance, kNewest, kOldest };
enum class MatchMode : unsigned char { kAll, kAny };
enum class Recency : unsigned char { kOff, kMild, kStrong };

/// The facets; also the names of filter parameters, and of the JSON keys.
enum class Facet : unsigned char { kLanguage, kSource, kAuthor, kYear };
inline constexpr size_t kFacetCount = 4;
/// "language", "source", "author", "year".
const char* facet_name(Facet facet);
std::optional<Facet> facet_of_name(std::string_view name);

/// One value to keep or to exclude.
struct FacetValue {
  Facet facet;
  std::string value;  ///< as written; compared by fold_name()
};

inline constexpr uint32_t kMaxPerPage = 100;
inline constexpr uint32_t kMaxDepth = 10000;  ///< page x per_page

struct SearchRequest {
  std::string q;                     ///< at most kMaxQueryBytes, no NUL
  std::vector<FacetValue> filters;   ///< any of one facet's values, all of the different facets
  std::vector<FacetValue> excludes;  ///< none of these
  int32_t from_day = 0;              ///< YYYYMMDD, inclusive
  int32_t to_day = 99999999;
  std::optional<Sort> sort;  ///< default: relevance with a query, newest without
  uint32_t page = 1;
  uint32_t per_page = 10;
  MatchMode match = MatchMode::kAll;
  bool translate = true;  ///< look for words in the other language too
  Recency recency = Recency::kOff;
  std::vector<Facet> facets = {Facet::kLanguage, Facet::kSource, Facet::kAuthor, Facet::kYear};
  uint32_t facet_size = 10;
  bool timeline = true;  ///< off where only hits are wanted (feeds, exports)
};

}  // namespace vigie
