#include "indexer/knowledge/entity_file.h"

#include <algorithm>
#include <array>

#include "indexer/knowledge/word_list.h"
#include "indexer/text/fold.h"

namespace vigie {

namespace {

constexpr std::array<const char*, kEntityKinds> kFileNames = {
    "organisations.tsv", "people.tsv", "programmes.tsv", "places.tsv", "topics.tsv"};

constexpr size_t kMostColumns = 7;
constexpr size_t kMostTopicColumns = 5;

bool is_id(std::string_view id) {
  return !id.empty() && id.size() <= 100 && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

/// The one label in `column`.
std::string label_of(const KnowledgeLine& line, size_t column, const char* what) {
  std::vector<std::string> values = values_of(line, column, what);
  if (values.size() != 1) {
    refuse(line,
           std::string("there is to be one ") + what + ", not " + std::to_string(values.size()));
  }
  return std::move(values.front());
}

/// A label is a name, unless it is said to be ambiguous.
void add_label(const std::string& label, Entity& entity) {
  if (!contains(entity.ambiguous, label) && !contains(entity.names, label)) {
    entity.names.push_back(label);
  }
}

}  // namespace

const char* entity_file_name(EntityKind kind) {
  return kFileNames[static_cast<size_t>(kind)];
}

std::optional<EntityKind> kind_of_file(std::string_view name) {
  for (size_t kind = 0; kind < kFileNames.size(); ++kind) {
    if (name == kFileNames[kind]) {
      return static_cast<EntityKind>(kind);
    }
  }
  return std::nullopt;
}

void EntityFile::add(EntityKind kind, const KnowledgeLine& line) {
  const bool is_topic = kind == EntityKind::kTopic;
  const size_t most = is_topic ? kMostTopicColumns : kMostColumns;
  if (line.columns.size() < 3 || line.columns.size() > most) {
    refuse(line, "expected 3 to " + std::to_string(most) +
                     " columns (id, French label, English label, …) with tabs between; found " +
                     std::to_string(line.columns.size()));
  }
  Entity entity;
  entity.kind = kind;
  entity.id = line.columns[0];
  note_id(line, entity.id);
  entity.french_label = label_of(line, 1, "French label");
  entity.english_label = label_of(line, 2, "English label");
  entity.names = values_of(line, 3, is_topic ? "word" : "name");
  if (is_topic) {
    entity.members = values_of(line, 4, "entity");
    places_.emplace(entity.id, place_of(line));
  } else {
    entity.ambiguous = values_of(line, 4, "ambiguous name");
    entity.needs = values_of(line, 5, "needed word");
    entity.forbidden = values_of(line, 6, "forbidden phrase");
    add_label(entity.french_label, entity);
    add_label(entity.english_label, entity);
    note_names(line, entity);
  }
  entities_.push_back(std::move(entity));
}

void EntityFile::note_id(const KnowledgeLine& line, const std::string& id) {
  if (!is_id(id)) {
    refuse(line, "the id '" + id + "' is not of small letters, digits and hyphens");
  }
  const auto [found, is_new] = ids_.try_emplace(id, place_of(line));
  if (!is_new) {
    refuse(line, "the id '" + id + "' stands in " + found->second + " too");
  }
}

void EntityFile::note_names(const KnowledgeLine& line, const Entity& entity) {
  for (const std::string& name : entity.names) {
    const auto [found, is_new] = names_.try_emplace(fold_name(name), entity.id);
    if (!is_new && found->second != entity.id) {
      refuse(line,
             "'" + name + "' is a name of '" + found->second +
                 "' too; where one name means several, it stands among the ambiguous of each");
    }
  }
}

std::vector<Entity> EntityFile::take() {
  for (const Entity& entity : entities_) {
    const auto unknown =
        std::find_if(entity.members.begin(), entity.members.end(),
                     [this](const std::string& member) { return ids_.count(member) == 0; });
    if (unknown != entity.members.end()) {
      throw KnowledgeError(places_[entity.id] + ": there is no entity '" + *unknown + "'");
    }
  }
  return std::move(entities_);
}

}  // namespace vigie
