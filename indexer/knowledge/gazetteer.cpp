#include "indexer/knowledge/gazetteer.h"

#include <algorithm>

#include "indexer/knowledge/surname.h"
#include "indexer/text/fold.h"

namespace vigie {

namespace {

/// Whether a word of `name` after the first begins with `text`; both folded.
bool has_later_word(std::string_view name, std::string_view text) {
  for (size_t at = name.find(text, 1); at != std::string_view::npos; at = name.find(text, at + 1)) {
    if (std::string_view(" -'(/&.").find(name[at - 1]) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

/// What queries may call `entity`. The words of a topic are no names of it.
std::vector<std::string_view> called(const Entity& entity) {
  std::vector<std::string_view> names;
  if (entity.kind != EntityKind::kTopic) {
    names = all_names(entity);
  }
  names.insert(names.end(), {entity.french_label, entity.english_label});
  return names;
}

/// How the entity's name is used. Places and people have no plural ("Chiles" is not Chile), but
/// those who live there have ("Chileans"): their names are no labels. Nor have organisations.
NameUse use_of(const Entity& entity, const std::string& name, bool ambiguous) {
  NameUse use;
  use.ambiguous = ambiguous;
  use.person = entity.kind == EntityKind::kPerson;
  const bool is_label = name == entity.french_label || name == entity.english_label;
  use.takes_plural =
      entity.kind == EntityKind::kProgramme || (entity.kind == EntityKind::kPlace && !is_label);
  return use;
}

}  // namespace

Gazetteer::Gazetteer(const Knowledge& knowledge, Analyzer& analyzer, AskedBy asked_by)
    : entities_(knowledge.entities), names_(1), needed_(1), ends_(1) {
  number_entities();
  for (uint32_t number = 0; number < entities_.size(); ++number) {
    add_entity(number, analyzer);
  }
  // Names that need nothing stand before others: where both fit, they are meant.
  for (std::vector<EntityName>& names : names_) {
    std::stable_sort(names.begin(), names.end(), [](const EntityName& a, const EntityName& b) {
      return std::pair(a.role, a.ambiguous) < std::pair(b.role, b.ambiguous);
    });
  }
  if (asked_by == AskedBy::kQueries) {
    list_names();
  }
}

/// Notes what the entities themselves say of each other.
void Gazetteer::number_entities() {
  numbers_.reserve(entities_.size());
  for (uint32_t number = 0; number < entities_.size(); ++number) {
    numbers_.emplace(entities_[number].id, number);
    by_kind_[static_cast<size_t>(entities_[number].kind)].push_back(number);
  }
  topics_.resize(entities_.size());
  for (uint32_t number = 0; number < entities_.size(); ++number) {
    for (const std::string& member : entities_[number].members) {
      topics_[numbers_.at(member)].push_back(number);
    }
  }
}

uint32_t Gazetteer::node_of(const std::vector<std::string>& words) {
  const uint32_t node = trie_.add(words);
  names_.resize(trie_.nodes());
  needed_.resize(trie_.nodes());
  ends_.resize(trie_.nodes());
  ends_[node] = true;
  return node;
}

void Gazetteer::add_name(EntityName name) {
  if (name.pattern.words.empty()) {
    return;
  }
  std::vector<EntityName>& names = names_[node_of(name.pattern.words)];
  for (EntityName& known : names) {
    if (known.entity == name.entity && known.role == name.role &&
        known.pattern.rule == name.pattern.rule && known.pattern.letters == name.pattern.letters) {
      known.pattern.plain = known.pattern.plain && name.pattern.plain;
      known.pattern.marks = known.pattern.marks || name.pattern.marks;
      known.pattern.takes_plural = known.pattern.takes_plural || name.pattern.takes_plural;
      return;
    }
  }
  names.push_back(std::move(name));
}

void Gazetteer::add_entity(uint32_t number, Analyzer& analyzer) {
  const Entity& entity = entities_[number];
  add_entity_names(number, analyzer);
  for (const std::string& phrase : entity.forbidden) {
    NamePattern pattern = pattern_of(phrase, {}, analyzer);
    pattern.rule = CapitalRule::kAny;
    add_name({number, NameRole::kForbidden, false, std::move(pattern)});
  }
  for (const std::string& need : entity.needs) {
    const NamePattern pattern = pattern_of(need, {}, analyzer);
    if (!pattern.words.empty()) {
      needed_[node_of(pattern.words)].push_back(number);
    }
  }
}

void Gazetteer::add_entity_names(uint32_t number, Analyzer& analyzer) {
  const Entity& entity = entities_[number];
  if (entity.kind == EntityKind::kTopic) {
    for (const std::string& word : entity.names) {
      add_name({number, NameRole::kTopicWord, false, pattern_of(word, {}, analyzer)});
    }
    return;
  }
  for (const std::string& name : entity.names) {
    add_name(
        {number, NameRole::kName, false, pattern_of(name, use_of(entity, name, false), analyzer)});
    if (entity.kind == EntityKind::kPerson) {
      add_person_name(number, name, analyzer);
    }
  }
  for (const std::string& name : entity.ambiguous) {
    add_name(
        {number, NameRole::kName, true, pattern_of(name, use_of(entity, name, true), analyzer)});
  }
}

/// Notes the surname and the first name in a full name.
void Gazetteer::add_person_name(uint32_t number, const std::string& full_name, Analyzer& analyzer) {
  const std::string surname = surname_of(full_name);
  if (surname.empty()) {
    return;
  }
  NameUse use;
  use.person = true;
  use.takes_plural = false;
  add_name({number, NameRole::kSurname, false, pattern_of(surname, use, analyzer)});
  first_names_.insert(WordTrie::key_of(pattern_of(full_name, use, analyzer).words.front()));
}

void Gazetteer::list_names() {
  for (uint32_t number = 0; number < entities_.size(); ++number) {
    for (const std::string_view name : called(entities_[number])) {
      listed_.emplace_back(fold_name(name), number);
    }
  }
  std::sort(listed_.begin(), listed_.end());
  listed_.erase(std::unique(listed_.begin(), listed_.end()), listed_.end());
}

std::vector<uint32_t> Gazetteer::find(std::string_view id_or_name) const {
  if (const uint32_t* number = number_of(std::string(id_or_name))) {
    return {*number};
  }
  std::vector<uint32_t> found;
  const std::string name = fold_name(id_or_name);
  for (auto at = std::lower_bound(listed_.begin(), listed_.end(), std::pair(name, uint32_t{0}));
       at != listed_.end() && at->first == name; ++at) {
    found.push_back(at->second);
  }
  return found;
}

const uint32_t* Gazetteer::number_of(const std::string& id) const {
  const auto found = numbers_.find(id);
  return found == numbers_.end() ? nullptr : &found->second;
}

std::vector<std::pair<uint32_t, std::string>> Gazetteer::complete(
    std::string_view folded_prefix) const {
  std::vector<std::pair<uint32_t, std::string>> found;
  std::vector<bool> seen(entities_.size());
  const auto add = [&](const std::pair<std::string, uint32_t>& listed) {
    if (!seen[listed.second]) {
      seen[listed.second] = true;
      found.emplace_back(listed.second, listed.first);
    }
  };
  for (auto at = std::lower_bound(listed_.begin(), listed_.end(),
                                  std::pair(std::string(folded_prefix), uint32_t{0}));
       at != listed_.end() && at->first.compare(0, folded_prefix.size(), folded_prefix) == 0;
       ++at) {
    add(*at);
  }
  for (const std::pair<std::string, uint32_t>& listed : listed_) {
    if (has_later_word(listed.first, folded_prefix)) {
      add(listed);
    }
  }
  return found;
}

}  // namespace vigie
