// A folder with an index of its own, and the real `indexer` run in it.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace vigie::tests {

class Cli : public ::testing::Test {
 protected:
  Command command(std::vector<std::string> arguments) const {
    return {
        program_path("indexer"), std::move(arguments), folder.path().string(), {{"VIGIE_DB", ""}}};
  }

  Finished indexer(std::vector<std::string> arguments, std::string_view input = {}) const {
    return run(command(std::move(arguments)), input);
  }

  /// Adds `count` articles "a0", "a1", … in French and English by turns.
  Finished add_articles(int count) const {
    std::string lines;
    for (int i = 0; i < count; ++i) {
      lines += article_line("a" + std::to_string(i), i) + "\n";
    }
    return indexer({"add", "--format", "jsonl", "-"}, lines);
  }

  static std::string article_line(const std::string& id, int number) {
    const bool french = number % 2 == 0;
    nlohmann::ordered_json article = {
        {"id", id},
        {"title", (french ? "Le drone numéro " : "The drone number ") + std::to_string(number)},
        {"body", french ? "L'armée de l'Air a reçu ses appareils." : "The Air Force received it."},
        {"language", french ? "fr" : "en"},
        {"source", french ? "Agence A" : "Agency B"},
        {"authors", {french ? "Anne Dupré" : "John O'Brien"}},
        {"published", "2025-0" + std::to_string(number % 9 + 1) + "-17"}};
    return article.dump();
  }

  TempDir folder;
};

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return lines;
}

inline std::vector<nlohmann::json> json_lines(const std::string& text) {
  std::vector<nlohmann::json> values;
  for (const std::string& line : lines_of(text)) {
    values.push_back(nlohmann::json::parse(line));
  }
  return values;
}

}  // namespace vigie::tests
