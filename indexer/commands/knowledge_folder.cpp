#include "indexer/commands/knowledge_folder.h"

#include <filesystem>

#include "indexer/commands/console.h"
#include "indexer/knowledge/knowledge.h"

namespace vigie {

namespace {

namespace fs = std::filesystem;

/// The knowledge folder that belongs to the program, which is in bin/ beside share/; empty where
/// there is none.
std::string folder_of_program() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path folder = program.parent_path().parent_path() / "share/vigie/knowledge";
  return fs::is_directory(folder, error) ? folder.string() : "";
}

}  // namespace

std::string knowledge_of(const std::string& folder) {
  const std::string found = folder.empty() ? folder_of_program() : folder;
  if (found.empty()) {
    Console::standard().complain(
        "warning: no knowledge files beside the program: words will not be translated; name their "
        "folder with --knowledge");
    return "";
  }
  return read_knowledge(found);
}

}  // namespace vigie
