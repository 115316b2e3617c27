#include "searchd/mirror/vocabulary.h"

#include <algorithm>
#include <optional>

#include "indexer/glass/pack.h"
#include "indexer/glass/table_reader.h"
#include "indexer/schema.h"
#include "indexer/varint.h"

namespace vigie {

namespace {

using schema::Prefix;

/// Walks one prefix's sorted terms, the prefix cut off.
struct TermWalk {
  std::vector<TermCount> terms;
  size_t prefix_bytes;
  size_t at = 0;

  bool done() const { return at == terms.size(); }
  std::string_view word() const { return std::string_view(terms[at].term).substr(prefix_bytes); }

  /// The count of `word` if it is the next one, which is then passed.
  uint32_t take(std::string_view word) {
    while (!done() && this->word() < word) {
      ++at;
    }
    if (done() || this->word() != word) {
      return 0;
    }
    return terms[at++].count;
  }
};

/// The first of the words that the walks stand at; nothing at the end of all.
std::optional<std::string_view> first_word(const std::vector<TermWalk>& walks) {
  std::optional<std::string_view> first;
  for (const TermWalk& walk : walks) {
    if (!walk.done() && (!first || walk.word() < *first)) {
      first = walk.word();
    }
  }
  return first;
}

}  // namespace

size_t Vocabulary::lower_bound(std::string_view word) const {
  size_t low = 0;
  size_t high = size();
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (this->word(middle) < word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

std::pair<size_t, size_t> Vocabulary::range(std::string_view prefix) const {
  const size_t first = lower_bound(prefix);
  // No byte of UTF-8 is 0xFF: this sorts right after every word that begins with the prefix.
  return {first, std::max(first, lower_bound(std::string(prefix) + '\xff'))};
}

uint32_t Vocabulary::count_of(std::string_view word) const {
  const size_t at = lower_bound(word);
  return at < size() && this->word(at) == word ? counts_[at] : 0;
}

size_t Vocabulary::bytes() const {
  return text_.capacity() + begins_.capacity() * sizeof(uint64_t) +
         counts_.capacity() * sizeof(uint32_t);
}

void Vocabulary::append(std::string_view word, uint32_t count) {
  if (count == 0) {
    return;
  }
  text_.append(word);
  begins_.push_back(text_.size());
  counts_.push_back(count);
}

Vocabulary make_vocabulary(
    const std::function<std::vector<TermCount>(const std::string&)>& terms_of) {
  std::vector<TermWalk> forms;
  std::vector<TermWalk> absent;
  forms.push_back({terms_of(schema::term(Prefix::kForm, "")), 1});
  absent.push_back({{}, 2});
  for (const Language language : kLanguages) {
    const Prefix prefix = schema::word_prefix(language);
    forms.push_back({terms_of(schema::term(prefix, "")), 1});
    absent.push_back({terms_of(schema::term(Prefix::kAbsentForm, prefix, "")), 2});
  }
  Vocabulary vocabulary;
  for (;;) {
    const std::optional<std::string_view> next = first_word(forms);
    if (!next) {
      return vocabulary;
    }
    uint32_t count = 0;
    for (size_t i = 0; i < forms.size(); ++i) {
      const uint32_t without = absent[i].take(*next);
      const uint32_t with = forms[i].take(*next);
      count += with > without ? with - without : 0;
    }
    vocabulary.append(*next, count);
  }
}

std::vector<TermCount> terms_with_prefix(const std::string& path, const std::string& prefix) {
  glass::TableReader table(path, glass::Table::kPostlist);
  std::string begin;
  glass::pack_sorted_string(begin, prefix, false);
  std::vector<TermCount> terms;
  for (bool more = table.seek(begin); more && table.key().substr(0, begin.size()) == begin;) {
    std::string_view rest = table.key();
    std::string term = glass::take_sorted_string(rest);
    if (rest.empty()) {
      std::string_view tag = table.tag();
      terms.push_back({std::move(term), static_cast<uint32_t>(take_varint(tag))});
      more = table.next();
    } else {
      // Another piece of its postings: on to where all of them end.
      std::string end;
      glass::pack_sorted_string(end, term, true);
      more = table.seek(end + '\xFF');
    }
  }
  return terms;
}

}  // namespace vigie
