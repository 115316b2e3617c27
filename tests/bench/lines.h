// The lines of a file, for the programs that measure.
#pragma once

#include <fstream>
#include <string>
#include <vector>

namespace vigie {

/// Without their ends; none where the file cannot be read.
inline std::vector<std::string> lines_of(const char* path) {
  std::vector<std::string> lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    lines.push_back(line);
  }
  return lines;
}

}  // namespace vigie
