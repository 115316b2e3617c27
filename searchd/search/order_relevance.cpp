// The two ways of finding the best matches by relevance.
#include <algorithm>
#include <array>

#include "searchd/search/each_docid.h"
#include "searchd/search/order.h"
#include "searchd/search/word_cursor.h"

namespace vigie {

namespace {

/// Docids looked at together: their scores fit the first-level cache.
constexpr uint32_t kWindow = 4096;

/// Adds what `word` gives each of the ascending `docids` to their `scores`.
void add_scores(const WeightedWord& word, const std::vector<uint32_t>& docids,
                std::vector<uint32_t>& scores) {
  WordCursor cursor(word);
  for (size_t i = 0; i < docids.size(); ++i) {
    scores[i] += cursor.score(docids[i]);
  }
}

class WindowOrder {
 public:
  explicit WindowOrder(const RelevanceOrder& order) : order_(order), top_(order.most) {
    for (const WeightedWord& word : order.words) {
      words_.emplace_back(word);
    }
  }

  std::vector<Ranked> run() {
    if (!order_.matches.isEmpty()) {
      const uint32_t last = order_.matches.maximum();
      uint32_t begin = order_.matches.minimum() / kWindow * kWindow;
      windows_ = (last - begin) / kWindow + 1;
      for (; begin <= last; begin += kWindow) {
        window(begin);
      }
    }
    offer_unscored();
    return top_.take();
  }

 private:
  /// A window whose essential words are summed up.
  struct Window {
    uint32_t begin = 0;          ///< its first docid
    uint32_t all = 0;            ///< the most that all words add
    uint32_t others = 0;         ///< the most that the words that are not essential add
    size_t first_essential = 0;  ///< after them
    bool scored = false;         ///< whether any score stands in it
  };

  void window(uint32_t begin) {
    for (WordCursor& word : words_) {
      word.set_bound(begin, begin + kWindow);
    }
    std::sort(words_.begin(), words_.end(),
              [](const WordCursor& a, const WordCursor& b) { return a.bound < b.bound; });
    const uint32_t threshold = top_.threshold();
    // Words that even together cannot lift an article over the threshold only complete the scores
    // of others.
    size_t first_essential = 0;
    uint32_t others = 0;
    while (first_essential < words_.size() &&
           others + words_[first_essential].bound < std::max(threshold, 1U)) {
      others += words_[first_essential].bound;
      ++first_essential;
    }
    if (first_essential == words_.size()) {
      return;
    }
    uint32_t all = others;
    for (size_t i = first_essential; i < words_.size(); ++i) {
      all += words_[i].bound;
    }
    Window window{begin, all, others, first_essential, false};
    for (size_t i = first_essential; i < words_.size(); ++i) {
      add(words_[i], window);
    }
    if (window.scored) {
      add_dense_words(window);
      collect(window);
    }
  }

  /// Of the words that are not essential, adds those that cost less walked through than looked up
  /// for each article that may still get in.
  void add_dense_words(Window& window) {
    while (window.first_essential > 0) {
      WordCursor& word = words_[window.first_essential - 1];
      const uint32_t least = least_score(window);
      const auto candidates = static_cast<uint64_t>(std::count_if(
          scores_.begin(), scores_.end(), [least](uint32_t score) { return score >= least; }));
      if (candidates * kCostOfSeeking < word.postings() / windows_) {
        return;
      }
      add(word, window);
      window.others -= word.bound;
      --window.first_essential;
    }
  }

  void add(WordCursor& word, Window& window) {
    // What a posting has to give so that with all other words its article may still get in.
    const uint32_t threshold = top_.threshold();
    const uint32_t others = window.all - word.bound;
    const uint32_t least = threshold > others ? threshold - others : 0;
    const bool scored = word.overlapping ? accumulate_best(word, window.begin, least)
                                         : accumulate(word, window.begin, least);
    window.scored = window.scored || scored;
  }

  /// Calls use(place in the window, score) for the postings of the window, blocks without any of
  /// `least` left out: their articles cannot get in, whatever else is added to them. Whether any
  /// was left.
  template <typename Use>
  static bool each_posting(Cursor& cursor, uint32_t begin, uint32_t least, const Use& use) {
    const Postings& run = cursor.run();
    const uint32_t* const docids = run.docids.data();
    const uint8_t* const impacts = run.impacts.data();
    const uint32_t weight = cursor.weight();
    const size_t size = run.docids.size();
    const uint32_t end = begin + kWindow;
    bool any = false;
    for (size_t i = cursor.seek(begin); i < size && docids[i] < end;) {
      const size_t block = i / kBlockPostings;
      const size_t block_end = std::min((block + 1) * kBlockPostings, size);
      if (run.block_max[block] * weight < least) {
        i = block_end;
        continue;
      }
      any = true;
      for (; i < block_end && docids[i] < end; ++i) {
        use(docids[i] - begin, impacts[i] * weight);
      }
    }
    return any;
  }

