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

uint32_t TiledRun::score_at(size_t tile, uint32_t place) const {
  const uint32_t* const docids = postings->docids.data();
  const uint32_t* const end = docids + tiles[tile + 1];
  const uint32_t docid = docid_of(tile) + place;
  const uint32_t* at = docids + tiles[tile];
  if (postings->has_windows() && at != end) {
    const size_t window = std::min<size_t>(docid / kWindowDocids, postings->window_max.size());
    at = docids + postings->window_begin[window];
    at = std::find_if(at, end, [docid](uint32_t each) { return each >= docid; });
  } else {
    at = std::lower_bound(at, end, docid);
  }
  return at != end && *at == docid ? score(static_cast<size_t>(at - docids)) : 0;
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

uint32_t TiledWord::score_at(size_t tile, uint32_t place) const {
  uint32_t best = 0;
  for (const TiledRun& run : runs) {
    best = std::max(best, run.score_at(tile, place));
  }
  return best;
}

}  // namespace vigie
