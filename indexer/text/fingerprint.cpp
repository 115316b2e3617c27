#include "indexer/text/fingerprint.h"

#include <xxhash.h>

#include <algorithm>
#include <limits>

namespace vigie {

namespace {

constexpr size_t kMost = std::numeric_limits<uint16_t>::max();

/// Sebastiano Vigna's splitmix64: spreads every bit of `value` over all.
constexpr uint64_t spread(uint64_t value) {
  value += 0x9E3779B97F4A7C15ULL;
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31U);
}

/// An odd factor for each row: multiplied by it, well-spread hashes come in another order.
constexpr std::array<uint64_t, kSketchRows> row_factors() {
  std::array<uint64_t, kSketchRows> factors{};
  for (size_t i = 0; i < kSketchRows; ++i) {
    factors[i] = spread(i) | 1U;
  }
  return factors;
}
constexpr std::array<uint64_t, kSketchRows> kRowFactors = row_factors();

/// The sketch of the set of `features`, which are sorted by it.
Sketch sketch_of(std::vector<uint64_t>& features) {
  Sketch sketch;
  std::sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end()), features.end());
  if (features.empty()) {
    return sketch;
  }
  std::array<uint64_t, kSketchRows> least{};
  least.fill(std::numeric_limits<uint64_t>::max());
  for (const uint64_t feature : features) {
    for (size_t i = 0; i < kSketchRows; ++i) {
      least[i] = std::min(least[i], feature * kRowFactors[i]);
    }
  }
  for (size_t i = 0; i < kSketchRows; ++i) {
    sketch.rows[i] = static_cast<uint8_t>(spread(least[i]) >> 56U);
  }
  sketch.count = static_cast<uint16_t>(std::min(features.size(), kMost));
  return sketch;
}

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

/// Whether a capital of the Latin alphabet, with an accent or without, begins at `at`.
bool is_capital_at(std::string_view text, size_t at) {
  const auto byte = [text](size_t i) { return static_cast<unsigned char>(text[i]); };
  return (byte(at) >= 'A' && byte(at) <= 'Z') ||
         (byte(at) == 0xC3 && at + 1 < text.size() && byte(at + 1) <= 0x9E) ||
         (byte(at) == 0xC5 && at + 1 < text.size() && byte(at + 1) == 0x92);
}

/// The first word of a sentence may have a capital for no other reason, but so it has in every copy;
/// and it is often whom the news is about.
bool is_name(const Token& token, std::string_view text) {
  return is_digit(token.form->folded.front()) || is_capital_at(text, token.begin_bytes);
}

/// Sums, quantities and prices are figures; days, years, types and serial numbers are not.
bool is_figure(std::string_view folded) {
  constexpr size_t kFigureBytes = 5;
  return folded.front() >= '1' && folded.front() <= '9' &&
         (folded.size() >= kFigureBytes || folded.find('.') != std::string_view::npos);
}

/// The hash of a name or number in Names.
uint16_t name_hash(uint64_t hash, std::string_view folded) {
  constexpr unsigned kHigh = 48;
  const auto high = static_cast<uint16_t>(spread(hash) >> kHigh);
  return static_cast<uint16_t>((high & (kFirstName - 1U)) | (is_figure(folded) ? 0U : kFirstName));
}

/// The Names of `hashes`, of which those in `title` are marked.
Names names_of(std::vector<uint16_t>& hashes, const std::vector<uint16_t>& title) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  Names names;
  names.all = hashes.size() <= kNames;
  names.count = static_cast<uint8_t>(std::min(hashes.size(), kNames));
  std::copy_n(hashes.begin(), names.count, names.hashes.begin());
  for (uint32_t i = 0; i < names.count; ++i) {
    const bool in_title = std::find(title.begin(), title.end(), hashes[i]) != title.end();
    names.in_title |= in_title ? 1U << i : 0U;
  }
  return names;
}

uint64_t hash_of(const Token& token) {
  return XXH3_64bits(token.form->folded.data(), token.form->folded.size());
}

void put(std::string& bytes, uint32_t value, unsigned count) {
  for (unsigned i = 0; i < count; ++i) {
    bytes += static_cast<char>((value >> (8U * i)) & 0xFFU);
  }
}

