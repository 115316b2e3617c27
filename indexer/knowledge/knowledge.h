// What the files of corpus/knowledge/ know: terms and their translations. Read, checked and kept
// as one text, which every index carries, so that indexing and searching know the same.
//
// Plain values; functions may be called from any thread.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// What is wrong with a knowledge file: its name, the line and the reason.
class KnowledgeError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Terms that mean the same: each French form translates into every English one and back, the
/// likelier first.
struct LexiconEntry {
  std::vector<std::string> french;
  std::vector<std::string> english;
  bool to_english = true;  ///< whether French is translated …
  bool to_french = true;   ///< … and English
};

struct Knowledge {
  std::vector<LexiconEntry> lexicon;
};

/// The files of `folder` (lexicon/*.tsv) as one text, in the order of their names. Throws
/// KnowledgeError where a file cannot be read or parse_knowledge() refuses it.
std::string read_knowledge(const std::string& folder);

/// What the text made by read_knowledge() says. Throws KnowledgeError.
Knowledge parse_knowledge(std::string_view text);

}  // namespace vigie
