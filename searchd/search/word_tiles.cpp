#include "searchd/search/word_tiles.h"

namespace vigie {

TiledRun::TiledRun(const WeightedRun& run, uint32_t first_docid, size_t tile_count)
    : postings(run.postings), weight(run.weight), begin(first_docid) {
  tiles.reserve(tile_count + 1);
  auto at = postings->docids.begin();
  for (size_t tile = 0; tile <= tile_count; ++tile) {
    if (postings->has_windows()) {
      const size_t window = docid_of(tile) / kWindowDocids;
      tiles.push_back(postings->window_begin[std::min(window, postings->window_max.size())]);
    } else {
      at = std::lower_bound(at, postings->docids.end(), docid_of(tile));
      tiles.push_back(static_cast<uint32_t>(at - postings->docids.begin()));
    }
  }
}

size_t TiledRun::seek(size_t tile, size_t window) const {
  if (window == 0 || window == kTileWindows) {
    return tiles[window == 0 ? tile : tile + 1];
  }
  const uint32_t* const docids = postings->docids.data();
  const uint32_t docid = docid_of(tile) + static_cast<uint32_t>(window) * kWindowDocids;
  return static_cast<size_t>(
      std::lower_bound(docids + tiles[tile], docids + tiles[tile + 1], docid) - docids);
}

void TiledRun::raise_bounds(size_t tile, Windows& bounds) const {
  if (postings->has_windows()) {
    // A plain loop, which the compiler turns into vector instructions.
    const size_t before = docid_of(tile) / kWindowDocids;
    const size_t count = std::min<size_t>(kTileWindows, windows_from(before));
    for (size_t i = 0; i < count; ++i) {
      bounds[i] = std::max(bounds[i], postings->window_max[before + i] * weight);
    }
    return;
  }
  for (size_t i = tiles[tile]; i < tiles[tile + 1]; ++i) {
    uint32_t& bound = bounds[postings->docids[i] / kWindowDocids % kTileWindows];
    bound = std::max(bound, score(i));
  }
}

size_t TiledRun::find(size_t tile, uint32_t docid) const {
  const uint32_t* const docids = postings->docids.data();
  if (!postings->has_windows()) {
    return static_cast<size_t>(
        std::lower_bound(docids + tiles[tile], docids + tiles[tile + 1], docid) - docids);
  }
  const size_t window = docid / kWindowDocids;
  if (window >= postings->window_max.size()) {
    return postings->size();
  }
  // Counted to the end: a loop left earlier costs a mispredicted branch.
  const uint32_t* const begins = postings->window_begin.data() + window;
  return begins[0] +
         static_cast<size_t>(std::count_if(docids + begins[0], docids + begins[1],
                                           [=](uint32_t each) { return each < docid; }));
}

void TiledRun::look_up(size_t tile, const std::vector<uint32_t>& places,
                       std::vector<uint32_t>& best) const {
  if (!holds_any(tile)) {
    return;
  }
  const std::vector<uint32_t>& docids = postings->docids;
  for (size_t i = 0; i < places.size(); ++i) {
    const uint32_t docid = docid_of(tile) + places[i];
    const size_t at = find(tile, docid);
    if (at < docids.size() && docids[at] == docid) {
      best[i] = std::max(best[i], score(at));
    }
  }
}

TiledWord::TiledWord(const WeightedWord& word, uint32_t first_docid, size_t tile_count)
    : overlapping(word.overlapping) {
  for (const WeightedRun& run : word.runs) {
    most = std::max(most, run.postings->max_impact * run.weight);
    runs.emplace_back(run, first_docid, tile_count);
  }
}

Windows TiledWord::bounds(size_t tile) const {
  Windows bounds{};
  for (const TiledRun& run : runs) {
    run.raise_bounds(tile, bounds);
  }
  return bounds;
}

}  // namespace vigie
