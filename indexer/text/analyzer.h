// The one analyser: indexing, querying and highlighting all see words through it, and so agree.
//
//   "L'anti-drone F-35 de l'U.S. Army"  →  anti (antidrone) drone f (f35) 35 de us [US] army
//
// Text goes through word segmentation, then:
// - elided words (l' d' qu' jusqu' lorsqu' puisqu' …, any apostrophe, any case) are cut off and
//   take no position; other inner apostrophes are dropped (aujourd'hui, O'Brien → one word),
//   English possessive 's is cut off, and so is the plural s of a number (F-35s, 1990s);
// - a compound (parts joined by hyphens, dots, underscores, or a border between letters and
//   digits) yields each part as a word and, where it has two to four parts that are not all
//   numbers, the parts joined: anti-drone → anti, drone, (antidrone); F-35 → f, 35, (f35);
//   ordinals stay whole (1er, 21st);
// - dotted acronyms are one word (U.S. → us); a word typed in capitals inside text that is not
//   also yields it as written, an acronym without its accents: AI → ai, [AI]; UAVs → uavs, [UAV].
//   A line with two words or more (of two letters or more) is in capitals if more than 60 % of
//   them are; its words are no acronyms;
// - numbers are written one way (number.h: 1 200, 1,200, 1.200.000 → 1200, 1200, 1200000;
//   3,5 → 3.5), one word;
// - words are folded (fold.h) and stemmed for each language (Snowball).
//
// An Analyzer is for one thread (it holds ICU and stemmer state and a cache of words); make one per
// worker and keep it: a new one costs some microseconds, but its cache is empty.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/language.h"
#include "indexer/text/wanted_words.h"

namespace vigie {

/// What a word is apart from where it stands. Folded and stems are UTF-8, never empty.
struct WordForm {
  std::string folded;   ///< at most 180 bytes; of an acronym: in capitals, dots removed ("US")
  std::string french;   ///< French stem of `folded`; of an acronym: as `folded`
  std::string english;  ///< English stem, likewise
  bool function_word = false;

  const std::string& stem(Language language) const {
    switch (language) {
      case Language::kFrench:
        return french;
      case Language::kEnglish:
        return english;
      case Language::kOther:
        break;
    }
    return folded;
  }
};

enum class TokenKind : unsigned char {
  kWord,     ///< a word, a number or a part of a compound; takes a position of its own
  kJoined,   ///< a whole compound written as one word; stands at its first part's position
  kAcronym,  ///< a word as written in capitals; stands at its word's position
};

/// One token of a text.
struct Token {
  const WordForm* form;  ///< owned by the analyser, valid until its next analyze()
  uint32_t begin_bytes;  ///< where the word begins in the text, elision cut off
  uint32_t end_bytes;    ///< one past its last byte; always on a character border
  uint32_t position;     ///< 0-based, counting kWord tokens
  uint32_t compound;  ///< of the parts and the joined form of one compound: 1, 2, … the compound's
                      ///< number in the text; else 0
  TokenKind kind;
};

class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// The tokens of `text` (UTF-8; bytes that are not are separators), ordered by position; at one
  /// position the word comes first, then its acronym, then the compound that begins there. Never
  /// throws on any bytes. A text of more than 2³¹ bytes is cut there. The reference is valid until
  /// the next call.
  const std::vector<Token>& analyze(std::string_view text);

  /// The same tokens without those of needless words, at a tenth of the cost.
  const std::vector<Token>& analyze(std::string_view text, const WantedWords& wanted);

  /// The form of one already folded word, taken whole ("f35" is not parted). Valid until the next
  /// analyze(), which also is what bounds the cache.
  const WordForm& form_of(std::string_view folded);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Names the analysis: schema version of the rules above, Unicode and ICU versions, stemmer. An
/// index built under another one is refused, since its words would not be found.
std::string analysis_version();

}  // namespace vigie
