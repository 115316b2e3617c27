// What the files of corpus/knowledge/ know: terms and their translations, and what news is about.
// Read, checked and kept as one text, which every index carries, so that indexing and searching
// know the same.
//
// Plain values; functions may be called from any thread.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// What is wrong with a knowledge file: its name, the line and the reason.
class KnowledgeError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Terms that mean the same: each French form translates into every English one and back, the
/// likelier first.
struct LexiconEntry {
  std::vector<std::string> french;
  std::vector<std::string> english;
  bool to_english = true;  ///< whether French is translated …
  bool to_french = true;   ///< … and English
};

enum class EntityKind : unsigned char { kOrganisation, kPerson, kProgramme, kPlace, kTopic };
inline constexpr size_t kEntityKinds = 5;
/// "organisation", "person", "programme", "place", "topic".
const char* entity_kind_name(EntityKind kind);

/// Someone or something that articles name, or a subject that they are about.
struct Entity {
  EntityKind kind;
  std::string id;  ///< letters, digits and hyphens; of all kinds, one entity has it
  std::string french_label;
  std::string english_label;
  std::vector<std::string> names;      ///< of a topic: the words that speak for it
  std::vector<std::string> ambiguous;  ///< names that mean it only with their very capitals …
  std::vector<std::string> needs;      ///< … where the article also holds one of these, if any
  std::vector<std::string> forbidden;  ///< … and not within one of these
  std::vector<std::string> members;    ///< of a topic: ids of entities that speak for it
};

/// The names and the ambiguous ones, each once; views into `entity`.
std::vector<std::string_view> all_names(const Entity& entity);

struct Knowledge {
  std::vector<LexiconEntry> lexicon;
  std::vector<LexiconEntry> dictionary;  ///< of general words: where the lexicon knows none
  std::vector<Entity> entities;          ///< in the order of the files
};

/// The files of `folder` (lexicon/*.tsv, and those of dictionary/*.tsv and of entities that are there)
/// as one text. Throws
/// KnowledgeError where a file cannot be read or parse_knowledge() refuses it.
std::string read_knowledge(const std::string& folder);

/// What the text made by read_knowledge() says. Throws KnowledgeError.
Knowledge parse_knowledge(std::string_view text);

}  // namespace vigie
