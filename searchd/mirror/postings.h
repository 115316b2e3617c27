// Postings: one term's articles in memory, with what each adds to a score.
//
// Copied once from Xapian, then immutable: any thread may read them. Ranking reads impacts instead
// of frequencies and lengths (Anh and Moffat 2005: quantised impacts cost no quality), and skips
// whole windows of docids by their largest impact: blocks of postings (Ding and Suel 2011) that are
// the same for every term, so that the bounds of several terms are added up in one plain loop.
#pragma once

#include <cstdint>
#include <optional>
#include <roaring/roaring.hh>
#include <vector>

namespace vigie {

/// Docids between two entries of Postings::window_max.
inline constexpr uint32_t kWindowDocids = 64;
/// A term with fewer postings for each window has none: its postings are as soon looked through.
inline constexpr size_t kWindowPostings = 2;
/// A term with fewer postings has no bitmap: its array is smaller and as fast.
inline constexpr size_t kBitmapPostings = 4096;

/// BM25's parameters, tuned on CISI and CNIL (ARCHITECTURE.md, "Ranking").
inline constexpr float kBm25K1 = 1.6F;
inline constexpr float kBm25B = 0.65F;

struct Postings {
  std::vector<uint32_t> docids;  ///< ascending
  std::vector<uint8_t>
      impacts;  ///< parallel to docids, 1 to 255; empty where the term weighs nothing (wdf 0)
  uint8_t max_impact = 0;
  /// The largest impact of each window of docids, 0 to the last posting's; 0 where it has none.
  std::vector<uint8_t> window_max;
  std::vector<uint32_t> window_begin;  ///< the first posting of each window, and one more
  std::optional<Roaring> bitmap;       ///< of docids, where there are kBitmapPostings or more

  size_t size() const { return docids.size(); }
  bool empty() const { return docids.empty(); }
  bool has_windows() const { return !window_max.empty(); }

  /// Adds one posting; `docid` above all before. An `impact` of 0 is a term that weighs nothing.
  void append(uint32_t docid, uint8_t impact);
  /// To be called after the last append(): maxima, windows, bitmap, spare memory.
  void finish();
  /// Memory held, in bytes.
  size_t bytes() const;
  /// Adds the docids to `set`.
  void add_to(Roaring& set) const;

 private:
  void make_windows();
};

/// The norm of an article: what BM25 adds to the term frequency below the line.
float length_norm(uint32_t length, float average_length);

/// BM25's saturated term frequency, wdf / (wdf + norm), in 1..255; 0 for wdf 0.
uint8_t impact_of(uint32_t wdf, float norm);

}  // namespace vigie
