// Adds sample articles and prints the id of each as it is reported: what crash_test.cpp kills.
//   crash_writer DIRECTORY ARTICLES VERSION BULK_THRESHOLD
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string>

#include "indexer/writer.h"
#include "tests/index/index_testing.h"

int main(int argc, char** argv) {
  if (argc != 5) {
    return 2;
  }
  const auto number = [&](int i) { return static_cast<unsigned>(std::stoul(argv[i])); };
  const std::vector<vigie::Article> articles =
      vigie::tests::sample_articles(1, number(2), number(3));
  vigie::AddOptions options;
  options.bulk_threshold = number(4);
  options.patience = std::chrono::minutes(1);  // a busy machine must not make it a small add
  options.report = [](const vigie::ArticleReport& report) {
    const std::string line = report.id + "\n";
    if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
      std::abort();
    }
  };
  vigie::IndexWriter writer({argv[1]}, {});
  writer.add(vigie::tests::source_of(articles), options);
  return 0;
}
