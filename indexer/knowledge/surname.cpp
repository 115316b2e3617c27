#include "indexer/knowledge/surname.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/knowledge/knowledge_line.h"
#include "indexer/knowledge/word_list.h"
#include "indexer/text/fold.h"

namespace vigie {

namespace {

constexpr size_t kShortestSurname = 3;

constexpr std::array<std::string_view, 17> kParticles = {"al",  "ben", "bin", "da",  "de", "del",
                                                         "der", "di",  "du",  "el",  "la", "le",
                                                         "ten", "ter", "van", "von", "zu"};

constexpr std::array<std::string_view, 38> kTitles = {
    "admiral",      "amiral", "captain",    "chancelier", "chancellor", "colonel",   "commissaire",
    "commissioner", "dr",     "general",    "king",       "lieutenant", "lord",      "m",
    "madam",        "madame", "marshal",    "minister",   "ministre",   "mme",       "monsieur",
    "mr",           "mrs",    "ms",         "pr",         "premier",    "president", "presidente",
    "pm",           "prof",   "professeur", "professor",  "secretary",  "senator",   "senateur",
    "sergeant",     "sir",    "tsar"};

}  // namespace

std::string surname_of(std::string_view full_name) {
  const std::vector<std::string_view> words = split(full_name, " ");
  if (words.size() < 2 || fold(words.back()).size() < kShortestSurname) {
    return "";
  }
  size_t first = words.size() - 1;
  while (first > 1 && contains(kParticles, fold(words[first - 1]))) {
    --first;
  }
  return std::string(full_name.substr(static_cast<size_t>(words[first].data() - full_name.data())));
}

bool is_title_of_people(std::string_view folded) {
  return contains(kTitles, folded);
}

}  // namespace vigie
