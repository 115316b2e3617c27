#include "searchd/search/show.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/annotate.h"
#include "indexer/sum.h"
#include "searchd/search/entities.h"
#include "searchd/search/highlight.h"
#include "searchd/search/order.h"

namespace vigie {

namespace {

/// Of a long body this much is looked through for a window: the story is told by then.
constexpr size_t kSnippetSourceBytes = 32768;

constexpr size_t kMaxEntitiesOfArticle = 200;  ///< of each kind

std::string_view cut(std::string_view text, size_t most) {
  if (text.size() <= most) {
    return text;
  }
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) {
    --most;
  }
  return text.substr(0, most);
}

bool has_sums(uint32_t docid, const Snapshot& snapshot) {
  const Values<ColumnSum> sums =
      snapshot.columns.chunk_of(docid).sums.row(Columns::index_of(docid));
  return sums.begin() != sums.end();
}

std::vector<AmountShown> shown_amounts(const Article& article) {
  std::vector<AmountShown> amounts;
  for (const PlacedAmount& placed : amounts_of(article)) {
    amounts.push_back({std::string(placed.text()), placed.amount.value, placed.amount.currency,
                       placed.field.name, placed.amount.begin_bytes, placed.amount.end_bytes});
  }
  return amounts;
}

/// The entities of an article, at most `most` of each kind.
std::vector<EntityShown> shown_entities(uint32_t docid, const Snapshot& snapshot, size_t most) {
  std::array<size_t, kEntityKinds> counts{};
  std::vector<EntityShown> entities;
  for (const uint32_t number :
       snapshot.columns.chunk_of(docid).entities.row(Columns::index_of(docid))) {
    const Entity& entity = snapshot.gazetteer->entity(number);
    if (counts[static_cast<size_t>(entity.kind)]++ < most) {
      entities.push_back(shown(entity));
    }
  }
  return entities;
}

std::vector<MentionShown> shown_mentions(const Article& article, const Gazetteer& gazetteer,
                                         Analyzer& analyzer) {
  const std::array<TextField, 3> fields = text_fields(article);
  std::vector<MentionShown> mentions;
  for (const Mention& mention : annotate(article, gazetteer, analyzer).mentions) {
    mentions.push_back({gazetteer.entity(mention.entity).id, fields[mention.field].name,
                        mention.begin_bytes, mention.end_bytes});
  }
  return mentions;
}

/// How many other articles are copies of it.
uint64_t copies_of(uint32_t docid, const Snapshot& snapshot) {
  const uint32_t cluster = snapshot.clusters.cluster_of(docid);
  return cluster == 0 ? 0 : snapshot.clusters.members(cluster).size() - 1;
}

/// The few largest sums, each once; those that pass `wanted` before others.
std::vector<AmountShown> largest(std::vector<AmountShown> amounts, const SumFilter& wanted) {
  constexpr size_t kMost = 3;
  const auto before = [&wanted](const AmountShown& a, const AmountShown& b) {
    const bool a_wanted = passes(wanted, a.value, a.currency);
    const bool b_wanted = passes(wanted, b.value, b.currency);
    return a_wanted != b_wanted ? a_wanted : a.value > b.value;
  };
  std::stable_sort(amounts.begin(), amounts.end(), before);
  std::vector<AmountShown> result;
  for (AmountShown& amount : amounts) {
    const bool is_known =
        std::any_of(result.begin(), result.end(), [&amount](const AmountShown& known) {
          return known.value == amount.value && known.currency == amount.currency;
        });
    if (!is_known && result.size() < kMost) {
      result.push_back(std::move(amount));
    }
  }
  return result;
}

}  // namespace

Hit show_hit(const Ranked& ranked, const Showing& showing) {
  const Highlights& highlights = showing.highlights;
  Analyzer& analyzer = showing.tools.analyzer;
  const Snapshot& snapshot = showing.tools.reader.snapshot();
  Hit hit;
  hit.article = showing.tools.articles.article(ranked.docid);
  hit.score = ranked.score * kScoreUnit;
  const Language language = language_of_tag(hit.article.language);
  const std::string& title = hit.article.title;
  hit.title_segments = to_segments(title, find_marks(title, language, highlights, analyzer));
  const auto window = [&](std::string_view text) {
    return best_window(text, find_marks(text, language, highlights, analyzer));
  };
  TextWindow standfirst = window(hit.article.standfirst);
  TextWindow body = window(cut(hit.article.body, kSnippetSourceBytes));
  const bool use_body = standfirst.segments.empty() || body.worth > standfirst.worth;
  hit.snippet = std::move(use_body ? body.segments : standfirst.segments);
  if (has_sums(ranked.docid, snapshot)) {
    hit.amounts = largest(shown_amounts(hit.article), showing.sums);
  }
  constexpr size_t kMostEntities = 5;
  hit.entities = shown_entities(ranked.docid, snapshot, kMostEntities);
  hit.duplicates = copies_of(ranked.docid, snapshot);
  hit.article.body.clear();
  return hit;
}

ArticleAnswer show_article(uint32_t docid, const Highlights& highlights, SearchTools tools) {
  const Snapshot& snapshot = tools.reader.snapshot();
  ArticleAnswer answer;
  answer.article = tools.articles.article(docid);
  answer.entities = shown_entities(docid, snapshot, kMaxEntitiesOfArticle);
  answer.mentions = shown_mentions(answer.article, *snapshot.gazetteer, tools.analyzer);
  answer.amounts = shown_amounts(answer.article);
  if (highlights.empty()) {
    return answer;
  }
  const Language language = language_of_tag(answer.article.language);
  const auto marked = [&](const std::string& text) {
    return to_segments(text, find_marks(text, language, highlights, tools.analyzer));
  };
  answer.title_segments = marked(answer.article.title);
  answer.standfirst_segments = marked(answer.article.standfirst);
  answer.body_segments = marked(answer.article.body);
  return answer;
}

}  // namespace vigie
