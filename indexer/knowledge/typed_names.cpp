#include "indexer/knowledge/typed_names.h"

#include <algorithm>

namespace vigie {

namespace {

/// Shorter acronyms and surnames in small letters are ordinary words too often.
constexpr size_t kShortestSmallAcronym = 3;
constexpr size_t kShortestSmallSurname = 6;

bool are_small(const TypedNameWord* words, size_t count) {
  return std::none_of(words, words + count,
                      [](const TypedNameWord& word) { return has_capital(word.letters); });
}

bool has_capitals_for(const NamePattern& pattern, const TypedNameWord* words) {
  std::vector<WrittenWord> written;
  for (size_t i = 0; i < pattern.words.size(); ++i) {
    written.push_back({words[i].letters, false, words[i].function_word});
  }
  return has_capitals_for(pattern, written.data());
}

bool is_meant(const Gazetteer& gazetteer, const EntityName& name, const TypedNameWord* words) {
  const size_t count = name.pattern.words.size();
  if (name.role == NameRole::kForbidden) {
    return false;
  }
  if (!are_small(words, count)) {
    // SAFRAN, typed in a hurry, is Safran; what is typed with capitals is no ordinary word.
    return name.pattern.rule != CapitalRule::kShortAcronym || has_capitals_for(name.pattern, words);
  }
  switch (name.role) {
    case NameRole::kName:
      if (name.pattern.rule == CapitalRule::kShortAcronym) {
        return words->folded.size() >= kShortestSmallAcronym && !words->function_word;
      }
      return !name.ambiguous || gazetteer.entity(name.entity).needs.empty();
    case NameRole::kSurname:
      return name.pattern.words.back().size() >= kShortestSmallSurname;
    default:
      return false;
  }
}

/// The entities that all `count` words at `words` name, whose node it is: those called so before
/// people of that surname.
std::vector<uint32_t> entities_at(const Gazetteer& gazetteer, uint32_t node,
                                  const TypedNameWord* words) {
  std::vector<uint32_t> entities;
  std::vector<uint32_t> people;
  for (const EntityName& name : gazetteer.names_at(node)) {
    std::vector<uint32_t>& named = name.role == NameRole::kSurname ? people : entities;
    if (is_meant(gazetteer, name, words) &&
        std::find(named.begin(), named.end(), name.entity) == named.end()) {
      named.push_back(name.entity);
    }
  }
  if (entities.empty() && people.size() == 1) {
    return people;
  }
  return entities;
}

}  // namespace

TypedName typed_name(const Gazetteer& gazetteer, const std::vector<TypedNameWord>& words,
                     size_t begin) {
  TypedName longest;
  uint32_t node = WordTrie::kRoot;
  for (size_t at = begin; at < words.size(); ++at) {
    const uint32_t word = gazetteer.trie().word_of(words[at].folded);
    node = word == WordTrie::kNone ? WordTrie::kNone : gazetteer.trie().step(node, word);
    if (node == WordTrie::kNone) {
      break;
    }
    std::vector<uint32_t> entities = entities_at(gazetteer, node, words.data() + begin);
    if (!entities.empty()) {
      longest = {at + 1 - begin, std::move(entities)};
    }
  }
  return longest;
}

}  // namespace vigie
