// Count: facets and timeline of a match set, from the columns. For one thread.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "searchd/mirror/snapshot.h"
#include "searchd/search/answer.h"
#include "searchd/search/collapse.h"
#include "searchd/search/each_docid.h"
#include "searchd/search/list_counter.h"
#include "searchd/search/number_counter.h"
#include "searchd/search/request.h"
#include "searchd/search/sums.h"

namespace vigie {

/// What one facet counts: the matches without regard to the facet's own selection.
struct FacetRequest {
  Facet facet;
  uint32_t size;                      ///< values at most, besides those selected
  std::vector<std::string> selected;  ///< as fold_name() writes them
  SumFilter sums;                     ///< of facets of sums: which ones are counted
};

/// Articles by the month_number() of their day.
struct MonthCounts {
  uint32_t undated = 0;
  int first = 0;  ///< with any article; 0: none is dated
  int last = 0;
  Counts counts;  ///< of the months from first to last

  uint32_t of(int month) const {
    return month < first || month > last ? 0 : counts[static_cast<size_t>(month - first)];
  }
};

/// What each match has one of.
struct RowCounts {
  Counts origins;
  MonthCounts months;
};

/// Counts one match set; what several counts need is counted once.
class Tally {
 public:
  /// `copies` among the matches count once under each value that any of them has. All must outlive
  /// the tally.
  Tally(const Roaring& matches, const Copies& copies, const Snapshot& snapshot)
      : matches_(to_docids(matches)),
        summed_(to_docids(matches & snapshot.summed)),
        copies_(copies),
        snapshot_(snapshot) {}

  /// The values of one facet, by count, then value; selected ones are always among them.
  FacetAnswer facet(const FacetRequest& request);

  /// Bars over the span of the matches, empty ones between included. Its interval is such that they
  /// are some 10 to 60, or `least` where that is longer: then several timelines can be compared.
  Timeline timeline(Interval least = Interval::kDay);

 private:
  std::vector<FacetCount> values(const FacetRequest& request);
  std::vector<FacetCount> bands(const SumFilter& filter) const;
  std::vector<FacetCount> years(const std::vector<std::string>& selected);
  Counts count_origins(size_t numbers, uint32_t Origin::*part);
  Counts count_lists(size_t numbers, ListColumn<uint32_t> ColumnChunk::*lists) const;
  Counts count_years();
  template <typename NumberOf>
  Counts count_sums(const SumFilter& filter, size_t numbers, const NumberOf& number_of) const;
  void fill(Timeline& timeline, const MonthCounts& counted, Interval least) const;
  void take_copies_out(Timeline& timeline) const;
  FacetAnswer entity_facet(const FacetRequest& request, EntityKind kind);
  const RowCounts& rows();  // copies not taken out: the months' span decides on what is counted
  const MonthCounts& months() { return rows().months; }
  const Counts& entities();

  std::vector<uint32_t> matches_;
  std::vector<uint32_t> summed_;  // those with a sum of money
  const Copies& copies_;
  const Snapshot& snapshot_;
  std::optional<RowCounts> rows_;
  std::optional<Counts> entities_;  // by number in the gazetteer
};

}  // namespace vigie
