#include "searchd/search/duplicates.h"

#include "searchd/search/ranking.h"
#include "searchd/search/show.h"

namespace vigie {

SearchAnswer find_duplicates(uint32_t docid, uint32_t count, SearchTools tools) {
  const Snapshot& snapshot = tools.reader.snapshot();
  TopRanked newest(count);
  SearchAnswer answer;
  for (const uint32_t member : snapshot.clusters.members(snapshot.clusters.cluster_of(docid))) {
    if (member != docid) {
      newest.offer({0, snapshot.columns.time(member), member});
      ++answer.total;
    }
  }
  const Highlights no_marks;
  const SumFilter any_sum;
  for (const Ranked& ranked : newest.take()) {
    answer.hits.push_back(show_hit(ranked, {tools, no_marks, any_sum}));
  }
  answer.index = state_of(snapshot);
  return answer;
}

}  // namespace vigie
