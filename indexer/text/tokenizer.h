// Where the units of a text stand (unit.h tells what they are): ICU word segmentation, joined again
// where a hyphen, a dotted acronym or the spaces of a number (1 200 000) go on. ICU is asked only
// where plain_chunk.h cannot tell.
//
// A Tokenizer is for one thread.
#pragma once

#include <unicode/brkiter.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/plain_chunk.h"
#include "indexer/text/wanted_words.h"

namespace vigie {

struct Unit {
  uint32_t begin_bytes;
  uint32_t end_bytes;
  bool starts_line;                ///< a line break stands between it and the unit before
  bool is_spaced_number;           ///< digits in groups of three with single spaces between
  uint32_t needless_words;         ///< instead of one unit, so many words that nobody wants …
  uint32_t needless_letter_words;  ///< … and how many of two letters or more (wanted_words.h)
};

class Tokenizer {
 public:
  /// Throws std::runtime_error if ICU has no segmentation data.
  Tokenizer();

  /// The units of `text`, ascending, on character borders; valid until the next call. `text` is
  /// shorter than 2³¹ bytes. An elided word apart from what follows (d'« armée », l'11 novembre) is
  /// no unit. With `wanted`, words that are not among them may be passed over.
  const std::vector<Unit>& units_of(std::string_view text, const WantedWords* wanted = nullptr);

 private:
  void segment(std::string_view text, const WantedWords* wanted);
  uint32_t end_of_foreign(std::string_view text, uint32_t begin_bytes);
  void segment_foreign(std::string_view text, uint32_t begin_bytes, uint32_t end_bytes);
  void add_segment(std::string_view text, uint32_t begin_bytes, uint32_t end_bytes);
  void add_piece(uint32_t begin_bytes, uint32_t end_bytes);
  std::string_view bytes(const WordSpan& segment) const;
  size_t complete(size_t first, Unit& unit) const;
  size_t end_of_spaced_number(size_t first) const;
  size_t end_of_unit(size_t first, uint32_t& end_bytes) const;
  bool goes_on_after(size_t next, uint32_t begin_bytes, uint32_t& end_bytes) const;
  bool is_lone_elision(size_t index) const;

  std::unique_ptr<icu::BreakIterator> words_;
  std::string_view text_;  // of the call under way only
  std::vector<WordSpan> segments_;
  std::vector<Unit> units_;
};

}  // namespace vigie
