// The best matches by relevance, most docids left out by the bounds of their windows.
#include <algorithm>
#include <array>
#include <iterator>

#include "searchd/search/order.h"
#include "searchd/search/word_tiles.h"

namespace vigie {

namespace {

uint32_t highest_of(const Windows& bounds) {
  return *std::max_element(bounds.begin(), bounds.end());
}

void add_to(Windows& sums, const Windows& bounds) {
  for (size_t i = 0; i < kTileWindows; ++i) {
    sums[i] += bounds[i];
  }
}

/// Sets what is kept of the tile's windows to 0.
void clear(std::array<uint32_t, kTileDocids>& places, const TileWindows& windows) {
  const auto begin = places.begin();
  std::fill(begin + static_cast<std::ptrdiff_t>(windows.first * kWindowDocids),
            begin + static_cast<std::ptrdiff_t>(windows.last * kWindowDocids), 0);
}

class WindowOrder {
 public:
  explicit WindowOrder(const RelevanceOrder& order) : order_(order), top_(order.most) {}

  std::vector<Ranked> run() {
    if (!order_.matches.isEmpty()) {
      begin_ = order_.matches.minimum() / kTileDocids * kTileDocids;
      add_words((order_.matches.maximum() - begin_) / kTileDocids + 1);
      visit_windows();
    }
    offer_unscored();
    return top_.take();
  }

 private:
  /// The words, those that add least first, and their bounds.
  void add_words(size_t tiles) {
    uint64_t postings = 0;
    for (const WeightedWord& word : order_.words) {
      words_.emplace_back(word, begin_, tiles);
      for (const WeightedRun& run : word.runs) {
        postings += run.postings->size();
      }
    }
    constexpr uint64_t kCostOfMatch = 8;  // in postings
    by_matches_ = order_.matches.cardinality() * kCostOfMatch < postings;
    std::sort(words_.begin(), words_.end(),
              [](const TiledWord& a, const TiledWord& b) { return a.most < b.most; });
    rest_.resize(words_.size());
    bounds_.resize(tiles);
    for (size_t tile = 0; tile < tiles; ++tile) {
      for (const TiledWord& word : words_) {
        add_to(bounds_[tile], word.bounds(tile));
      }
    }
  }

  /// The windows with the highest bounds first, which soon give a high threshold; then, tile by
  /// tile, those that reach it.
  void visit_windows() {
    std::vector<uint32_t> highest;
    std::transform(bounds_.begin(), bounds_.end(), std::back_inserter(highest), highest_of);
    constexpr size_t kFirst = 16;
    for (size_t i = 0; i < kFirst; ++i) {
      const auto best = std::max_element(highest.begin(), highest.end());
      if (*best < least_score()) {
        return;
      }
      const auto tile = static_cast<size_t>(best - highest.begin());
      Windows& bounds = bounds_[tile];
      const auto window =
          static_cast<size_t>(std::find(bounds.begin(), bounds.end(), *best) - bounds.begin());
      visit({tile, window, window + 1});
      bounds[window] = 0;
      *best = highest_of(bounds);
    }
    for (size_t tile = 0; tile < bounds_.size(); ++tile) {
      if (highest[tile] >= least_score()) {
        visit({tile, 0, kTileWindows});
      }
    }
  }

  uint32_t least_score() const { return std::max(1U, top_.threshold()); }

  /// Scores the articles that may still get in.
  void visit(const TileWindows& windows) {
    choose_essential(windows);
    set_least(windows);
    if (by_matches_) {
      add_matches(windows);
    }
    for (size_t i = words_.size(); i-- > essential_;) {
      add(words_[i], windows, [this](uint32_t place, uint32_t before, uint32_t after) {
        add_candidate(place, before, after);
      });
    }
    for (size_t i = essential_; i-- > 0 && !candidates_.empty();) {
      leave_out_hopeless(rest_[i]);
      complete(words_[i], windows);
    }
    for (const uint32_t place : candidates_) {
      offer(begin_ + static_cast<uint32_t>(windows.tile) * kTileDocids + place, scores_[place]);
    }
    candidates_.clear();
    clear(scores_, windows);
  }

  /// The essential words, whose postings are walked through, are those from `essential_` on: the
  /// others even together cannot lift an article over the threshold, so that they only complete the
  /// scores of candidates. None is where matches are the candidates; in one window, all.
  void choose_essential(const TileWindows& windows) {
    essential_ = by_matches_ ? words_.size() : 0;
    uint32_t others = 0;
    while (essential_ < words_.size() && windows.last - windows.first > 1 &&
           others + words_[essential_].most < least_score()) {
      others += words_[essential_].most;
      ++essential_;
    }
  }

  /// What the essential words have to give an article of each window.
  void set_least(const TileWindows& windows) {
    Windows rest{};
    for (size_t word = 0; word < essential_; ++word) {
      add_to(rest, words_[word].bounds(windows.tile));
      rest_[word] = rest;
    }
    const Windows& bounds = bounds_[windows.tile];
    const uint32_t least = least_score();
    least_.fill(kNever);
    for (size_t i = windows.first; i < windows.last; ++i) {
      if (bounds[i] >= least) {
        least_[i] = least > rest[i] ? least - rest[i] : 1;
      }
    }
  }

