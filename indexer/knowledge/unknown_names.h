// Names that the gazetteer does not know and that several articles write: what an editor may want
// to add to corpus/knowledge/.
//
// A name is a run of words with capitals, parted by a space, a hyphen or a small "de", "of", …
// Left out: what is known, days and months, words that as many articles write small, and what only
// ever begins sentences, where every word has a capital. Holds one entry for each different name and
// for each different small word.
// For one thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/knowledge/annotator.h"

namespace vigie {

struct UnknownName {
  std::string name;       ///< as first written
  uint64_t articles = 0;  ///< that write it, in whatever case
  std::string example;    ///< the id of the first
};

class UnknownNames {
 public:
  /// Both must outlive it.
  UnknownNames(const Gazetteer& gazetteer, Analyzer& analyzer)
      : analyzer_(analyzer), annotator_(gazetteer) {}

  /// Notes the names in the `texts` of the article `id`: paragraphs, no headlines, whose capitals
  /// tell little.
  void add(const std::string& id, const std::vector<std::string_view>& texts);

  /// The names that at least `least` articles write, those of most articles first, `most` of them.
  std::vector<UnknownName> shared_by(uint64_t least, size_t most) const;

 private:
  struct Word {
    uint32_t begin;
    uint32_t end;
    std::string folded;
    bool idle;  ///< at either end it is no part of a name
  };
  /// Words side by side in a text that may be a name.
  struct Run {
    uint32_t field = 0;
    bool begins_sentence = false;
    std::vector<Word> words;
  };
  struct Found {
    UnknownName name;
    bool inside = false;     ///< some article writes it within a sentence
    std::string first_word;  ///< folded
    bool alone = true;       ///< it is the only one
  };

  void find_runs(std::string_view text, const std::vector<Token>& tokens, uint32_t field);
  void finish(Run& run);
  static void trim(Run& run);
  void note_small(const std::string& folded);
  static void cut_known(const std::vector<Mention>& mentions, Run& run);
  bool is_name(const Found& found) const;

  Analyzer& analyzer_;
  Annotator annotator_;
  std::vector<Run> runs_;  // of the article looked at
  std::unordered_map<std::string, Found> names_;
  /// How many articles write a word small.
  struct SmallWord {
    uint64_t articles = 0;
    uint64_t last_article = 0;
  };
  std::unordered_map<std::string, SmallWord> small_;  // by folded word
  uint64_t articles_ = 0;                             // so far
};

}  // namespace vigie
