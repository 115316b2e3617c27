// What the engine answers: plain values, ready to be written as JSON. Any thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/article.h"
#include "searchd/search/plan.h"
#include "searchd/search/request.h"

namespace vigie {

/// A piece of text; the segments of a text, joined, are the very text.
struct Segment {
  std::string text;
  bool match;
  std::string translates = {};  ///< words typed that it matches by translation or another name
};

/// A sum of money as it stands in an article.
struct AmountShown {
  std::string text;
  double value;
  std::string currency;  ///< ISO 4217
  std::string field;     ///< "title", "standfirst" or "body"
  uint32_t begin_bytes;  ///< of the text, within the field
  uint32_t end_bytes;
};

/// An entity or topic as it is shown.
struct EntityShown {
  EntityKind kind;
  std::string id;
  std::string french_label;
  std::string english_label;
};

/// Words of a query and what they name.
struct EntityNamed {
  std::string text;
  EntityShown entity;
};

/// A name of an entity in an article.
struct MentionShown {
  std::string id;
  std::string field;
  uint32_t begin_bytes;
  uint32_t end_bytes;
};

struct Hit {
  Article article;  ///< body left out of the JSON of a hit
  double score = 0;
  std::vector<Segment> title_segments;
  std::vector<Segment>
      snippet;  ///< the best window of standfirst or body: a piece of the very text
  std::vector<AmountShown> amounts;   ///< the largest few, those asked for first
  uint64_t duplicates = 0;            ///< other copies of it, matching or not
  std::vector<EntityShown> entities;  ///< the few of each kind that it speaks of most
};

struct FacetCount {
  std::string value;
  uint64_t count;
  bool selected = false;          ///< one of the request's filters: always listed, also at count 0
  std::string french_label = {};  ///< of an entity, whose id the value is; else empty
  std::string english_label = {};
};

struct FacetAnswer {
  Facet facet;
  std::vector<FacetCount> values;  ///< by count, then value
  uint64_t distinct = 0;           ///< values with a count above 0
};

struct TimelineBucket {
  std::string start;  ///< first day, "2025-06-01"
  uint64_t count;
};

struct Timeline {
  std::string
      interval;  ///< "day", "week", "month", "quarter", "year"; empty where nothing is dated
  std::vector<TimelineBucket>
      buckets;  ///< in order, empty ones between the first and the last included
  uint64_t undated = 0;
};

/// What was read and from which state of the index.
struct IndexState {
  uint64_t articles = 0;
  uint64_t revision = 0;
  std::string uuid;
  std::string updated;  ///< RFC 3339, UTC
};

/// How long each step took, in milliseconds.
struct StepTimes {
  double match = 0;
  double order = 0;
  double count = 0;
  double show = 0;
};

struct SearchAnswer {
  std::string parsed;  ///< the query as it was read
  MatchMode match = MatchMode::kAll;
  bool relaxed = false;  ///< nothing matched all the words, any was tried
  std::vector<QueryTranslation> translations;
  std::vector<EntityNamed> entities;      ///< that words of the query name
  std::optional<std::string> suggestion;  ///< did you mean
  std::vector<std::string> notes;  ///< what was bounded: "drone*: the 200 most frequent of 3 211
                                   ///< words"; one sentence each
  uint64_t total = 0;
  std::vector<Hit> hits;
  std::vector<FacetAnswer> facets;
  Timeline timeline;
  IndexState index;
  StepTimes steps;
};

struct ArticleAnswer {
  Article article;
  std::vector<Segment> title_segments;  ///< these three where the request had a query
  std::vector<Segment> standfirst_segments;
  std::vector<Segment> body_segments;
  std::vector<AmountShown> amounts;   ///< all, in order
  std::vector<EntityShown> entities;  ///< all, those most spoken of first
  std::vector<MentionShown> mentions;
  IndexState index;
};

/// A sum of money and where it is told.
struct SumShown {
  AmountShown amount;                 ///< its first place in the article that is shown for it
  std::string sentence;               ///< that it stands in
  std::vector<EntityShown> entities;  ///< named in the sentence, in order
  Article article;                    ///< without standfirst and body
};

struct SumsAnswer {
  SearchAnswer search;  ///< how the query was read, the articles' total and the index; no hits
  uint64_t total = 0;   ///< sums
  std::vector<SumShown> sums;
};

/// What is known of an entity from the articles that name it.
struct EntityAnswer {
  EntityShown entity;
  std::vector<std::string> names;  ///< all, in both languages; of a topic its words
  uint64_t total = 0;              ///< articles, copies of one story once
  Timeline timeline;
  std::vector<FacetAnswer> related;  ///< what they name most beside it, a facet for each kind
  std::vector<SumShown> sums;        ///< the largest told of it, each once
  std::vector<Hit> hits;             ///< the newest few
  IndexState index;
};

/// How many articles name somebody or something.
struct NameCount {
  std::string name;                   ///< as asked for
  std::optional<EntityShown> entity;  ///< that it names; else it was looked for as a phrase
  uint64_t articles = 0;
  int32_t first_day = 0;  ///< YYYYMMDD of the first and last of them; 0 where none is dated
  int32_t last_day = 0;
};

struct CountsAnswer {
  SearchAnswer search;  ///< how the query was read, the articles' total and the index; no hits
  std::vector<NameCount> names;  ///< in the order asked for
};

struct Suggestion {
  std::string kind;       ///< "word", "headline", "author", "source", or an entity_kind_name()
  std::string text;       ///< what to show and to search
  std::string id;         ///< of a headline the article's, of an entity its own
  uint64_t count = 0;     ///< articles, where it is known
  std::string name = {};  ///< of an entity: the name that was begun, where it is not the text
  /// Of the text, ISO 639-1: a headline's, or of an entity whose labels differ; empty where unknown.
  std::string language = {};
};

/// For /metrics and /readyz.
struct EngineStatus {
  bool ready = false;
  std::string problem;  ///< why not ready, one sentence
  IndexState index;
  uint64_t mirror_bytes = 0;
  uint64_t postings_hits = 0;
  uint64_t postings_misses = 0;
  uint64_t index_bytes = 0;
  int64_t updated_epoch_seconds = 0;
};

}  // namespace vigie
