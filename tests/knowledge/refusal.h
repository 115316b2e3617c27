// What a knowledge file is refused with, for tests. Any thread.
#pragma once

#include <string>

#include "indexer/knowledge/knowledge.h"

namespace vigie::tests {

/// The sentence that parse_knowledge() refuses `lines` with, read as the file of that name; empty
/// where it takes them.
inline std::string refusal_of(const std::string& file, const std::string& lines) {
  try {
    parse_knowledge("\f" + file + "\n" + lines);
  } catch (const KnowledgeError& error) {
    return error.what();
  }
  return "";
}

}  // namespace vigie::tests
