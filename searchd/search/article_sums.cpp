#include "searchd/search/article_sums.h"

#include <algorithm>

#include "searchd/search/entities.h"

namespace vigie {

namespace {

bool is_of(const PlacedAmount& placed, const Sum& sum) {
  return placed.amount.value == sum.value && placed.amount.currency == sum.currency;
}

/// What of an article is shown with a sum.
Article heading_of(const Article& article) {
  Article heading;
  heading.id = article.id;
  heading.url = article.url;
  heading.title = article.title;
  heading.language = article.language;
  heading.source = article.source;
  heading.authors = article.authors;
  heading.published = article.published;
  heading.section = article.section;
  return heading;
}

}  // namespace

ArticleSums::ArticleSums(uint32_t docid, SearchTools tools)
    : article_(tools.articles.article(docid)),
      places_(amounts_of(article_)),
      mentions_(annotate(article_, *tools.reader.snapshot().gazetteer, tools.analyzer).mentions),
      gazetteer_(*tools.reader.snapshot().gazetteer) {}

std::optional<SumShown> ArticleSums::first(const Sum& sum) const {
  const auto found =
      std::find_if(places_.begin(), places_.end(),
                   [&sum](const PlacedAmount& placed) { return is_of(placed, sum); });
  return found == places_.end() ? std::nullopt : std::optional(show(*found));
}

std::optional<SumShown> ArticleSums::first_naming(const Sum& sum, uint32_t entity) const {
  for (const PlacedAmount& placed : places_) {
    if (!is_of(placed, sum)) {
      continue;
    }
    const std::vector<uint32_t> named = named_in(placed);
    if (std::find(named.begin(), named.end(), entity) != named.end()) {
      return show(placed);
    }
  }
  return std::nullopt;
}

TextRange ArticleSums::sentence_of(const PlacedAmount& placed) const {
  return sentence_around(placed.field.text, {placed.amount.begin_bytes, placed.amount.end_bytes});
}

/// What the sentence of a sum names, in order, each once.
std::vector<uint32_t> ArticleSums::named_in(const PlacedAmount& placed) const {
  const TextRange sentence = sentence_of(placed);
  const std::array<TextField, 3> fields = text_fields(article_);
  std::vector<uint32_t> named;
  for (const Mention& mention : mentions_) {
    if (std::string_view(fields[mention.field].name) == placed.field.name &&
        mention.begin_bytes >= sentence.begin_bytes && mention.end_bytes <= sentence.end_bytes &&
        std::find(named.begin(), named.end(), mention.entity) == named.end()) {
      named.push_back(mention.entity);
    }
  }
  return named;
}

SumShown ArticleSums::show(const PlacedAmount& placed) const {
  const TextRange sentence = sentence_of(placed);
  SumShown shown_sum;
  shown_sum.amount = {std::string(placed.text()), placed.amount.value,
                      placed.amount.currency,     placed.field.name,
                      placed.amount.begin_bytes,  placed.amount.end_bytes};
  shown_sum.sentence =
      placed.field.text.substr(sentence.begin_bytes, sentence.end_bytes - sentence.begin_bytes);
  for (const uint32_t number : named_in(placed)) {
    shown_sum.entities.push_back(shown(gazetteer_.entity(number)));
  }
  shown_sum.article = heading_of(article_);
  return shown_sum;
}

const ArticleSums& ReadArticles::of(uint32_t docid) {
  return articles_.try_emplace(docid, docid, tools_).first->second;
}

}  // namespace vigie
