// Where the knowledge files are, for the commands that make an index know them. Any thread.
#pragma once

#include <string>

namespace vigie {

/// --knowledge, as the help texts say it.
inline constexpr const char* kKnowledgeOption =
    "the folder of the knowledge files (default: beside the program)";

/// read_knowledge() of `folder`; where it is empty, of share/vigie/knowledge beside the bin/ that the
/// program is in. Where there is none, says so on standard error and returns what knows nothing.
/// Throws KnowledgeError.
std::string knowledge_of(const std::string& folder);

}  // namespace vigie
