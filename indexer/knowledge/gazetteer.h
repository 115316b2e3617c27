// The gazetteer: what news is about, by all its names.
//
// One trie holds every name, surname, word that an ambiguous name needs, phrase that forbids one,
// and word of a topic; annotator.h finds them in articles, typed_names.h in queries. Immutable once
// made; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/knowledge/knowledge.h"
#include "indexer/knowledge/name_pattern.h"
#include "indexer/knowledge/word_trie.h"

namespace vigie {

/// What a term of the trie says of an entity.
enum class NameRole : unsigned char {
  kName,       ///< names it
  kSurname,    ///< names the person, where the full name stands in the article too
  kForbidden,  ///< is no name of it, nor is any name within
  kTopicWord,  ///< speaks for the topic
};

struct EntityName {
  uint32_t entity;  ///< number in entities()
  NameRole role;
  bool ambiguous = false;  ///< the entity's needs apply
  NamePattern pattern;
};

/// Who asks a gazetteer. Queries also call entities by names (find(), complete()), and a list of
/// those takes as long to make as a third of the rest.
enum class AskedBy : unsigned char { kArticles, kQueries };

class Gazetteer {
 public:
  Gazetteer(const Knowledge& knowledge, Analyzer& analyzer, AskedBy asked_by);
  /// The gazetteer that write() wrote (gazetteer_bytes.cpp); for kArticles.
  explicit Gazetteer(BytesReader& bytes);
  void write(BytesWriter& bytes) const;

  const std::vector<Entity>& entities() const { return entities_; }
  const Entity& entity(uint32_t number) const { return entities_[number]; }

  /// The numbers of the entities of a kind.
  const std::vector<uint32_t>& of_kind(EntityKind kind) const {
    return by_kind_[static_cast<size_t>(kind)];
  }

  const WordTrie& trie() const { return trie_; }
  /// The names that end at a node of the trie.
  const std::vector<EntityName>& names_at(uint32_t node) const { return names_[node]; }
  /// The entities one of whose needed words ends at a node.
  const std::vector<uint32_t>& needed_at(uint32_t node) const { return needed_[node]; }
  /// Whether a term of any role ends at a node.
  bool ends_term(uint32_t node) const { return ends_[node]; }
  /// Whether the word (its key in the trie) is the first name of somebody.
  bool is_first_name(uint64_t word) const { return first_names_.count(word) != 0; }
  /// The topics that the entity speaks for.
  const std::vector<uint32_t>& topics_of(uint32_t entity) const { return topics_[entity]; }

  /// The entities that are called so: the one with this id, else those with this name, case and
  /// accents aside. For kQueries.
  std::vector<uint32_t> find(std::string_view id_or_name) const;
  /// The number of the entity with this id; nothing where there is none.
  const uint32_t* number_of(const std::string& id) const;

  /// Entities (topics among them) with a name or label that begins so, then those with a later word
  /// that does; folded as fold_name() does. Each once, with that name; in the order of the names.
  /// For kQueries.
  std::vector<std::pair<uint32_t, std::string>> complete(std::string_view folded_prefix) const;

 private:
  void number_entities();
  void add_entity(uint32_t number, Analyzer& analyzer);
  void add_entity_names(uint32_t number, Analyzer& analyzer);
  void add_person_name(uint32_t number, const std::string& full_name, Analyzer& analyzer);
  void add_name(EntityName name);
  uint32_t node_of(const std::vector<std::string>& words);
  void list_names();

  std::vector<Entity> entities_;
  std::array<std::vector<uint32_t>, kEntityKinds> by_kind_;
  WordTrie trie_;
  std::vector<std::vector<EntityName>> names_;            // by node
  std::vector<std::vector<uint32_t>> needed_;             // by node
  std::vector<bool> ends_;                                // by node
  std::unordered_set<uint64_t> first_names_;              // keys of the trie
  std::vector<std::vector<uint32_t>> topics_;             // by entity
  std::unordered_map<std::string, uint32_t> numbers_;     // by id
  std::vector<std::pair<std::string, uint32_t>> listed_;  // folded names, sorted
};

}  // namespace vigie