  /// The matches are candidates.
  void add_matches(const TileWindows& windows) {
    const uint32_t tile = begin_ + static_cast<uint32_t>(windows.tile) * kTileDocids;
    const uint32_t first = tile + static_cast<uint32_t>(windows.first) * kWindowDocids;
    const uint32_t last = tile + static_cast<uint32_t>(windows.last) * kWindowDocids;
    std::array<uint32_t, kTileDocids> docids;  // NOLINT: read into
    roaring_uint32_iterator_t at{};
    roaring_init_iterator(&order_.matches.roaring, &at);
    roaring_move_uint32_iterator_equalorlarger(&at, first);
    const uint32_t read = roaring_read_uint32_iterator(&at, docids.data(), last - first);
    for (uint32_t i = 0; i < read && docids[i] < last; ++i) {
      if (least_[(docids[i] - tile) / kWindowDocids] != kNever) {
        candidates_.push_back(docids[i] - tile);
      }
    }
  }

  /// Adds the word's postings to the scores; use(place, score before, after) sees each.
  template <typename Use>
  void add(const TiledWord& word, const TileWindows& windows, const Use& use) {
    const auto any = [&windows](const TiledRun& run) { return run.holds_any(windows.tile); };
    const bool overlapping =
        word.overlapping && std::count_if(word.runs.begin(), word.runs.end(), any) > 1;
    for (const TiledRun& run : word.runs) {
      run.each_posting(windows, least_, kNever, [&](uint32_t place, uint32_t score) {
        const uint32_t before = scores_[place];
        scores_[place] += overlapping ? raise_best(place, score) : score;
        use(place, before, scores_[place]);
      });
    }
    if (overlapping) {
      clear(best_, windows);
    }
  }

  /// By how much `score` is more than the article has of the word.
  uint32_t raise_best(uint32_t place, uint32_t score) {
    const uint32_t more = std::max(score, best_[place]) - best_[place];
    best_[place] += more;
    return more;
  }

  /// An article is one once: when its score reaches the least of its window.
  void add_candidate(uint32_t place, uint32_t before, uint32_t after) {
    const uint32_t least = least_[place / kWindowDocids];
    if (before < least && after >= least) {
      candidates_.push_back(place);
    }
  }

  /// Leaves out the candidates that `rest` cannot lift over the threshold.
  void leave_out_hopeless(const Windows& rest) {
    const uint32_t least = least_score();
    const auto is_hopeless = [&](uint32_t place) {
      return scores_[place] + rest[place / kWindowDocids] < least;
    };
    candidates_.erase(std::remove_if(candidates_.begin(), candidates_.end(), is_hopeless),
                      candidates_.end());
  }

  /// Adds what the word gives the candidates: by all its postings, where they are few for them.
  void complete(const TiledWord& word, const TileWindows& windows) {
    constexpr size_t kCostOfSeeking = 8;  // in postings walked through
    size_t postings = 0;
    for (const TiledRun& run : word.runs) {
      postings += run.tiles[windows.tile + 1] - run.tiles[windows.tile];
    }
    if (candidates_.size() * kCostOfSeeking > postings) {
      add(word, windows, [](uint32_t, uint32_t, uint32_t) {});
      return;
    }
    best_of_candidates_.assign(candidates_.size(), 0);
    for (const TiledRun& run : word.runs) {
      run.look_up(windows.tile, candidates_, best_of_candidates_);
    }
    for (size_t i = 0; i < candidates_.size(); ++i) {
      scores_[candidates_[i]] += best_of_candidates_[i];
    }
  }

  void offer(uint32_t docid, uint32_t score) {
    if (score < least_score() || !order_.matches.contains(docid)) {
      return;
    }
    const ColumnChunk& chunk = order_.columns.chunk_of(docid);
    const uint32_t index = Columns::index_of(docid);
    top_.offer({order_.recency.scaled(score, chunk.month[index]), chunk.time[index], docid});
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

  static constexpr uint32_t kNever = UINT32_MAX;

  const RelevanceOrder& order_;
  TopRanked top_;
  uint32_t begin_ = 0;  // the first docid of the first tile
  std::vector<TiledWord> words_;
  bool by_matches_ = false;
  std::vector<Windows> bounds_;  // by tile: the most that all words add; 0 once visited
  // Of the visit:
  size_t essential_ = 0;
  std::vector<Windows> rest_;                 // by word: the most that it and those before it add
  Windows least_{};                           // kNever: nothing there may get in
  std::vector<uint32_t> candidates_;          // places in the tile
  std::vector<uint32_t> best_of_candidates_;  // of one word
  std::array<uint32_t, kTileDocids> scores_{};
  std::array<uint32_t, kTileDocids> best_{};  // of one word
};

}  // namespace

std::vector<Ranked> order_by_windows(const RelevanceOrder& order) {
  return WindowOrder(order).run();
}

}  // namespace vigie
