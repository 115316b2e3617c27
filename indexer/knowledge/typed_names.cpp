#include "indexer/knowledge/typed_names.h"

#include <algorithm>

namespace vigie {

namespace {

/// Shorter acronyms and surnames in small letters are ordinary words too often.
constexpr size_t kShortestSmallAcronym = 3;
constexpr size_t kShortestSmallSurname = 6;

bool are_small(const TypedWord* words, size_t count) {
  return std::none_of(words, words + count,
                      [](const TypedWord& word) { return has_capital(word.letters); });
}

bool has_capitals_for(const NamePattern& pattern, const TypedWord* words) {
  std::vector<WrittenWord> written;
  for (size_t i = 0; i < pattern.words.size(); ++i) {
    written.push_back({words[i].letters});
  }
  return has_capitals_for(pattern, written.data());
}

bool is_meant(const Gazetteer& gazetteer, const EntityName& name, const TypedWord* words) {
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
        return words->form.folded.size() >= kShortestSmallAcronym && !words->form.function_word;
      }
      return !name.ambiguous || gazetteer.entity(name.entity).needs.empty();
    case NameRole::kSurname:
      return name.pattern.words.back().size() >= kShortestSmallSurname;
    default:
      return false;
  }
}

struct Typed {
  const TypedWord* words;
  bool plural;  ///< one of them is a plural of the name's
};

/// The entities that the words name, whose node it is: those called so before people of that
/// surname.
std::vector<uint32_t> entities_at(const Gazetteer& gazetteer, uint32_t node, const Typed& typed) {
  std::vector<uint32_t> entities;
  std::vector<uint32_t> people;
  for (const EntityName& name : gazetteer.names_at(node)) {
    std::vector<uint32_t>& named = name.role == NameRole::kSurname ? people : entities;
    if ((!typed.plural || name.pattern.takes_plural) && is_meant(gazetteer, name, typed.words) &&
        std::find(named.begin(), named.end(), name.entity) == named.end()) {
      named.push_back(name.entity);
    }
  }
  if (entities.empty() && people.size() == 1) {
    return people;
  }
  return entities;
}

/// A way through the trie.
struct Way {
  uint32_t node;
  bool plural;  ///< a plural's s or x is left aside
};

/// The ways on from `ways` by the word, as typed and in the singular.
std::vector<Way> steps(const WordTrie& trie, const std::vector<Way>& ways, const TypedWord& word) {
  std::vector<Way> next;
  const auto add = [&](const Way& way, std::string_view form, bool plural) {
    const uint32_t node = trie.step(way.node, WordTrie::key_of(form));
    if (node != WordTrie::kNone) {
      next.push_back({node, way.plural || plural});
    }
  };
  const char last = word.letters == LetterCase::kCapitals ? ' ' : word.form.folded.back();
  const std::string_view singular = singular_of(word.form.folded, last);
  for (const Way& way : ways) {
    add(way, word.form.folded, false);
    if (singular.size() < word.form.folded.size()) {
      add(way, singular, true);
    }
  }
  return next;
}

bool forbids(const std::vector<EntityName>& names) {
  return std::any_of(names.begin(), names.end(),
                     [](const EntityName& name) { return name.role == NameRole::kForbidden; });
}

/// The name of `count` words that ends at `node`, if there is one, in place of the longest so far.
void take_longer(const Typed& typed, uint32_t node, size_t count, const Gazetteer& gazetteer,
                 TypedName& longest) {
  std::vector<uint32_t> entities = entities_at(gazetteer, node, typed);
  if (!entities.empty() && longest.words < count) {
    longest = {count, std::move(entities)};
  } else if (forbids(gazetteer.names_at(node))) {
    longest = {};
  }
}

}  // namespace

TypedName typed_name(const Gazetteer& gazetteer, const std::vector<TypedWord>& words) {
  TypedName longest;
  std::vector<Way> ways = {{WordTrie::kRoot, false}};
  for (size_t count = 1; count <= words.size() && !ways.empty(); ++count) {
    ways = steps(gazetteer.trie(), ways, words[count - 1]);
    for (const Way& way : ways) {
      take_longer({words.data(), way.plural}, way.node, count, gazetteer, longest);
    }
  }
  return longest;
}

}  // namespace vigie