  /// What the essential words have to give an article that may still get in.
  uint32_t least_score(const Window& window) const {
    const uint32_t threshold = top_.threshold();
    return std::max(1U, threshold > window.others ? threshold - window.others : 0);
  }

  /// No article is in two runs of a word, so that adding is taking the largest.
  bool accumulate(WordCursor& word, uint32_t begin, uint32_t least) {
    bool any = false;
    for (Cursor& cursor : word.runs) {
      any |= each_posting(cursor, begin, least,
                          [this](uint32_t place, uint32_t score) { scores_[place] += score; });
    }
    return any;
  }

  bool accumulate_best(WordCursor& word, uint32_t begin, uint32_t least) {
    bool any = false;
    for (Cursor& cursor : word.runs) {
      any |= each_posting(cursor, begin, least, [this](uint32_t place, uint32_t score) {
        best_[place] = std::max(best_[place], score);
      });
    }
    if (any) {
      add_best();
    }
    return any;
  }

  /// Two plain loops, which the compiler turns into vector instructions.
  void add_best() {
    for (uint32_t i = 0; i < kWindow; ++i) {
      scores_[i] += best_[i];
    }
    best_.fill(0);
  }

  /// Offers what may still get in, and clears the window. Most of it cannot: that is told a few
  /// cache lines at a time.
  void collect(const Window& window) {
    for (uint32_t stretch = 0; stretch < kWindow; stretch += kStretch) {
      const uint32_t least = least_score(window);
      if (any_reaches(stretch, least)) {
        offer_stretch(stretch, least, window);
      }
    }
    scores_.fill(0);
  }

  /// A plain loop, which the compiler turns into vector instructions.
  bool any_reaches(uint32_t stretch, uint32_t least) const {
    uint32_t any = 0;
    for (uint32_t i = stretch; i < stretch + kStretch; ++i) {
      any |= scores_[i] >= least ? 1U : 0U;
    }
    return any != 0;
  }

  void offer_stretch(uint32_t stretch, uint32_t least, const Window& window) {
    for (uint32_t i = stretch; i < stretch + kStretch; ++i) {
      if (scores_[i] >= least) {
        offer(window.begin + i, scores_[i], window);
      }
    }
  }

  void offer(uint32_t docid, uint32_t score, const Window& window) {
    uint32_t others = window.others;
    for (size_t i = window.first_essential; i-- > 0;) {
      if (score + others < top_.threshold()) {
        return;
      }
      score += words_[i].score(docid);
      others -= words_[i].bound;
    }
    const ColumnChunk& chunk = order_.columns.chunk_of(docid);
    const uint32_t index = Columns::index_of(docid);
    const Ranked ranked{order_.recency.scaled(score, chunk.month[index]), chunk.time[index], docid};
    if (ranked.score >= top_.threshold() && order_.matches.contains(docid)) {
      top_.offer(ranked);
    }
  }

  /// Matches without any scored word (by a wildcard, say) come after all others, where there is
  /// room left.
  void offer_unscored() {
    if (top_.full()) {
      return;
    }
    const std::vector<Ranked> scored = top_.take();
    Roaring rest = order_.matches;
    for (const Ranked& ranked : scored) {
      rest.remove(ranked.docid);
    }
    const size_t room = order_.most - scored.size();
    const std::vector<Ranked> unscored = order_by_date(rest, order_.columns, true, room);
    top_ = TopRanked(order_.most);
    for (const std::vector<Ranked>* part : {&scored, &unscored}) {
      for (const Ranked& ranked : *part) {
        top_.offer(ranked);
      }
    }
  }

  static constexpr uint32_t kStretch = 32;
  static constexpr uint64_t kCostOfSeeking = 32;  ///< in postings walked through

  const RelevanceOrder& order_;
  TopRanked top_;
  std::vector<WordCursor> words_;
  uint64_t windows_ = 1;  // from the first match to the last
  std::array<uint32_t, kWindow> scores_{};
  std::array<uint32_t, kWindow> best_{};  // of one word
};

}  // namespace

std::vector<Ranked> order_by_windows(const RelevanceOrder& order) {
  return WindowOrder(order).run();
}

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
