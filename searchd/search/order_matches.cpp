// The best matches by relevance where the matches are few: each is scored.
#include "searchd/search/each_docid.h"
#include "searchd/search/order.h"
#include "searchd/search/word_cursor.h"

namespace vigie {

namespace {

/// Adds what `word` gives each of the ascending `docids` to their `scores`.
void add_scores(const WeightedWord& word, const std::vector<uint32_t>& docids,
                std::vector<uint32_t>& scores) {
  WordCursor cursor(word);
  for (size_t i = 0; i < docids.size(); ++i) {
    scores[i] += cursor.score(docids[i]);
  }
}

}  // namespace

std::vector<Ranked> order_by_matches(const RelevanceOrder& order) {
  const std::vector<uint32_t> docids = to_docids(order.matches);
  std::vector<uint32_t> scores(docids.size());
  for (const WeightedWord& word : order.words) {
    add_scores(word, docids, scores);
  }
  TopRanked top(order.most);
  for (size_t i = 0; i < docids.size(); ++i) {
    const ColumnChunk& chunk = order.columns.chunk_of(docids[i]);
    const uint32_t index = Columns::index_of(docids[i]);
    top.offer({order.recency.scaled(scores[i], chunk.month[index]), chunk.time[index], docids[i]});
  }
  return top.take();
}

}  // namespace vigie
