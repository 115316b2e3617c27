// The vocabulary: every word (folded, as written) of a set of articles, sorted, with the number of
// articles that hold it. Wildcards, suggestions and spelling read it.
//
// Immutable once made: any thread may read.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie {

class Vocabulary {
 public:
  size_t size() const { return counts_.size(); }
  std::string_view word(size_t i) const {
    return std::string_view(text_).substr(begins_[i], begins_[i + 1] - begins_[i]);
  }
  uint32_t count(size_t i) const { return counts_[i]; }

  /// The words that begin with `prefix`: [first, second).
  std::pair<size_t, size_t> range(std::string_view prefix) const;
  /// The number of articles that hold `word`, 0 where none does.
  uint32_t count_of(std::string_view word) const;
  size_t bytes() const;

  /// Adds a word above all before; one with count 0 is left out.
  void append(std::string_view word, uint32_t count);

 private:
  size_t lower_bound(std::string_view word) const;

  std::string text_;
  std::vector<uint64_t> begins_ = {0};
  std::vector<uint32_t> counts_;
};

/// One term and the number of its articles.
struct TermCount {
  std::string term;
  uint32_t count;
};

/// Makes the vocabulary of the terms that `terms_of(prefix)` lists, sorted, for each prefix asked
/// for: a word's count is that of its form term and of the stems that are the word itself, without
/// those articles where the stem is never spelt so (schema.h).
Vocabulary make_vocabulary(
    const std::function<std::vector<TermCount>(const std::string&)>& terms_of);

/// The terms of the database in the folder `path`, as it is now, that begin with `prefix`, which is
/// not empty; sorted. Throws what glass::TableReader throws.
std::vector<TermCount> terms_with_prefix(const std::string& path, const std::string& prefix);

}  // namespace vigie
