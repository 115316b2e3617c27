// What is asked of the engine: plain values, already checked. Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/knowledge/knowledge.h"
#include "searchd/query/expression.h"

namespace vigie {

enum class Sort : unsigned char { kRelevance, kNewest, kOldest };
enum class MatchMode : unsigned char { kAll, kAny };
enum class Recency : unsigned char { kOff, kMild, kStrong };
/// Of the timeline's bars; from the shortest.
enum class Interval : unsigned char { kDay, kWeek, kMonth, kQuarter, kYear };

/// The facets; also the names of filter parameters, and of the JSON keys.
enum class Facet : unsigned char {
  kLanguage,
  kSource,
  kAuthor,
  kYear,
  kOrganisation,
  kPerson,
  kProgramme,
  kPlace,
  kTopic,
  kAmount,
  kCurrency,
};
inline constexpr size_t kFacetCount = 11;
/// "language", "source", …, "currency".
const char* facet_name(Facet facet);
std::optional<Facet> facet_of_name(std::string_view name);

/// The kind of entities that a facet counts; nothing for other facets.
std::optional<EntityKind> entity_kind_of(Facet facet);

/// One value to keep or to exclude.
struct FacetValue {
  Facet facet;
  std::string value;  ///< as written, compared by fold_name(); of kAmount sum_band_name(), of
                      ///< kCurrency a code in capitals
};

inline constexpr uint32_t kMaxPerPage = 100;
inline constexpr uint32_t kMaxDepth = 10000;  ///< page x per_page

std::vector<Facet> all_facets();

struct SearchRequest {
  std::string q;                     ///< at most kMaxQueryBytes, no NUL
  std::vector<FacetValue> filters;   ///< any of one facet's values, all of the different facets
  std::vector<FacetValue> excludes;  ///< none of these
  int32_t from_day = 0;              ///< YYYYMMDD, inclusive
  int32_t to_day = 99999999;
  AmountRange amount;        ///< of a sum in it; its currency is that of the filters
  int64_t added_since = 0;   ///< epoch seconds: when it first came in, at the earliest
  std::optional<Sort> sort;  ///< default: relevance with a query, newest without
  uint32_t page = 1;
  uint32_t per_page = 10;
  MatchMode match = MatchMode::kAll;
  bool translate = true;  ///< look for words in the other language too
  bool collapse = true;   ///< show and count copies of one story once
  Recency recency = Recency::kOff;
  std::vector<Facet> facets = all_facets();
  uint32_t facet_size = 10;
  bool timeline = true;                ///< off where only hits are wanted (feeds, exports)
  Interval interval = Interval::kDay;  ///< of the timeline, at the least
};

/// By value (each currency's as it stands) or by the article's date; undated last.
enum class SumOrder : unsigned char { kLargest, kSmallest, kNewest, kOldest };

/// The sums of money of the articles that a search finds; `search`'s own order is not looked at.
struct SumsRequest {
  SearchRequest search;
  SumOrder order = SumOrder::kLargest;
};

inline constexpr size_t kMaxNames = 100;
inline constexpr size_t kMaxNameBytes = 200;

/// Names to be counted in the articles that a search finds; its order and page are not looked at.
struct CountsRequest {
  SearchRequest search;
  std::vector<std::string> names;
};

}  // namespace vigie