/// Reads what put() wrote, from the front of `bytes`, which it takes off.
uint32_t take(std::string_view& bytes, unsigned count) {
  uint32_t value = 0;
  for (unsigned i = 0; i < count; ++i) {
    value |= static_cast<uint32_t>(static_cast<unsigned char>(bytes[i])) << (8U * i);
  }
  bytes.remove_prefix(count);
  return value;
}

void put(std::string& bytes, const Sketch& sketch) {
  for (const uint8_t row : sketch.rows) {
    put(bytes, row, 1);
  }
  put(bytes, sketch.count, 2);
}

void take(std::string_view& bytes, Sketch& sketch) {
  for (uint8_t& row : sketch.rows) {
    row = static_cast<uint8_t>(take(bytes, 1));
  }
  sketch.count = static_cast<uint16_t>(take(bytes, 2));
}

void put(std::string& bytes, const Names& names) {
  for (const uint16_t hash : names.hashes) {
    put(bytes, hash, 2);
  }
  put(bytes, names.in_title, 4);
  put(bytes, names.count, 1);
  put(bytes, names.all ? 1 : 0, 1);
}

void take(std::string_view& bytes, Names& names) {
  for (uint16_t& hash : names.hashes) {
    hash = static_cast<uint16_t>(take(bytes, 2));
  }
  names.in_title = take(bytes, 4);
  names.count = static_cast<uint8_t>(std::min<uint32_t>(take(bytes, 1), kNames));
  names.all = take(bytes, 1) != 0;
}

}  // namespace

std::string to_bytes(const Fingerprint& fingerprint) {
  std::string bytes;
  bytes.reserve(kFingerprintBytes);
  put(bytes, fingerprint.words);
  put(bytes, fingerprint.pairs);
  put(bytes, fingerprint.names);
  put(bytes, fingerprint.length, 2);
  put(bytes, fingerprint.title, 2);
  put(bytes, fingerprint.text, 4);
  return bytes;
}

std::optional<Fingerprint> fingerprint_of_bytes(std::string_view bytes) {
  if (bytes.size() != kFingerprintBytes) {
    return std::nullopt;
  }
  Fingerprint fingerprint;
  take(bytes, fingerprint.words);
  take(bytes, fingerprint.pairs);
  take(bytes, fingerprint.names);
  fingerprint.length = static_cast<uint16_t>(take(bytes, 2));
  fingerprint.title = static_cast<uint16_t>(take(bytes, 2));
  fingerprint.text = take(bytes, 4);
  return fingerprint;
}

void FingerprintMaker::add_word(uint64_t hash) {
  text_ = spread(text_ ^ hash);
  ++length_;
}

void FingerprintMaker::add_telling_word(uint64_t hash) {
  words_.push_back(hash);
  pairs_.push_back(spread(last_word_) ^ hash);
  last_word_ = hash;
}

void FingerprintMaker::add_title(const std::vector<Token>& tokens) {
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::kWord) {
      continue;
    }
    title_words_.push_back(hash_of(token));
    title_ = spread(title_ ^ title_words_.back());
    if (!token.form->function_word) {
      title_names_.push_back(name_hash(title_words_.back(), token.form->folded));
    }
  }
}

void FingerprintMaker::add_text(const std::vector<Token>& tokens, std::string_view text) {
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::kWord) {
      continue;
    }
    const uint64_t hash = hash_of(token);
    add_word(hash);
    if (token.form->function_word) {
      continue;
    }
    add_telling_word(hash);
    if (is_name(token, text)) {
      names_.push_back(name_hash(hash, token.form->folded));
    }
  }
}

Fingerprint FingerprintMaker::finish() {
  if (length_ == 0) {
    for (const uint64_t hash : title_words_) {
      add_word(hash);
      add_telling_word(hash);
    }
  }
  constexpr unsigned kHigh16 = 48;
  constexpr unsigned kHigh32 = 32;
  Fingerprint fingerprint;
  fingerprint.words = sketch_of(words_);
  fingerprint.pairs = sketch_of(pairs_);
  fingerprint.names = names_of(names_, title_names_);
  fingerprint.length = static_cast<uint16_t>(std::min(length_, kMost));
  fingerprint.title = static_cast<uint16_t>(title_ >> kHigh16);
  fingerprint.text = static_cast<uint32_t>(text_ >> kHigh32);
  *this = {};
  return fingerprint;
}

}  // namespace vigie
