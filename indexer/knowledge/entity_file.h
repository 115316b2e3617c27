// The lines of organisations.tsv, people.tsv, programmes.tsv, places.tsv and topics.tsv: id, French
// label, English label, names, ambiguous names, needs, forbidden phrases; of a topic after the
// labels its words and the ids of entities. For one thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/knowledge/knowledge.h"
#include "indexer/knowledge/knowledge_line.h"

namespace vigie {

/// The file that holds the entities of a kind: "places.tsv".
const char* entity_file_name(EntityKind kind);
/// The kind of the entities in the file `name`; nothing where it is another file.
std::optional<EntityKind> kind_of_file(std::string_view name);

class EntityFile {
 public:
  /// Throws KnowledgeError where the line is broken, or its id or one of its names is another
  /// entity's.
  void add(EntityKind kind, const KnowledgeLine& line);
  /// The entities of all lines. Throws KnowledgeError where a topic names an entity that there is
  /// not.
  std::vector<Entity> take();

 private:
  void note_id(const KnowledgeLine& line, const std::string& id);
  void note_names(const KnowledgeLine& line, const Entity& entity);

  std::vector<Entity> entities_;
  std::unordered_map<std::string, std::string> ids_;     // where each was said
  std::unordered_map<std::string, std::string> names_;   // folded: the id that has it
  std::unordered_map<std::string, std::string> places_;  // of topics, by id
};

}  // namespace vigie
