#include "searchd/http/json_parts.h"

#include <array>

#include "searchd/http/api.h"

namespace vigie {

namespace {

void write_translation(JsonWriter& json, const QueryTranslation& translation) {
  json.begin_object();
  json.member("from", translation.from);
  json.key("to");
  json.begin_array();
  for (const std::string& term : translation.to) {
    json.string(term);
  }
  json.end_array();
  json.end_object();
}

/// The member of the entities of one kind; the kind itself is not repeated in each.
void write_entities_of(JsonWriter& json, EntityKind kind,
                       const std::vector<EntityShown>& entities) {
  json.key(entity_key(kind));
  json.begin_array();
  for (const EntityShown& entity : entities) {
    if (entity.kind == kind) {
      json.begin_object();
      json.member("id", entity.id);
      write_labels(json, entity.french_label, entity.english_label);
      json.end_object();
    }
  }
  json.end_array();
}

}  // namespace

void write_segments(JsonWriter& json, std::string_view name, const std::vector<Segment>& segments) {
  json.key(name);
  json.begin_array();
  for (const Segment& segment : segments) {
    json.begin_object();
    json.member("text", segment.text);
    json.member("match", segment.match);
    json.known_member("translates", segment.translates);
    json.end_object();
  }
  json.end_array();
}

void write_record(JsonWriter& json, const Article& article, bool with_body) {
  json.member("id", article.id);
  json.known_member("url", article.url);
  json.member("title", article.title);
  json.known_member("standfirst", article.standfirst);
  if (with_body) {
    json.known_member("body", article.body);
  }
  json.member("language", article.language);
  json.known_member("source", article.source);
  json.key("authors");
  json.begin_array();
  for (const std::string& author : article.authors) {
    json.string(author);
  }
  json.end_array();
  json.known_member("published", article.published);
  json.known_member("section", article.section);
}

void write_amount(JsonWriter& json, const AmountShown& amount) {
  json.member("text", amount.text);
  json.key("value");
  json.number(amount.value, 2);
  json.member("currency", amount.currency);
}

void write_amounts(JsonWriter& json, const std::vector<AmountShown>& amounts, bool with_places) {
  json.key("amounts");
  json.begin_array();
  for (const AmountShown& amount : amounts) {
    json.begin_object();
    write_amount(json, amount);
    if (with_places) {
      json.member("field", amount.field);
      json.member("begin", uint64_t{amount.begin_bytes});
      json.member("end", uint64_t{amount.end_bytes});
    }
    json.end_object();
  }
  json.end_array();
}

const char* entity_key(EntityKind kind) {
  constexpr std::array<const char*, kEntityKinds> kKeys = {"organisations", "people", "programmes",
                                                           "places", "topics"};
  return kKeys[static_cast<size_t>(kind)];
}

void write_labels(JsonWriter& json, std::string_view french, std::string_view english) {
  json.member("label", english);
  json.key("labels");
  json.begin_object();
  json.member("fr", french);
  json.member("en", english);
  json.end_object();
}

void write_entity(JsonWriter& json, const EntityShown& entity) {
  json.member("id", entity.id);
  json.member("kind", entity_kind_name(entity.kind));
  write_labels(json, entity.french_label, entity.english_label);
}

void write_entities(JsonWriter& json, const std::vector<EntityShown>& entities) {
  for (size_t kind = 0; kind < kEntityKinds; ++kind) {
    write_entities_of(json, static_cast<EntityKind>(kind), entities);
  }
}

void write_hit(JsonWriter& json, const Hit& hit) {
  json.begin_object();
  write_record(json, hit.article, false);
  json.key("score");
  json.number(hit.score, 4);
  write_segments(json, "title_segments", hit.title_segments);
  write_segments(json, "snippet", hit.snippet);
  write_entities(json, hit.entities);
  write_amounts(json, hit.amounts, false);
  json.member("duplicates", hit.duplicates);
  json.member("link", article_link(hit.article.id));
  json.end_object();
}

void write_hits(JsonWriter& json, const std::vector<Hit>& hits) {
  json.key("hits");
  json.begin_array();
  for (const Hit& hit : hits) {
    write_hit(json, hit);
  }
  json.end_array();
}

void write_query(JsonWriter& json, const SearchRequest& request, const SearchAnswer& answer) {
  json.key("query");
  json.begin_object();
  json.member("text", request.q);
  json.member("parsed", answer.parsed);
  json.member("match", answer.match == MatchMode::kAny ? "any" : "all");
  json.member("relaxed", answer.relaxed);
  json.key("translations");
  json.begin_array();
  for (const QueryTranslation& translation : answer.translations) {
    write_translation(json, translation);
  }
  json.end_array();
  json.key("entities");
  json.begin_array();
  for (const EntityNamed& named : answer.entities) {
    json.begin_object();
    json.member("text", named.text);
    write_entity(json, named.entity);
    json.end_object();
  }
  json.end_array();
  json.key("suggestion");
  if (answer.suggestion) {
    json.string(*answer.suggestion);
  } else {
    json.null();
  }
  json.key("notes");
  json.begin_array();
  for (const std::string& note : answer.notes) {
    json.string(note);
  }
  json.end_array();
  json.end_object();
}

void write_timeline(JsonWriter& json, const Timeline& timeline) {
  json.key("timeline");
  json.begin_object();
  json.known_member("interval", timeline.interval);
  json.key("buckets");
  json.begin_array();
  for (const TimelineBucket& bucket : timeline.buckets) {
    json.begin_object();
    json.member("start", bucket.start);
    json.member("count", bucket.count);
    json.end_object();
  }
  json.end_array();
  json.member("undated", timeline.undated);
  json.end_object();
}

void write_index(JsonWriter& json, const IndexState& index) {
  json.key("index");
  json.begin_object();
  json.member("articles", index.articles);
  json.member("revision", index.revision);
  json.known_member("updated", index.updated);
  json.end_object();
}

void write_took(JsonWriter& json, double took_ms) {
  json.key("took_ms");
  json.number(took_ms, 3);
}

}  // namespace vigie
