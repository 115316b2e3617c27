#include "searchd/search/feedback.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "indexer/schema.h"

namespace vigie {

namespace {

constexpr double kMostShare = 0.3;
constexpr double kShortWords = 5;
constexpr double kLongWords = 40;
/// Words fed back. Twenty are no better and cost more.
constexpr size_t kFeedbackWords = 10;

/// A word of the best articles.
struct Gathered {
  double impact = 0;  ///< the mean over the articles, by their scores
  size_t articles = 0;
};

using GatheredWords = std::unordered_map<std::string, Gathered>;

/// The words of one article, without acronyms: each is a word as well.
void gather(uint32_t docid, double share, TermReader& reader, GatheredWords& words) {
  const double norm = reader.snapshot().columns.norm(docid);
  Xapian::TermIterator term = reader.database().termlist_begin(docid);
  const Xapian::TermIterator end = reader.database().termlist_end(docid);
  for (const Language language : {Language::kEnglish, Language::kFrench, Language::kOther}) {
    const std::string prefix = schema::term(schema::word_prefix(language), "");
    for (term.skip_to(prefix); term != end; ++term) {
      const std::string name = *term;
      if (name.compare(0, prefix.size(), prefix) != 0) {
        break;
      }
      const double frequency = term.get_wdf();
      Gathered& word = words[name];
      word.impact += share * frequency / (frequency + norm);
      ++word.articles;
    }
  }
}

struct Candidate {
  std::string term;
  double impact;
  double worth;  ///< impact x idf
};

std::vector<Candidate> candidates(const GatheredWords& words, TermReader& reader) {
  const auto articles = static_cast<double>(reader.snapshot().article_count());
  std::vector<Candidate> result;
  for (const auto& [term, word] : words) {
    if (word.articles < 2) {
      continue;
    }
    const double holding = reader.database().get_termfreq(term);
    if (holding <= articles / 4) {
      result.push_back({term, word.impact, word.impact * std::log(articles / holding)});
    }
  }
  return result;
}

}  // namespace

double feedback_share(const std::vector<ScoredWord>& words) {
  double count = 0;
  for (const ScoredWord& word : words) {
    count += word.terms.empty() ? 0 : word.weight;
  }
  const double length = std::log(std::max(count, kShortWords) / kShortWords);
  return kMostShare * std::min(1.0, length / std::log(kLongWords / kShortWords));
}

std::vector<ScoredWord> feedback_words(const std::vector<Ranked>& best, double weight,
                                       TermReader& reader) {
  double scores = 0;
  for (const Ranked& ranked : best) {
    scores += ranked.score;
  }
  GatheredWords words;
  for (const Ranked& ranked : best) {
    if (ranked.score > 0) {
      gather(ranked.docid, ranked.score / scores, reader, words);
    }
  }
  std::vector<Candidate> telling = candidates(words, reader);
  const auto middle =
      telling.begin() + static_cast<std::ptrdiff_t>(std::min(kFeedbackWords, telling.size()));
  std::partial_sort(telling.begin(), middle, telling.end(),
                    [](const Candidate& a, const Candidate& b) {
                      return a.worth != b.worth ? a.worth > b.worth : a.term < b.term;
                    });
  telling.erase(middle, telling.end());
  double worth = 0;
  for (const Candidate& each : telling) {
    worth += each.worth;
  }
  std::vector<ScoredWord> result;
  result.reserve(telling.size());
  for (Candidate& each : telling) {
    result.push_back({{std::move(each.term)}, weight * each.impact / worth});
  }
  return result;
}

double weight_of(const std::vector<WeightedWord>& words) {
  double total = 0;
  for (const WeightedWord& word : words) {
    uint32_t most = 0;
    for (const WeightedRun& run : word.runs) {
      most = std::max(most, run.weight);
    }
    total += most * kWeightUnit;
  }
  return total;
}

}  // namespace vigie
