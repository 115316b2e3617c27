#include "indexer/knowledge/phrase_table.h"

#include <unordered_set>

namespace vigie {

namespace {

std::vector<std::string> stems_of(const std::vector<WordForm>& words, Language language) {
  std::vector<std::string> stems;
  stems.reserve(words.size());
  for (const WordForm& word : words) {
    stems.push_back(word.stem(language));
  }
  return stems;
}

}  // namespace

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
      Stems& stems = stems_[static_cast<size_t>(each)];
      const uint32_t node = stems.trie.add(stems_of(words, each));
      stems.phrases.resize(stems.trie.nodes());
      stems.phrases[node].push_back(number);
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

PhraseTable::PhraseTable(BytesReader& bytes) : names_(bytes.texts()) {
  for (Stems& stems : stems_) {
    stems.trie = WordTrie(bytes);
    stems.phrases.resize(stems.trie.nodes());
    for (std::vector<uint32_t>& phrases : stems.phrases) {
      phrases = bytes.numbers();
    }
  }
}

void PhraseTable::write(BytesWriter& bytes) const {
  bytes.texts(names_);
  for (const Stems& stems : stems_) {
    stems.trie.write(bytes);
    // A table of no phrases has not even the root.
    for (uint32_t node = 0; node < stems.trie.nodes(); ++node) {
      bytes.numbers(node < stems.phrases.size() ? stems.phrases[node] : std::vector<uint32_t>());
    }
  }
}

void PhraseTable::find(const std::vector<Token>& tokens, Language language,
                       std::vector<const std::string*>& found) const {
  const Stems& stems = stems_[static_cast<size_t>(language)];
  std::vector<uint64_t> words;
  words.reserve(tokens.size());
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kWord) {
      words.push_back(WordTrie::key_of(token.form->stem(language)));
    }
  }
  for (size_t begin = 0; begin < words.size(); ++begin) {
    uint32_t node = stems.trie.step(WordTrie::kRoot, words[begin]);
    for (size_t next = begin + 1; node != WordTrie::kNone; ++next) {
      add_names(stems, node, found);
      node = next < words.size() ? stems.trie.step(node, words[next]) : WordTrie::kNone;
    }
  }
}

void PhraseTable::add_names(const Stems& stems, uint32_t node,
                            std::vector<const std::string*>& found) const {
  for (const uint32_t phrase : stems.phrases[node]) {
    found.push_back(&names_[phrase]);
  }
}

}  // namespace vigie
