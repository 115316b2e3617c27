// Highlights: which words of a text a query matches, and the window of it worth showing.
//
// Analyses the text as it was indexed, so that what is marked is what matched. For one thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"
#include "searchd/search/answer.h"
#include "searchd/search/plan.h"

namespace vigie {

/// A matched word: bytes [begin, end) of the text.
struct Mark {
  uint32_t begin;
  uint32_t end;
  uint32_t word;                ///< equal for marks of the same word
  uint32_t phrase = kNoPhrase;  ///< equal for words that matched together, as one phrase
  const std::string* translates = nullptr;  ///< of the highlights: what it stands for; null: itself

  static constexpr uint32_t kNoPhrase = UINT32_MAX;
};

/// The marks of `text`, ascending, none within another; valid as long as `highlights`.
std::vector<Mark> find_marks(std::string_view text, Language language, const Highlights& highlights,
                             Analyzer& analyzer);

/// The whole of `text` in segments that join to it. The words of a phrase are one segment.
std::vector<Segment> to_segments(std::string_view text, const std::vector<Mark>& marks);

/// A window of a text: segments that join to a piece of it.
struct TextWindow {
  std::vector<Segment> segments;
  uint32_t worth = 0;  ///< more for more different words, then for more marks; 0 without any
};

/// The window of some 280 bytes of `text` with the most different matched words, from a sentence's
/// or word's beginning. Without marks, the beginning.
TextWindow best_window(std::string_view text, const std::vector<Mark>& marks);

}  // namespace vigie
