// The terms of several words that the lexicon knows, found in the words of an article.
//
// Each is one term of the index, so that a translation of several words is looked up as fast as a
// word: a phrase found by positions takes milliseconds. Immutable once made; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/knowledge/knowledge.h"
#include "indexer/knowledge/word_trie.h"
#include "indexer/text/analyzer.h"

namespace vigie {

/// A form of the lexicon as the analyser sees it.
struct TermForm {
  std::vector<WordForm> words;  ///< function words among them
  std::string acronym;          ///< as written, where the form is one: NATO
};

/// `form` analysed; no words where it holds none.
TermForm analyze_form(std::string_view form, Analyzer& analyzer);

/// What the index calls a term of several words written in `language`.
std::string phrase_name(const std::vector<WordForm>& words, Language language);

class PhraseTable {
 public:
  /// The terms of two words or more, of both languages: each is found in articles of any.
  PhraseTable(const Knowledge& knowledge, Analyzer& analyzer);
  /// The table that write() wrote.
  explicit PhraseTable(BytesReader& bytes);
  void write(BytesWriter& bytes) const;

  /// Appends the phrase_name() of every phrase in `tokens`, which are of an article in `language`,
  /// once for each time that it occurs; one within another counts too. The pointers are valid as
  /// long as the table.
  void find(const std::vector<Token>& tokens, Language language,
            std::vector<const std::string*>& found) const;

 private:
  /// The phrases' words as one language stems them.
  struct Stems {
    WordTrie trie;
    std::vector<std::vector<uint32_t>> phrases;  // that end at each node
  };

  void add_names(const Stems& stems, uint32_t node, std::vector<const std::string*>& found) const;

  std::vector<std::string> names_;
  std::array<Stems, kLanguages.size()> stems_;
};

}  // namespace vigie
