#include "indexer/text/stem.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/text/function_words.h"

namespace vigie {
namespace {

// Nouns in -ée that are not the feminine of the word in -e or -é: their stem is themselves. Sorted.
constexpr std::array<std::string_view, 22> kNounsInEe = {
    "allee", "annee",  "armee",  "assemblee", "chaussee", "contree", "coree", "donnee",
    "duree", "entree", "epee",   "fusee",     "guinee",   "journee", "maree", "mosquee",
    "musee", "pensee", "portee", "rentree",   "tranchee", "vallee"};

struct Irregular {
  std::string_view word;
  std::string_view singular;  // masculine where there is one
};

// Sorted by word.
constexpr std::array<Irregular, 34> kIrregulars = {{
    {"aveux", "aveu"},        {"balais", "balai"},     {"blanche", "blanc"},
    {"blanches", "blanc"},    {"delais", "delai"},     {"eaux", "eau"},
    {"enjeux", "enjeu"},      {"essais", "essai"},     {"feux", "feu"},
    {"grecque", "grec"},      {"grecques", "grec"},    {"jeux", "jeu"},
    {"lieux", "lieu"},        {"longue", "long"},      {"longues", "long"},
    {"milieux", "milieu"},    {"minerais", "minerai"}, {"neuve", "neuf"},
    {"neuves", "neuf"},       {"nouvel", "nouveau"},   {"nouvelle", "nouveau"},
    {"nouvelles", "nouveau"}, {"publique", "public"},  {"publiques", "public"},
    {"quais", "quai"},        {"remblais", "remblai"}, {"travaux", "travail"},
    {"turque", "turc"},       {"turques", "turc"},     {"vieil", "vieux"},
    {"vieille", "vieux"},     {"vieilles", "vieux"},   {"voeux", "voeu"},
    {"yeux", "oeil"},
}};

static_assert(std::is_sorted(kNounsInEe.begin(), kNounsInEe.end()));
static_assert(std::is_sorted(kIrregulars.begin(), kIrregulars.end(),
                             [](const Irregular& a, const Irregular& b) {
                               return a.word < b.word;
                             }));

std::string_view without_plural(std::string_view word) {
  return word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
}

// Another form of `folded`, singular, whose Snowball stem is that of all its forms.
std::string stemmable(std::string_view folded) {
  constexpr size_t kShortest =
      6;  // of the words in -ais and -ère; shorter ones are words of their own
  const auto irregular = std::lower_bound(
      kIrregulars.begin(), kIrregulars.end(), folded,
      [](const Irregular& entry, std::string_view word) { return entry.word < word; });
  if (irregular != kIrregulars.end() && irregular->word == folded) {
    return std::string(irregular->singular);
  }
  if (folded.size() >= kShortest && folded.ends_with("ais")) {
    return std::string(folded) + 'e';  // français as française, not as a verb: voulais
  }
  const std::string_view singular = without_plural(folded);
  const bool in_ee = singular.size() >= 4 && singular.ends_with("ee");
  const bool in_ere =
      singular.size() >= kShortest && (singular.ends_with("iere") || singular.ends_with("gere"));
  // blindée, première without accents: Snowball knows blinde and premier.
  return std::string(in_ee || in_ere ? singular.substr(0, singular.size() - 1) : folded);
}

// "sea" is no form of "se", nor "tuer" of "tu": a word that is none itself, but whose stem is spelled
// as a function word, has a stem apart, which it shares with its other forms.
std::string apart_from_function_words(const std::string& folded, std::string stem,
                                      Language language) {
  if (stem.empty()) {
    return folded;
  }
  if (stem != folded && is_function_word(stem, language) && !is_function_word(folded, language)) {
    stem.push_back('~');
  }
  return stem;
}

}  // namespace

std::string Stemmer::french(const std::string& folded) const {
  const std::string_view singular = without_plural(folded);
  if (std::binary_search(kNounsInEe.begin(), kNounsInEe.end(), singular)) {
    return std::string(singular);
  }
  return apart_from_function_words(folded, french_(stemmable(folded)), Language::kFrench);
}

std::string Stemmer::english(const std::string& folded) const {
  return apart_from_function_words(folded, english_(folded), Language::kEnglish);
}

}  // namespace vigie
