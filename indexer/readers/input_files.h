// The files that paths name: directories walked, endings known. Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/readers/reader.h"

namespace vigie {

/// One file to read, or why there is none.
struct InputFile {
  std::string path;  ///< "-": standard input
  InputFormat format = InputFormat::kGuess;
  uint64_t bytes = 0;
  std::optional<std::string> error;
};

struct InputFiles {
  std::vector<InputFile> files;
  uint64_t passed_over = 0;           ///< files in directories whose endings are not known
  std::optional<uint64_t> bytes = 0;  ///< of all; nothing where one is a pipe
};

/// The files of `paths` in their order, those of a directory sorted by path; hidden ones, and links
/// to directories, left out.
InputFiles list_input_files(const std::vector<std::string>& paths);

/// The format of a file by its ending, kGuess where that says nothing.
InputFormat format_of_name(const std::string& path);

}  // namespace vigie
