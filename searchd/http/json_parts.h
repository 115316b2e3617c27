// Parts that several answers of the API share, as JSON. Any thread.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/json_writer.h"
#include "searchd/search/answer.h"
#include "searchd/search/request.h"

namespace vigie {

void write_segments(JsonWriter& json, std::string_view name, const std::vector<Segment>& segments);

/// The record's members, without the braces; the body only where asked for.
void write_record(JsonWriter& json, const Article& article, bool with_body);

/// The members of a sum of money, without the braces.
void write_amount(JsonWriter& json, const AmountShown& amount);

/// The member `amounts`; with where each stands where asked for.
void write_amounts(JsonWriter& json, const std::vector<AmountShown>& amounts, bool with_places);

/// The JSON key of a list of entities of a kind: "organisations", "people", …
const char* entity_key(EntityKind kind);

/// The members `label` and `labels`.
void write_labels(JsonWriter& json, std::string_view french, std::string_view english);

/// The members of one entity, without the braces.
void write_entity(JsonWriter& json, const EntityShown& entity);

/// The members `organisations`, `people`, `programmes`, `places` and `topics`.
void write_entities(JsonWriter& json, const std::vector<EntityShown>& entities);

void write_hit(JsonWriter& json, const Hit& hit);

/// The member `hits`, and so on.
void write_hits(JsonWriter& json, const std::vector<Hit>& hits);
void write_query(JsonWriter& json, const SearchRequest& request, const SearchAnswer& answer);
void write_timeline(JsonWriter& json, const Timeline& timeline);
void write_index(JsonWriter& json, const IndexState& index);
void write_took(JsonWriter& json, double took_ms);

}  // namespace vigie
