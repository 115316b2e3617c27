#include "indexer/text/function_words.h"

#include <unordered_set>

namespace vigie {
namespace {

// Left out because somebody searches them: it, us, who, may, can, will, ai, or (gold), car, but,
// not, no, plus, i (a numeral).
using Words = std::unordered_set<std::string_view>;

const Words& french_words() {
  static const Words words = {
      "a",       "au",    "aux",  "avec", "ce",      "ces",   "cet",   "cette",  "ceux",
      "chez",    "comme", "dans", "de",   "des",     "dont",  "du",    "elle",   "elles",
      "en",      "entre", "est",  "et",   "etaient", "etait", "ete",   "etre",   "eux",
      "il",      "ils",   "je",   "la",   "le",      "les",   "leur",  "leurs",  "lui",
      "ma",      "mais",  "me",   "mes",  "mon",     "ne",    "nos",   "notre",  "nous",
      "on",      "ont",   "ou",   "par",  "pas",     "pour",  "que",   "quel",   "quelle",
      "quelles", "quels", "qui",  "sa",   "sans",    "se",    "sera",  "seront", "ses",
      "si",      "soit",  "son",  "sont", "sous",    "sur",   "ta",    "te",     "tes",
      "ton",     "tu",    "un",   "une",  "vers",    "vos",   "votre", "vous",   "y"};
  return words;
}

const Words& english_words() {
  static const Words words = {
      "about",  "an",    "and",  "are",  "as",    "at",   "be",   "been",  "being", "by",
      "did",    "does",  "for",  "from", "had",   "has",  "have", "he",    "her",   "his",
      "how",    "if",    "in",   "into", "is",    "its",  "my",   "of",    "our",   "she",
      "should", "than",  "that", "the",  "their", "them", "then", "there", "these", "they",
      "this",   "those", "to",   "was",  "we",    "were", "what", "when",  "where", "which",
      "while",  "whose", "why",  "with", "would", "you",  "your"};
  return words;
}

}  // namespace

bool is_function_word(std::string_view folded) {
  return is_function_word(folded, Language::kFrench) ||
         is_function_word(folded, Language::kEnglish);
}

bool is_function_word(std::string_view folded, Language language) {
  const Words& words = language == Language::kFrench ? french_words() : english_words();
  return words.count(folded) != 0;
}

}  // namespace vigie
