#include "searchd/search/feedback.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "indexer/schema.h"
#include "indexer/text/fold.h"
#include "searchd/search/ranking.h"

namespace vigie {

namespace {

/// Articles of a language that feedback is taken from.
constexpr size_t kFeedbackArticles = 10;
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

/// The words of one article, all of which begin with `prefix`.
void gather(uint32_t docid, const std::string& prefix, double share, TermReader& reader,
            GatheredWords& words) {
  const double norm = reader.snapshot().columns.norm(docid);
  Xapian::TermIterator term = reader.database().termlist_begin(docid);
  const Xapian::TermIterator end = reader.database().termlist_end(docid);
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

struct Candidate {
  std::string term;
  double impact;
  double worth;  ///< impact x idf
};

/// `articles`: in the language of the words.
std::vector<Candidate> candidates(const GatheredWords& words, double articles, TermReader& reader) {
  std::vector<Candidate> result;
  for (const auto& [term, word] : words) {
    if (word.articles < 2) {
      continue;
    }
    const double holding = reader.database().get_termfreq(term);
    if (4 * holding <= articles) {
      result.push_back({term, word.impact, word.impact * std::log(articles / holding)});
    }
  }
  return result;
}

GatheredWords words_of(const std::vector<Ranked>& best, Language language, TermReader& reader) {
  double scores = 0;
  for (const Ranked& ranked : best) {
    scores += ranked.score;
  }
  const std::string prefix = schema::term(schema::word_prefix(language), "");
  GatheredWords words;
  for (const Ranked& ranked : best) {
    if (ranked.score > 0) {
      gather(ranked.docid, prefix, ranked.score / scores, reader, words);
    }
  }
  return words;
}

/// The words that tell most, the first ones first.
std::vector<Candidate> most_telling(const GatheredWords& words, double articles,
                                    TermReader& reader) {
  std::vector<Candidate> telling = candidates(words, articles, reader);
  const auto middle =
      telling.begin() + static_cast<std::ptrdiff_t>(std::min(kFeedbackWords, telling.size()));
  std::partial_sort(telling.begin(), middle, telling.end(),
                    [](const Candidate& a, const Candidate& b) {
                      return a.worth != b.worth ? a.worth > b.worth : a.term < b.term;
                    });
  telling.erase(middle, telling.end());
  return telling;
}

/// The articles whose words are stemmed as those of `language`.
Roaring articles_in(Language language, TermReader& reader) {
  Roaring articles;
  for (const std::string& tag : reader.snapshot().dictionaries->language.values) {
    if (language_of_tag(tag) == language) {
      reader.add_articles(schema::term(schema::Prefix::kLanguage, fold(tag)), articles);
    }
  }
  return articles;
}

/// The weights of all words together, times their idf.
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

}  // namespace

double feedback_share(const std::vector<ScoredWord>& words) {
  double count = 0;
  for (const ScoredWord& word : words) {
    count += word.terms.empty() ? 0 : word.weight;
  }
  const double length = std::log(std::max(count, kShortWords) / kShortWords);
  return kMostShare * std::min(1.0, length / std::log(kLongWords / kShortWords));
}

std::vector<ScoredWord> feedback_words(const RelevanceOrder& order, double share,
                                       TermReader& reader) {
  const double weight = share * weight_of(order.words);
  std::vector<ScoredWord> result;
  for (const Language language : kLanguages) {
    const Roaring articles = articles_in(language, reader);
    const Roaring matches = order.matches & articles;
    const std::vector<Ranked> best =
        order_by_relevance({order.words, matches, order.columns, order.recency, kFeedbackArticles});
    const std::vector<Candidate> telling = most_telling(
        words_of(best, language, reader), static_cast<double>(articles.cardinality()), reader);
    double worth = 0;
    for (const Candidate& each : telling) {
      worth += each.worth;
    }
    for (const Candidate& each : telling) {
      result.push_back({{each.term}, weight * each.impact / worth});
    }
  }
  return result;
}

}  // namespace vigie
