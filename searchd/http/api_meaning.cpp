// The answers about entities and sums of money.
#include <array>

#include "indexer/json_writer.h"
#include "searchd/http/api.h"
#include "searchd/http/json_parts.h"

namespace vigie {

namespace {

void write_entity_list(JsonWriter& json, const std::vector<EntityShown>& entities) {
  json.key("entities");
  json.begin_array();
  for (const EntityShown& entity : entities) {
    json.begin_object();
    write_entity(json, entity);
    json.end_object();
  }
  json.end_array();
}

void write_heading(JsonWriter& json, const Article& article) {
  json.key("article");
  json.begin_object();
  json.member("id", article.id);
  json.member("title", article.title);
  json.member("language", article.language);
  json.known_member("source", article.source);
  json.known_member("published", article.published);
  json.member("link", article_link(article.id));
  json.end_object();
}

void write_sums(JsonWriter& json, const std::vector<SumShown>& sums) {
  json.key("amounts");
  json.begin_array();
  for (const SumShown& sum : sums) {
    json.begin_object();
    write_amount(json, sum.amount);
    json.member("sentence", sum.sentence);
    write_entity_list(json, sum.entities);
    write_heading(json, sum.article);
    json.end_object();
  }
  json.end_array();
}

/// "2025-06-17"; nothing where `day` (YYYYMMDD) is 0.
void write_day(JsonWriter& json, std::string_view name, int32_t day) {
  if (day == 0) {
    return;
  }
  const std::string digits = std::to_string(day);
  json.member(name, digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' + digits.substr(6));
}

void write_name(JsonWriter& json, const NameCount& counted) {
  json.begin_object();
  json.member("name", counted.name);
  if (counted.entity) {
    json.key("entity");
    json.begin_object();
    write_entity(json, *counted.entity);
    json.end_object();
  }
  json.member("articles", counted.articles);
  write_day(json, "first", counted.first_day);
  write_day(json, "last", counted.last_day);
  json.end_object();
}

const char* order_name(SumOrder order) {
  constexpr std::array<const char*, 4> kNames = {"largest", "smallest", "newest", "oldest"};
  return kNames[static_cast<size_t>(order)];
}

void write_related(JsonWriter& json, const std::vector<FacetAnswer>& related) {
  json.key("related");
  json.begin_object();
  for (const FacetAnswer& facet : related) {
    json.key(entity_key(entity_kind_of(facet.facet).value_or(EntityKind::kTopic)));
    json.begin_array();
    for (const FacetCount& value : facet.values) {
      json.begin_object();
      json.member("id", value.value);
      write_labels(json, value.french_label, value.english_label);
      json.member("count", value.count);
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

}  // namespace

std::string sums_json(const SumsRequest& request, const SumsAnswer& answer, double took_ms) {
  JsonWriter json;
  json.begin_object();
  write_query(json, request.search, answer.search);
  json.member("order", order_name(request.order));
  json.member("total", answer.total);
  json.member("page", uint64_t{request.search.page});
  json.member("per_page", uint64_t{request.search.per_page});
  write_took(json, took_ms);
  write_sums(json, answer.sums);
  write_index(json, answer.search.index);
  json.end_object();
  return json.take();
}

std::string counts_json(const CountsRequest& request, const CountsAnswer& answer, double took_ms) {
  JsonWriter json;
  json.begin_object();
  write_query(json, request.search, answer.search);
  json.member("total", answer.search.total);
  write_took(json, took_ms);
  json.key("names");
  json.begin_array();
  for (const NameCount& counted : answer.names) {
    write_name(json, counted);
  }
  json.end_array();
  write_index(json, answer.search.index);
  json.end_object();
  return json.take();
}

std::string entity_json(const EntityAnswer& answer, double took_ms) {
  JsonWriter json;
  json.begin_object();
  write_entity(json, answer.entity);
  json.key("names");
  json.begin_array();
  for (const std::string& name : answer.names) {
    json.string(name);
  }
  json.end_array();
  json.member("articles", answer.total);
  write_took(json, took_ms);
  write_timeline(json, answer.timeline);
  write_related(json, answer.related);
  write_sums(json, answer.sums);
  write_hits(json, answer.hits);
  json.member("link", entity_link(answer.entity.id));
  write_index(json, answer.index);
  json.end_object();
  return json.take();
}

}  // namespace vigie
