// Names in knowledge files that never find what they name: others take them, a rule excludes them,
// or their needs and forbidden phrases contradict one another. Editors are told, nothing is refused.
//
// For one thread.
#pragma once

#include <string>
#include <vector>

#include "indexer/knowledge/gazetteer.h"

namespace vigie {

struct UnreachableName {
  std::string id;    ///< of the entity
  std::string name;  ///< as its file writes it
  std::string why;   ///< in one sentence: "it is found to name 'x'"
};

/// "the name 'F.35' of 'f35' finds nothing: it is found to name 'f-35'"
std::string to_sentence(const UnreachableName& name);

/// The names that are not found to name their entity where they stand alone, as the file writes
/// them, in an article that holds a word that they need. Takes about 20 microseconds a name.
std::vector<UnreachableName> unreachable_names(const Gazetteer& gazetteer, Analyzer& analyzer);

}  // namespace vigie
