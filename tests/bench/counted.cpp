// Work whose instructions callgrind counts, see instructions.py:
//
//   counted searches INDEX WARMING QUERIES     asks WARMING's queries uncounted, then QUERIES' (class
//                                              TAB query), to the bytes of each answer
//   counted articles FILE KNOWLEDGE FOLDER     reads, analyses and adds the articles of FILE to a
//                                              database in FOLDER, which must not be there
//
// What is counted runs on the main thread; what else runs beside it, is not. Each class, and the
// articles, are one dump of callgrind.
#include <valgrind/callgrind.h>

#include <chrono>
#include <cstdio>
#include <map>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/document.h"
#include "indexer/knowledge/article_knowledge.h"
#include "indexer/knowledge/knowledge.h"
#include "indexer/positions/document_positions.h"
#include "indexer/readers/reader.h"
#include "searchd/http/metrics.h"
#include "searchd/http/routes.h"
#include "tests/bench/lines.h"

using namespace vigie;

namespace {

constexpr int64_t kAdded = 1750000000;
constexpr size_t kUncountedArticles = 20;

/// Counts the main thread's instructions for as long as it lives.
class Counting {
 public:
  explicit Counting(std::string name) : name_(std::move(name)) {
    CALLGRIND_START_INSTRUMENTATION;
    CALLGRIND_ZERO_STATS;
    CALLGRIND_TOGGLE_COLLECT;
  }
  ~Counting() {
    CALLGRIND_TOGGLE_COLLECT;
    CALLGRIND_DUMP_STATS_AT(name_.c_str());
    CALLGRIND_STOP_INSTRUMENTATION;
  }
  Counting(const Counting&) = delete;
  Counting& operator=(const Counting&) = delete;

 private:
  std::string name_;
};

bool ask(Routes& routes, const std::string& target) {
  HttpRequest request;
  request.target = target;
  request.host = "localhost";
  request.no_cache = true;
  const HttpReply reply = routes.answer(request);
  if (reply.status != 200) {
    std::fprintf(stderr, "%s: status %d: %s\n", target.c_str(), reply.status, reply.body.c_str());
  }
  return reply.status == 200;
}

/// Whether all were answered.
bool count_searches(const char* index, const char* warming, const char* queries) {
  EngineOptions options;
  options.index_path = index;
  options.deadline = std::chrono::minutes(10);
  Engine engine(options);
  Metrics metrics;
  Routes routes(engine, metrics, "");
  while (!engine.status().ready) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  bool answered = true;
  for (const std::string& target : lines_of(warming)) {
    answered = ask(routes, target) && answered;
  }
  std::map<std::string, std::vector<std::string>> classes;
  for (const std::string& line : lines_of(queries)) {
    const size_t tab = line.find('\t');
    classes[line.substr(0, tab)].push_back(line.substr(tab + 1));
  }
  for (const auto& [name, targets] : classes) {
    const Counting counting(name);
    for (const std::string& target : targets) {
      answered = ask(routes, target) && answered;
    }
  }
  return answered;
}

/// As an index adds one article to what is there.
void add(Xapian::WritableDatabase& database, PlainDocument& document) {
  const Xapian::docid docid = database.add_document(xapian_document(document));
  database.set_metadata(positions_key(docid), packed_positions(document.terms));
}

/// Whether all were added.
bool count_articles(const char* file, const char* knowledge, const char* folder) {
  Analyzer analyzer;
  const auto known = std::make_shared<const ArticleKnowledge>(
      parse_knowledge(read_knowledge(knowledge)), analyzer);
  DocumentMaker documents(known);
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE);
  ArticleReader reader({file}, {});
  for (size_t i = 0; i < kUncountedArticles; ++i) {
    add(database, documents.make(reader.next().value().article, kAdded));
  }
  database.commit();
  const Counting counting("articles");
  while (const auto item = reader.next()) {
    if (item->error) {
      std::fprintf(stderr, "%s: %s\n", item->where.c_str(), item->error->c_str());
      return false;
    }
    add(database, documents.make(item->article, kAdded));
  }
  database.commit();
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc == 5 ? argv[1] : "";
  if (what == "searches") {
    return count_searches(argv[2], argv[3], argv[4]) ? 0 : 1;
  }
  if (what == "articles") {
    return count_articles(argv[2], argv[3], argv[4]) ? 0 : 1;
  }
  std::fprintf(stderr,
               "usage: counted searches INDEX WARMING QUERIES | articles FILE KNOWLEDGE FOLDER\n");
  return 2;
}
