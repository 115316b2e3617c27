#include "searchd/http/api.h"

#include "indexer/json_writer.h"
#include "searchd/http/http_message.h"
#include "searchd/http/json_parts.h"

namespace vigie {

namespace {

void write_mentions(JsonWriter& json, const std::vector<MentionShown>& mentions) {
  json.key("mentions");
  json.begin_array();
  for (const MentionShown& mention : mentions) {
    json.begin_object();
    json.member("id", mention.id);
    json.member("field", mention.field);
    json.member("begin", uint64_t{mention.begin_bytes});
    json.member("end", uint64_t{mention.end_bytes});
    json.end_object();
  }
  json.end_array();
}

void write_facet(JsonWriter& json, const FacetAnswer& facet) {
  json.key(facet_name(facet.facet));
  json.begin_object();
  json.key("values");
  json.begin_array();
  for (const FacetCount& value : facet.values) {
    json.begin_object();
    json.member("value", value.value);
    if (value.english_label.empty()) {
      json.member("label", value.value);
    } else {
      write_labels(json, value.french_label, value.english_label);
    }
    json.member("count", value.count);
    json.member("selected", value.selected);
    json.end_object();
  }
  json.end_array();
  json.member("distinct", facet.distinct);
  json.end_object();
}

}  // namespace

std::string problem_json(const Problem& problem) {
  JsonWriter json;
  json.begin_object();
  json.member("type", "about:blank");
  json.member("title", status_phrase(problem.status));
  json.member("status", static_cast<uint64_t>(problem.status));
  json.member("detail", problem.detail);
  json.known_member("parameter", problem.parameter);
  json.end_object();
  return json.take();
}

std::string search_json(const SearchRequest& request, const SearchAnswer& answer, double took_ms) {
  JsonWriter json;
  json.begin_object();
  write_query(json, request, answer);
  json.member("total", answer.total);
  json.member("page", uint64_t{request.page});
  json.member("per_page", uint64_t{request.per_page});
  write_took(json, took_ms);
  write_hits(json, answer.hits);
  json.key("facets");
  json.begin_object();
  for (const FacetAnswer& facet : answer.facets) {
    write_facet(json, facet);
  }
  json.end_object();
  write_timeline(json, answer.timeline);
  write_index(json, answer.index);
  json.end_object();
  return json.take();
}

std::string similar_json(const SearchAnswer& answer, double took_ms) {
  JsonWriter json;
  json.begin_object();
  write_took(json, took_ms);
  write_hits(json, answer.hits);
  write_index(json, answer.index);
  json.end_object();
  return json.take();
}

std::string article_json(const ArticleAnswer& answer, bool highlighted) {
  JsonWriter json;
  json.begin_object();
  write_record(json, answer.article, true);
  if (highlighted) {
    write_segments(json, "title_segments", answer.title_segments);
    write_segments(json, "standfirst_segments", answer.standfirst_segments);
    write_segments(json, "body_segments", answer.body_segments);
  }
  write_entities(json, answer.entities);
  write_mentions(json, answer.mentions);
  write_amounts(json, answer.amounts, true);
  json.member("link", article_link(answer.article.id));
  write_index(json, answer.index);
  json.end_object();
  return json.take();
}

std::string suggestions_json(std::string_view q, const std::vector<Suggestion>& suggestions) {
  JsonWriter json;
  json.begin_object();
  json.member("q", q);
  json.key("suggestions");
  json.begin_array();
  for (const Suggestion& suggestion : suggestions) {
    json.begin_object();
    json.member("kind", suggestion.kind);
    json.member("text", suggestion.text);
    if (!suggestion.id.empty()) {
      json.member("id", suggestion.id);
      json.member("link", suggestion.kind == "headline" ? article_link(suggestion.id)
                                                        : entity_link(suggestion.id));
    }
    json.known_member("name", suggestion.name);
    json.known_member("language", suggestion.language);
    if (suggestion.count > 0) {
      json.member("count", suggestion.count);
    }
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

std::string hit_json(const Hit& hit) {
  JsonWriter json;
  write_hit(json, hit);
  return json.take();
}

std::string cut_json(uint64_t total, uint64_t written) {
  JsonWriter json;
  json.begin_object();
  json.member("cut", true);
  json.member("total", total);
  json.member("written", written);
  json.end_object();
  return json.take();
}

std::string ready_json(const IndexState& index) {
  JsonWriter json;
  json.begin_object();
  json.member("ready", true);
  write_index(json, index);
  json.end_object();
  return json.take();
}

std::string article_link(std::string_view id) {
  return "/api/v1/articles/" + address_of_id(id);
}

std::string entity_link(std::string_view id) {
  return "/api/v1/entities/" + std::string(id);
}

std::string article_page_link(std::string_view id) {
  return "/?article=" + address_of_id(id);
}

}  // namespace vigie
