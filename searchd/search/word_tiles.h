// The postings of a query's words cut into tiles of docids, and what they add to scores there.
//
// For one thread.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "searchd/search/order.h"

namespace vigie {

/// Docids looked at together: their scores fit the first-level cache.
inline constexpr uint32_t kTileDocids = 4096;
inline constexpr uint32_t kTileWindows = kTileDocids / kWindowDocids;

/// A number for each window of a tile.
using Windows = std::array<uint32_t, kTileWindows>;

/// Some windows of one tile.
struct TileWindows {
  size_t tile;  ///< counted from the first that is looked at
  size_t first;
  size_t last;  ///< after them
};

/// Postings of a word.
struct TiledRun {
  const Postings* postings;
  uint32_t weight;
  uint32_t begin = 0;                ///< the first docid of the first tile
  std::vector<uint32_t> tiles = {};  ///< the first posting of each tile, and one more

  TiledRun(const WeightedRun& run, uint32_t first_docid, size_t tile_count);

  bool holds_any(size_t tile) const { return tiles[tile] < tiles[tile + 1]; }
  uint32_t docid_of(size_t tile) const { return begin + static_cast<uint32_t>(tile) * kTileDocids; }
  uint32_t score(size_t posting) const { return postings->impacts[posting] * weight; }
  /// Raises each window's bound to the most that the run adds to a score there.
  void raise_bounds(size_t tile, Windows& bounds) const;
  /// Raises best[i] to the score of the docid at places[i] in the tile, where that is among the
  /// postings.
  void look_up(size_t tile, const std::vector<uint32_t>& places, std::vector<uint32_t>& best) const;

  /// Calls use(place in the tile, score) for the postings of `windows`; of those that have a bound
  /// of their own, only where wanted[window] is not `never`.
  template <typename Use>
  void each_posting(const TileWindows& windows, const Windows& wanted, uint32_t never,
                    const Use& use) const {
    const uint32_t* const docids = postings->docids.data();
    const uint32_t docid = docid_of(windows.tile);
    const auto each = [&](size_t from, size_t end) {
      for (size_t i = from; i < end; ++i) {
        use(docids[i] - docid, score(i));
      }
    };
    if (!postings->has_windows()) {
      each(seek(windows.tile, windows.first), seek(windows.tile, windows.last));
      return;
    }
    const size_t before = docid / kWindowDocids;
    const size_t last = std::min(windows.last, windows_from(before));
    for (size_t window = windows.first; window < last; ++window) {
      if (wanted[window] != never) {
        const uint32_t* const begins = postings->window_begin.data() + before + window;
        each(begins[0], begins[1]);
      }
    }
  }

 private:
  /// How many windows the postings have from `window` on.
  size_t windows_from(size_t window) const {
    const size_t all = postings->window_max.size();
    return all - std::min(window, all);
  }
  /// The first posting of the tile at or after the start of its window `window`.
  size_t seek(size_t tile, size_t window) const;
  /// The first posting at or after `docid`, which is in the tile.
  size_t find(size_t tile, uint32_t docid) const;
};

/// One word's postings.
struct TiledWord {
  std::vector<TiledRun> runs;
  bool overlapping;
  uint32_t most = 0;  ///< that it adds to any score

  TiledWord(const WeightedWord& word, uint32_t first_docid, size_t tile_count);

  Windows bounds(size_t tile) const;
};

}  // namespace vigie
