#include "indexer/knowledge/phrase_table.h"

#include <unordered_set>

namespace vigie {

TermForm analyze_form(std::string_view form, Analyzer& analyzer) {
  TermForm result;
  const std::vector<Token>& tokens = analyzer.analyze(form);
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kWord) {
      result.words.push_back(*token.form);
    } else if (token.kind == TokenKind::kAcronym) {
      result.acronym = token.form->folded;
    }
  }
  if (result.words.size() != 1) {
    result.acronym.clear();
  }
  return result;
}

std::string phrase_name(const std::vector<WordForm>& words, Language language) {
  std::string name(1, language == Language::kFrench ? 'F' : 'E');
  for (const WordForm& word : words) {
    name.append(name.size() > 1 ? " " : "").append(word.stem(language));
  }
  return name;
}

void PhraseTable::Trie::add(const std::vector<WordForm>& phrase, Language language,
                            uint32_t number) {
  if (phrases.empty()) {
    phrases.emplace_back();
  }
  uint32_t node = 0;
  for (const WordForm& form : phrase) {
    const auto next_word = static_cast<uint32_t>(words.size());
    const uint32_t word = words.try_emplace(form.stem(language), next_word).first->second;
    const auto next_node = static_cast<uint32_t>(phrases.size());
    const auto [step, is_new] = steps.try_emplace(uint64_t{node} << 32U | word, next_node);
    if (is_new) {
      phrases.emplace_back();
    }
    node = step->second;
  }
  phrases[node].push_back(number);
}

uint32_t PhraseTable::Trie::step(uint32_t node, uint32_t word) const {
  const auto found = steps.find(uint64_t{node} << 32U | word);
  return found == steps.end() ? kNone : found->second;
}

uint32_t PhraseTable::Trie::word_of(const std::string& stem) const {
  const auto found = words.find(stem);
  return found == words.end() ? kNone : found->second;
}

PhraseTable::PhraseTable(const Knowledge& knowledge, Analyzer& analyzer) {
  std::unordered_set<std::string> known;
  const auto add = [&](const std::string& form, Language language) {
    const std::vector<WordForm> words = analyze_form(form, analyzer).words;
    if (words.size() < 2 || !known.insert(phrase_name(words, language)).second) {
      return;
    }
    const auto number = static_cast<uint32_t>(names_.size());
    names_.push_back(phrase_name(words, language));
    for (const Language each : kLanguages) {
      tries_[static_cast<size_t>(each)].add(words, each, number);
    }
  };
  for (const LexiconEntry& entry : knowledge.lexicon) {
    for (const std::string& form : entry.french) {
      add(form, Language::kFrench);
    }
    for (const std::string& form : entry.english) {
      add(form, Language::kEnglish);
    }
  }
}

void PhraseTable::find(const std::vector<Token>& tokens, Language language,
                       std::vector<const std::string*>& found) const {
  const Trie& trie = tries_[static_cast<size_t>(language)];
  std::vector<uint32_t> words;
  words.reserve(tokens.size());
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kWord) {
      words.push_back(trie.word_of(token.form->stem(language)));
    }
  }
  for (size_t begin = 0; begin < words.size(); ++begin) {
    uint32_t node = 0;
    for (size_t at = begin; at < words.size() && node != kNone; ++at) {
      node = words[at] == kNone ? kNone : trie.step(node, words[at]);
      add_names(trie, node, found);
    }
  }
}

void PhraseTable::add_names(const Trie& trie, uint32_t node,
                            std::vector<const std::string*>& found) const {
  if (node == kNone) {
    return;
  }
  for (const uint32_t phrase : trie.phrases[node]) {
    found.push_back(&names_[phrase]);
  }
}

}  // namespace vigie
