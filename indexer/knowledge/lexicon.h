// The lexicon as queries use it: what the words typed, in either language, are in the other. After it
// comes the dictionary, for words that it has no term for.
//
// Immutable once made; any thread.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/knowledge/phrase_table.h"
#include "indexer/knowledge/typed_word.h"

namespace vigie {

/// What a term may be called in the other language.
struct Translation {
  std::string of;    ///< the term as it is looked up by spelling_of()
  std::string text;  ///< as the lexicon writes it
  Language language;
  TermForm form;
  bool general;                          ///< the dictionary's
  std::vector<std::string> other_stems;  ///< of its forms that its stem does not find (obtient)
};

/// A term of the lexicon at the beginning of some words.
struct TranslatedTerm {
  bool as_spelt = false;  ///< typed as the lexicon writes it, but for the plural
  size_t words = 0;       ///< how many of them it is; 0: none
  std::vector<const Translation*> translations;  ///< the likelier first; as long as the lexicon
};

class Lexicon {
 public:
  Lexicon(const Knowledge& knowledge, Analyzer& analyzer);

  /// The longest term that `words` begin with from `begin` on, in `from`. Where terms differ only
  /// in what the stemmer cuts off (commande, commander), the one that is spelt so is meant.
  TranslatedTerm find(const std::vector<TypedWord>& words, size_t begin, Language from) const;

 private:
  /// The stems of a word's other forms, by the word folded.
  using Inflections = std::unordered_map<std::string, std::vector<std::string>>;

  struct Side {
    std::unordered_map<std::string, std::vector<Translation>> terms;  // by key_of() the form
    size_t most_words = 0;
    Inflections inflections;
  };

  void note_inflections(const std::vector<std::string>& forms, Language language,
                        Analyzer& analyzer);
  /// What a term may be called by; `of` is left open.
  std::vector<Translation> analyzed(const std::vector<std::string>& texts, Language language,
                                    bool general, Analyzer& analyzer) const;
  void add(const std::vector<LexiconEntry>& entries, bool general, Analyzer& analyzer);
  void add(const std::vector<std::string>& forms, Language from,
           const std::vector<Translation>& others, Analyzer& analyzer);
  void add(const std::string& form, Language from, const std::vector<Translation>& others,
           Analyzer& analyzer);
  const Side& side(Language from) const { return from == Language::kFrench ? french_ : english_; }

  Side french_;
  Side english_;
};

}  // namespace vigie
