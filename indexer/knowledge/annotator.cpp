#include "indexer/knowledge/annotator.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "indexer/knowledge/surname.h"
#include "indexer/text/fold.h"
#include "indexer/text/function_words.h"

namespace vigie {

namespace {

/// Words in a title weigh as much for a topic as two others.
constexpr uint32_t kTitleWorth = 2;
constexpr uint32_t kLeastTopicWorth = 2;
constexpr size_t kMostTopics = 8;

bool is_sorted_in(const std::vector<uint32_t>& numbers, uint32_t number) {
  return std::binary_search(numbers.begin(), numbers.end(), number);
}

void sort_distinct(std::vector<uint32_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace

void Annotator::add(std::string_view text, const std::vector<Token>& tokens, bool is_title) {
  const auto first = static_cast<uint32_t>(words_.size());
  append_words(text, tokens, words_);
  const auto end = static_cast<uint32_t>(words_.size());
  fields_.push_back({text, first, end, is_title});
  const WordTrie& trie = gazetteer_.trie();
  for (uint32_t at = first; at < end; ++at) {
    const TextWord& word = words_[at];
    if ((trie.may_begin(word.key) && leads_on(WordTrie::kRoot, word.key, at + 1)) ||
        (trie.may_begin(word.singular) && leads_on(WordTrie::kRoot, word.singular, at + 1))) {
      add_terms_at(at, end, is_title);
    }
  }
}

/// Whether the word leads from `node` to a term, or to where the word `next` may go on.
bool Annotator::leads_on(uint32_t node, uint64_t key, uint32_t next) const {
  const WordTrie& trie = gazetteer_.trie();
  const uint32_t to = trie.step(node, key);
  if (to == WordTrie::kNone || gazetteer_.ends_term(to)) {
    return to != WordTrie::kNone;
  }
  return next < words_.size() &&
         (trie.may_step(to, words_[next].key) || trie.may_step(to, words_[next].singular));
}

/// Adds the terms that begin at the word `first`, the longest first.
void Annotator::add_terms_at(uint32_t first, uint32_t end, bool is_title) {
  const size_t before = candidates_.size();
  // In each form of a word the trie may go on; more than a few ways at once there never are.
  ways_.assign(1, {first, 0, WordTrie::kRoot, false});
  for (uint32_t at = first; at < end && !ways_.empty(); ++at) {
    go_on(at);
    for (const Candidate& way : ways_) {
      add_candidate(way, is_title);
    }
  }
  // Of those as long, the one as written stands before those in the singular.
  std::stable_sort(candidates_.begin() + static_cast<std::ptrdiff_t>(before), candidates_.end(),
                   [](const Candidate& a, const Candidate& b) {
                     return std::tuple(b.count, a.plural, a.node) <
                            std::tuple(a.count, b.plural, b.node);
                   });
}

/// Takes all ways on by the word `at`, as written and in the singular.
void Annotator::go_on(uint32_t at) {
  const TextWord& word = words_[at];
  next_ways_.clear();
  for (const Candidate& way : ways_) {
    add_way(way, at, word.key, false);
    if (word.singular != word.key) {
      add_way(way, at, word.singular, true);
    }
  }
  ways_.swap(next_ways_);
}

/// Adds the way that goes on from `way` by the word `at`, where there is one.
void Annotator::add_way(const Candidate& way, uint32_t at, uint64_t key, bool plural) {
  const uint32_t node = gazetteer_.trie().step(way.node, key);
  if (node != WordTrie::kNone) {
    next_ways_.push_back({way.first, at + 1 - way.first, node, way.plural || plural});
  }
}

/// Adds what a term ends with.
void Annotator::add_candidate(const Candidate& candidate, bool is_title) {
  if (!gazetteer_.ends_term(candidate.node)) {
    return;
  }
  candidates_.push_back(candidate);
  note_topics(candidate, is_title);
  const std::vector<uint32_t>& needed = gazetteer_.needed_at(candidate.node);
  needed_.insert(needed_.end(), needed.begin(), needed.end());
}

void Annotator::note_topics(const Candidate& candidate, bool is_title) {
  for (const EntityName& name : gazetteer_.names_at(candidate.node)) {
    if (name.role == NameRole::kTopicWord && fits(name, candidate, fields_.back())) {
      topic_words_.push_back({name.entity, is_title ? kTitleWorth : 1});
    }
  }
}

std::string_view Annotator::written_as(const Candidate& candidate, const Field& field) const {
  const uint32_t begin = words_[candidate.first].begin_bytes;
  return field.text.substr(begin, words_[candidate.first + candidate.count - 1].end_bytes - begin);
}

/// Whether signs that the name has not part its words: "in the Gulf, Canada said".
bool Annotator::is_parted(const EntityName& name, const Candidate& candidate,
                          const Field& field) const {
  return candidate.count > 1 && !name.pattern.marks &&
         has_parting_signs(written_as(candidate, field));
}

bool Annotator::fits(const EntityName& name, const Candidate& candidate, const Field& field) {
  if (candidate.plural && !name.pattern.takes_plural) {
    return false;
  }
  if (is_parted(name, candidate, field)) {
    return false;
  }
  if (name.pattern.rule == CapitalRule::kAny) {
    return true;
  }
  written_.clear();
  for (uint32_t i = 0; i < candidate.count; ++i) {
    const TextWord& word = words_[candidate.first + i];
    written_.push_back(written_word(field.text, word.begin_bytes, word.end_bytes));
  }
  return has_capitals_for(name.pattern, written_.data());
}

/// Whether the person is named in full somewhere, and nobody else of that surname; and the word
/// before is not the first name of somebody else.
bool Annotator::is_known_surname(const EntityName& name, const Candidate& candidate,
                                 const Field& field) {
  if (!is_sorted_in(people_, name.entity)) {
    return false;
  }
  const std::vector<EntityName>& names = gazetteer_.names_at(candidate.node);
  const bool is_shared = std::any_of(names.begin(), names.end(), [&](const EntityName& other) {
    return other.role == NameRole::kSurname && other.entity != name.entity &&
           is_sorted_in(people_, other.entity);
  });
  if (is_shared) {
    return false;
  }
  if (candidate.first == field.first_word) {
    return true;
  }
  const TextWord& before = words_[candidate.first - 1];
  const TextWord& first = words_[candidate.first];
  const std::string_view between =
      field.text.substr(before.end_bytes, first.begin_bytes - before.end_bytes);
  if (between != " ") {
    return true;
  }
  const std::string_view written_before =
      field.text.substr(before.begin_bytes, before.end_bytes - before.begin_bytes);
  if (letter_case(written_before) != LetterCase::kCapital) {
    return true;
  }
  const std::string folded = fold(written_before);
  return is_function_word(folded) || is_title_of_people(folded);
}

bool Annotator::begins_name(uint32_t word) const {
  auto at = std::lower_bound(
      candidates_.begin(), candidates_.end(), word,
      [](const Candidate& candidate, uint32_t first) { return candidate.first < first; });
  for (; at != candidates_.end() && at->first == word; ++at) {
    const std::vector<EntityName>& names = gazetteer_.names_at(at->node);
    if (std::any_of(names.begin(), names.end(),
                    [](const EntityName& name) { return name.role == NameRole::kName; })) {
      return true;
    }
  }
  return false;
}

/// Whether it is no piece of a longer name.
bool Annotator::stands_alone(const EntityName& name, const Candidate& candidate,
                             const Field& field) {
  NameInText in_text;
  in_text.text = field.text;
  in_text.words = words_.data() + field.first_word;
  in_text.word_count = field.end_word - field.first_word;
  in_text.first = candidate.first - field.first_word;
  in_text.end = in_text.first + candidate.count;
  const uint32_t next = candidate.first + candidate.count;
  in_text.before_known_name = next < field.end_word &&
                              may_be_capital(field.text[words_[next].begin_bytes]) &&
                              begins_name(next);
  return !is_in_longer_name(in_text, name, gazetteer_);
}

/// Whether the candidate is the name.
bool Annotator::is_met(const EntityName& name, const Candidate& candidate, const Field& field) {
  switch (name.role) {
    case NameRole::kName:
      return (!name.ambiguous || gazetteer_.entity(name.entity).needs.empty() ||
              is_sorted_in(needed_, name.entity)) &&
             fits(name, candidate, field) && stands_alone(name, candidate, field);
    case NameRole::kSurname:
      return is_known_surname(name, candidate, field) && fits(name, candidate, field);
    case NameRole::kForbidden:
      return !is_parted(name, candidate, field);
    case NameRole::kTopicWord:
      break;
  }
  return false;
}

/// What the candidate names, or that it forbids a name; null where it is neither.
const EntityName* Annotator::name_of(const Candidate& candidate, const Field& field) {
  for (const EntityName& name : gazetteer_.names_at(candidate.node)) {
    if (is_met(name, candidate, field)) {
      return &name;
    }
  }
  return nullptr;
}

/// Appends the mentions of a field: from the left, the longest name that fits.
void Annotator::resolve(uint32_t field_number, std::vector<Mention>& mentions) {
  const Field& field = fields_[field_number];
  const auto first_of = [](const Candidate& candidate, uint32_t word) {
    return candidate.first < word;
  };
  auto at = std::lower_bound(candidates_.begin(), candidates_.end(), field.first_word, first_of);
  uint32_t free = field.first_word;       // the first word that is in no mention …
  uint32_t forbidden = field.first_word;  // … and after the last phrase that forbids names within
  for (; at != candidates_.end() && at->first < field.end_word; ++at) {
    const uint32_t end = at->first + at->count;
    const EntityName* name = at->first < free || end <= forbidden ? nullptr : name_of(*at, field);
    if (name == nullptr) {
      continue;
    }
    if (name->role == NameRole::kForbidden) {
      forbidden = end;
      continue;
    }
    free = end;
    mentions.push_back(
        {name->entity, words_[at->first].begin_bytes, words_[end - 1].end_bytes, field_number});
  }
}

void Annotator::note_people(const std::vector<Mention>& mentions) {
  for (const Mention& mention : mentions) {
    if (gazetteer_.entity(mention.entity).kind == EntityKind::kPerson) {
      people_.push_back(mention.entity);
    }
  }
  sort_distinct(people_);
}

/// The topics that two words or entities speak for, or one in the title.
std::vector<uint32_t> Annotator::topics(const std::vector<Mention>& mentions) {
  std::map<uint32_t, uint32_t> worth;
  for (const TopicWord& word : topic_words_) {
    worth[word.topic] += word.worth;
  }
  for (const Mention& mention : mentions) {
    for (const uint32_t topic : gazetteer_.topics_of(mention.entity)) {
      worth[topic] += fields_[mention.field].is_title ? kTitleWorth : 1;
    }
  }
  std::vector<std::pair<uint32_t, uint32_t>> order;
  for (const auto& [topic, sum] : worth) {
    if (sum >= kLeastTopicWorth) {
      order.emplace_back(topic, sum);
    }
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<uint32_t> result;
  for (size_t i = 0; i < std::min(order.size(), kMostTopics); ++i) {
    result.push_back(order[i].first);
  }
  return result;
}

Annotations Annotator::finish() {
  sort_distinct(needed_);
  Annotations result;
  const auto resolve_all = [&] {
    result.mentions.clear();
    for (uint32_t field = 0; field < fields_.size(); ++field) {
      resolve(field, result.mentions);
    }
  };
  resolve_all();
  note_people(result.mentions);
  if (!people_.empty()) {
    resolve_all();
  }
  result.topics = topics(result.mentions);
  words_.clear();
  fields_.clear();
  candidates_.clear();
  needed_.clear();
  people_.clear();
  topic_words_.clear();
  return result;
}

}  // namespace vigie
