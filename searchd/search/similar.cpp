#include "searchd/search/similar.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/schema.h"
#include "searchd/search/order.h"
#include "searchd/search/show.h"

namespace vigie {

namespace {

constexpr size_t kTellingWords = 30;
/// A hit scores at least this share of what the article itself scores.
constexpr double kLeastShare = 0.12;
/// Articles looked through for one that is shown: the others are copies of it, or of the article.
constexpr uint32_t kCopiesLookedThrough = 5;
/// A story is told in its first paragraphs.
constexpr size_t kTextBytes = 8192;

struct TellingWord {
  ScoredWord scored;
  double worth = 0;
};

/// The words of the article by form, with their weighted counts.
class WordCounts {
 public:
  explicit WordCounts(Analyzer& analyzer) : analyzer_(analyzer) {}

  void add(std::string_view text, uint32_t weight) {
    for (const Token& token : analyzer_.analyze(text)) {
      const WordForm& form = *token.form;
      const bool is_acronym = token.kind == TokenKind::kAcronym;
      if (form.function_word || (form.folded.size() < 3 && !is_acronym)) {
        continue;
      }
      Count& count = counts_[(is_acronym ? "A" : "w") + form.folded];
      count.frequency += weight;
      if (count.terms.empty()) {
        count.terms = terms_of(form, is_acronym);
      }
    }
  }

  /// The `kTellingWords` words that tell most, by BM25 weight; those of no other article, or of
  /// every second one, tell nothing.
  std::vector<ScoredWord> most_telling(TermReader& reader) const {
    const auto articles = static_cast<double>(reader.snapshot().article_count());
    std::vector<TellingWord> words;
    for (const auto& [key, count] : counts_) {
      double holding = 0;
      for (const std::string& term : count.terms) {
        holding += static_cast<double>(reader.live_count(term));
      }
      if (holding < 2 || holding > articles / 2) {
        continue;
      }
      const double frequency = count.frequency / (count.frequency + double{kBm25K1});
      words.push_back({{count.terms, frequency}, frequency * std::log(articles / holding)});
    }
    std::sort(words.begin(), words.end(), [](const TellingWord& a, const TellingWord& b) {
      return a.worth != b.worth ? a.worth > b.worth : a.scored.terms < b.scored.terms;
    });
    std::vector<ScoredWord> result;
    for (size_t i = 0; i < std::min(kTellingWords, words.size()); ++i) {
      result.push_back(std::move(words[i].scored));
    }
    return result;
  }

 private:
  struct Count {
    double frequency = 0;
    std::vector<std::string> terms;
  };

  static std::vector<std::string> terms_of(const WordForm& form, bool is_acronym) {
    if (is_acronym) {
      return {schema::term(schema::Prefix::kAcronym, form.folded)};
    }
    std::vector<std::string> terms;
    terms.reserve(kLanguages.size());
    for (const Language language : kLanguages) {
      terms.push_back(schema::term(schema::word_prefix(language), form.stem(language)));
    }
    return terms;
  }

  Analyzer& analyzer_;
  std::unordered_map<std::string, Count> counts_;
};

/// Tells the stories of a list apart: copies of one are one.
class Stories {
 public:
  explicit Stories(const Clusters& clusters) : clusters_(clusters) {}

  /// Whether the article is of a story that none before it told.
  bool is_new(uint32_t docid) {
    const uint32_t cluster = clusters_.cluster_of(docid);
    return cluster == 0 || told_.insert(cluster).second;
  }

 private:
  const Clusters& clusters_;
  std::unordered_set<uint32_t> told_;
};

}  // namespace

SearchAnswer find_similar(uint32_t docid, uint32_t count, SearchTools tools) {
  const Snapshot& snapshot = tools.reader.snapshot();
  const Article article = tools.articles.article(docid);
  WordCounts counts(tools.analyzer);
  const std::array<TextField, 3> fields = text_fields(article);
  for (size_t i = 0; i < fields.size(); ++i) {
    counts.add(fields[i].text.substr(0, kTextBytes), schema::kFieldWeights[i]);
  }
  const std::vector<ScoredWord> telling = counts.most_telling(tools.reader);
  Roaring matches;
  for (const ScoredWord& word : telling) {
    for (const std::string& term : word.terms) {
      tools.reader.add_articles(term, matches);
    }
  }
  matches &= snapshot.live;
  const std::vector<WeightedWord> words = weigh(telling, tools.reader);
  const RecencyScale recency(Recency::kOff, snapshot);
  Roaring itself;
  itself.add(docid);
  const std::vector<Ranked> own = order_by_matches({words, itself, snapshot.columns, recency, 1});
  matches -= itself;
  const Highlights no_marks;
  const SumFilter any_sum;
  const Showing showing{tools, no_marks, any_sum};
  SearchAnswer answer;
  Stories stories(snapshot.clusters);
  stories.is_new(docid);
  for (const Ranked& ranked : order_by_relevance(
           {words, matches, snapshot.columns, recency, size_t{count} * kCopiesLookedThrough})) {
    if (answer.hits.size() < count && ranked.score >= kLeastShare * own.front().score &&
        stories.is_new(ranked.docid)) {
      answer.hits.push_back(show_hit(ranked, showing));
    }
  }
  answer.total = answer.hits.size();
  answer.index = state_of(snapshot);
  return answer;
}

}  // namespace vigie
