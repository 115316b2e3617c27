// Fingerprints: what is kept of an article's text to tell whether another one is a copy of it.
//
// Two MinHash sketches (Broder 1997), of the words and of pairs of neighbouring words, function
// words left out; the names and numbers themselves, as 16-bit hashes, or a sample where they are
// many; and a hash of the whole. Copies agree in all three. Notices of one mould agree in words and
// pairs, not in names and numbers. The headline is apart, since copies often have another, but the
// names that it has in common with the text are marked: they are whom the text is about.
//
// A fingerprint depends on the text alone: not on the machine, the batch or the other articles. A
// FingerprintMaker is for one thread; a Fingerprint is a value.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"

namespace vigie {

/// Rows of a sketch: each the smallest hash of its set by another hash function, in 8 bits
/// ("b-bit minwise hashing", Li and König 2010).
inline constexpr size_t kSketchRows = 32;

/// Of a set of hashed features. Two sketches agree in a row as often as their sets' Jaccard
/// coefficient says, or by chance, once in 256.
struct Sketch {
  std::array<uint8_t, kSketchRows> rows{};
  uint16_t count = 0;  ///< of the set's distinct members, at most 65 535

  auto operator<=>(const Sketch&) const = default;
};

/// The names (words with a capital, but for function words) and numbers of a text by their hashes:
/// all, or the kNames smallest (a bottom-k sketch: Cohen and Kaplan 2007).
inline constexpr size_t kNames = 26;
struct Names {
  std::array<uint16_t, kNames> hashes{};  ///< ascending, distinct: figures first
  uint32_t in_title = 0;                  ///< bit i: hashes[i] stands in the headline too
  uint8_t count = 0;                      ///< of hashes
  bool all = true;                        ///< no more than these

  auto operator<=>(const Names&) const = default;
};
/// Hashes in Names below this are of figures: numbers of five digits and more, and decimal ones.
inline constexpr uint16_t kFirstName = 0x8000;
constexpr bool is_figure(uint16_t hash) {
  return hash < kFirstName;
}

struct Fingerprint {
  Sketch words;
  Sketch pairs;  ///< of neighbours, across function words
  Names names;
  uint16_t length = 0;  ///< words but for the headline's, function words included, at most 65 535.
                        ///< Where there is nothing but a headline, it is taken for the text
  uint16_t title = 0;   ///< hash of the headline's words
  uint32_t text = 0;    ///< hash of all other words, in their order

  auto operator<=>(const Fingerprint&) const = default;
};

/// Bytes of a stored fingerprint.
inline constexpr size_t kFingerprintBytes = 2 * (kSketchRows + 2) + 2 * kNames + 4 + 2 + 2 + 2 + 4;

/// kFingerprintBytes bytes, the same on every machine.
std::string to_bytes(const Fingerprint& fingerprint);

/// Nothing where `bytes` is no stored fingerprint (an article without words has none).
std::optional<Fingerprint> fingerprint_of_bytes(std::string_view bytes);

/// Gathers an article's words, field by field.
class FingerprintMaker {
 public:
  /// The headline's `tokens`.
  void add_title(const std::vector<Token>& tokens);
  /// The `tokens` of another field, found in `text`.
  void add_text(const std::vector<Token>& tokens, std::string_view text);
  /// The fingerprint of what was added, which is forgotten.
  Fingerprint finish();

 private:
  void add_word(uint64_t hash);
  void add_telling_word(uint64_t hash);

  std::vector<uint64_t> title_words_;
  std::vector<uint16_t> title_names_;
  std::vector<uint64_t> words_;
  std::vector<uint64_t> pairs_;
  std::vector<uint16_t> names_;
  uint64_t last_word_ = 0;
  uint64_t title_ = 0;
  uint64_t text_ = 0;
  size_t length_ = 0;
};

}  // namespace vigie
