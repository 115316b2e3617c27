// The lines of lexicon/*.tsv: French, English and perhaps the one direction, > or <. For one thread.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/knowledge/knowledge.h"
#include "indexer/knowledge/knowledge_line.h"

namespace vigie {

class LexiconFile {
 public:
  /// Throws KnowledgeError where the line is broken or says what another one has said.
  void add(const KnowledgeLine& line);
  std::vector<LexiconEntry> take() { return std::move(entries_); }

 private:
  void note_pairs(const KnowledgeLine& line, const LexiconEntry& entry, char direction);
  void note_pair(const KnowledgeLine& line, const std::string& french, const std::string& english,
                 char direction);

  std::vector<LexiconEntry> entries_;
  std::unordered_map<std::string, std::string> pairs_;  // with the direction: where each was said
};

}  // namespace vigie
