// A gazetteer as bytes and back: see article_knowledge.h.
#include <algorithm>

#include "indexer/knowledge/gazetteer.h"

namespace vigie {

namespace {

void write(const Entity& entity, BytesWriter& bytes) {
  bytes.number(static_cast<uint64_t>(entity.kind));
  bytes.text(entity.id);
  bytes.text(entity.french_label);
  bytes.text(entity.english_label);
  bytes.texts(entity.names);
  bytes.texts(entity.ambiguous);
  bytes.texts(entity.needs);
  bytes.texts(entity.forbidden);
  bytes.texts(entity.members);
}

Entity read_entity(BytesReader& bytes) {
  Entity entity;
  entity.kind = static_cast<EntityKind>(bytes.number());
  entity.id = bytes.text();
  entity.french_label = bytes.text();
  entity.english_label = bytes.text();
  entity.names = bytes.texts();
  entity.ambiguous = bytes.texts();
  entity.needs = bytes.texts();
  entity.forbidden = bytes.texts();
  entity.members = bytes.texts();
  return entity;
}

void write(const NamePattern& pattern, BytesWriter& bytes) {
  bytes.texts(pattern.words);
  for (size_t i = 0; i < pattern.words.size(); ++i) {
    bytes.number(static_cast<uint64_t>(pattern.letters[i]));
    bytes.number(pattern.function_word[i] ? 1 : 0);
  }
  bytes.number(static_cast<uint64_t>(pattern.rule));
  for (const bool flag :
       {pattern.plain, pattern.marks, pattern.designation, pattern.takes_plural}) {
    bytes.number(flag ? 1 : 0);
  }
}

NamePattern read_pattern(BytesReader& bytes) {
  NamePattern pattern;
  pattern.words = bytes.texts();
  pattern.letters.resize(pattern.words.size());
  pattern.function_word.resize(pattern.words.size());
  for (size_t i = 0; i < pattern.words.size(); ++i) {
    pattern.letters[i] = static_cast<LetterCase>(bytes.number());
    pattern.function_word[i] = bytes.number() != 0;
  }
  pattern.rule = static_cast<CapitalRule>(bytes.number());
  for (bool* flag : {&pattern.plain, &pattern.marks, &pattern.designation, &pattern.takes_plural}) {
    *flag = bytes.number() != 0;
  }
  return pattern;
}

void write(const EntityName& name, BytesWriter& bytes) {
  bytes.number(name.entity);
  bytes.number(static_cast<uint64_t>(name.role));
  bytes.number(name.ambiguous ? 1 : 0);
  write(name.pattern, bytes);
}

EntityName read_name(BytesReader& bytes) {
  EntityName name;
  name.entity = bytes.small_number();
  name.role = static_cast<NameRole>(bytes.number());
  name.ambiguous = bytes.number() != 0;
  name.pattern = read_pattern(bytes);
  return name;
}

}  // namespace

void Gazetteer::write(BytesWriter& bytes) const {
  bytes.number(entities_.size());
  for (const Entity& entity : entities_) {
    vigie::write(entity, bytes);
  }
  std::vector<uint64_t> first_names(first_names_.begin(), first_names_.end());
  std::sort(first_names.begin(), first_names.end());
  bytes.number(first_names.size());
  for (const uint64_t name : first_names) {
    bytes.hash(name);
  }
  trie_.write(bytes);
  for (uint32_t node = 0; node < trie_.nodes(); ++node) {
    bytes.number(ends_[node] ? 1 : 0);
    bytes.numbers(needed_[node]);
    bytes.number(names_[node].size());
    for (const EntityName& name : names_[node]) {
      vigie::write(name, bytes);
    }
  }
}

Gazetteer::Gazetteer(BytesReader& bytes) {
  entities_.resize(bytes.count());
  for (Entity& entity : entities_) {
    entity = read_entity(bytes);
  }
  number_entities();
  const size_t first_names = bytes.count();
  for (size_t i = 0; i < first_names; ++i) {
    first_names_.insert(bytes.hash());
  }
  trie_ = WordTrie(bytes);
  names_.resize(trie_.nodes());
  needed_.resize(trie_.nodes());
  ends_.resize(trie_.nodes());
  for (uint32_t node = 0; node < trie_.nodes(); ++node) {
    ends_[node] = bytes.number() != 0;
    needed_[node] = bytes.numbers();
    names_[node].resize(bytes.count());
    for (EntityName& name : names_[node]) {
      name = read_name(bytes);
    }
  }
}

}  // namespace vigie
