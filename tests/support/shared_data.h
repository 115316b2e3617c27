// Test data that is too large, or not ours, to be in the repository: tests that need it are skipped
// where it is not there.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace vigie::tests {

/// The path of `name` in the folder that VIGIE_SHARED_DATA names, else in ../shared/data beside the
/// sources; nothing where it is not there.
inline std::optional<std::string> shared_data(const std::string& name) {
  const char* named = std::getenv("VIGIE_SHARED_DATA");
  const std::filesystem::path folder =
      named != nullptr ? std::filesystem::path(named)
                       : std::filesystem::path(VIGIE_SOURCE_DIR) / "../shared/data";
  const std::filesystem::path path = folder / name;
  if (!std::filesystem::exists(path)) {
    return std::nullopt;
  }
  return path.string();
}

}  // namespace vigie::tests

/// Gives `variable` the path of shared data `name`, or skips the test visibly.
#define VIGIE_SHARED_DATA_OR_SKIP(variable, name)                                       \
  const std::optional<std::string> variable##_path = ::vigie::tests::shared_data(name); \
  if (!variable##_path) {                                                               \
    GTEST_SKIP() << "shared data " << (name) << " is not there (VIGIE_SHARED_DATA)";    \
  }                                                                                     \
  const std::string& variable = *variable##_path
