#include "indexer/knowledge/lexicon_file.h"

namespace vigie {

void LexiconFile::add(const KnowledgeLine& line) {
  if (line.columns.size() < 2 || line.columns.size() > 3) {
    refuse(line, "expected French, a tab and English, then perhaps a tab and > or <; found " +
                     std::to_string(line.columns.size()) + " columns");
  }
  LexiconEntry entry;
  entry.french = values_of(line, 0, "French term");
  entry.english = values_of(line, 1, "English term");
  if (entry.french.empty() || entry.english.empty()) {
    refuse(line, entry.french.empty() ? "there is no French term" : "there is no English term");
  }
  if (line.columns.size() == 3) {
    if (line.columns[2] != ">" && line.columns[2] != "<") {
      refuse(line, "the direction is '" + std::string(line.columns[2]) + "', not > or <");
    }
    entry.to_english = line.columns[2] == ">";
    entry.to_french = line.columns[2] == "<";
  }
  if (entry.to_english) {
    note_pairs(line, entry, '>');
  }
  if (entry.to_french) {
    note_pairs(line, entry, '<');
  }
  entries_.push_back(std::move(entry));
}

void LexiconFile::note_pairs(const KnowledgeLine& line, const LexiconEntry& entry, char direction) {
  for (const std::string& french : entry.french) {
    for (const std::string& english : entry.english) {
      note_pair(line, french, english, direction);
    }
  }
}

void LexiconFile::note_pair(const KnowledgeLine& line, const std::string& french,
                            const std::string& english, char direction) {
  const auto [found, is_new] = pairs_.try_emplace(french + direction + english, place_of(line));
  if (!is_new) {
    refuse(line, "'" + french + "' and '" + english + "' stand in " + found->second + " too");
  }
}

}  // namespace vigie
