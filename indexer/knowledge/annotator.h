// Finds in an article what the gazetteer knows: who and what is named where, and the topics.
//
// Field by field, since an analyser's tokens do not outlive the next field, then all at once: a
// surname means somebody only where the full name stands somewhere, an ambiguous name only where
// the article holds what it needs. The longest name from the left wins. For one thread; keep it: it
// keeps its room.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/knowledge/gazetteer.h"
#include "indexer/knowledge/longer_name.h"

namespace vigie {

/// Bytes [begin_bytes, end_bytes) of a field name an entity.
struct Mention {
  uint32_t entity;  ///< number in the gazetteer
  uint32_t begin_bytes;
  uint32_t end_bytes;
  uint32_t field;  ///< 0, 1, … in the order that fields were added
};

struct Annotations {
  std::vector<Mention> mentions;  ///< in the order of the text, none overlapping
  std::vector<uint32_t> topics;   ///< numbers in the gazetteer, those most spoken of first
};

class Annotator {
 public:
  /// `gazetteer` must outlive it.
  explicit Annotator(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  /// Adds the next field: its `text`, which must live until finish(), and its tokens.
  void add(std::string_view text, const std::vector<Token>& tokens, bool is_title);

  /// What was found; ready for the next article.
  Annotations finish();

 private:
  /// A term that begins at a word.
  struct Candidate {
    uint32_t first;  ///< word
    uint32_t count;  ///< of words
    uint32_t node;
    bool plural;  ///< a plural's s or x is left aside
  };
  struct Field {
    std::string_view text;
    uint32_t first_word;
    uint32_t end_word;
    bool is_title;
  };

  bool leads_on(uint32_t node, uint64_t key, uint32_t next) const;
  void add_terms_at(uint32_t first, uint32_t end, bool is_title);
  void go_on(uint32_t at);
  void add_way(const Candidate& way, uint32_t at, uint64_t key, bool plural);
  void add_candidate(const Candidate& candidate, bool is_title);
  void note_topics(const Candidate& candidate, bool is_title);
  void resolve(uint32_t field, std::vector<Mention>& mentions);
  const EntityName* name_of(const Candidate& candidate, const Field& field);
  bool is_met(const EntityName& name, const Candidate& candidate, const Field& field);
  bool stands_alone(const EntityName& name, const Candidate& candidate, const Field& field);
  bool begins_name(uint32_t word) const;
  bool fits(const EntityName& name, const Candidate& candidate, const Field& field);
  bool is_parted(const EntityName& name, const Candidate& candidate, const Field& field) const;
  bool is_known_surname(const EntityName& name, const Candidate& candidate, const Field& field);
  std::string_view written_as(const Candidate& candidate, const Field& field) const;
  void note_people(const std::vector<Mention>& mentions);
  std::vector<uint32_t> topics(const std::vector<Mention>& mentions);

  const Gazetteer& gazetteer_;
  std::vector<TextWord> words_;
  std::vector<Field> fields_;
  std::vector<Candidate> candidates_;  // longest first for each first word
  std::vector<Candidate> ways_;        // while terms are looked for
  std::vector<Candidate> next_ways_;
  std::vector<WrittenWord> written_;  // of the candidate looked at
  std::vector<uint32_t> needed_;      // entities whose needs are met
  std::vector<uint32_t> people_;      // named in full; empty while that is being found out
  struct TopicWord {
    uint32_t topic;
    uint32_t worth;
  };
  std::vector<TopicWord> topic_words_;
};

}  // namespace vigie
