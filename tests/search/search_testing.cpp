#include "tests/search/search_testing.h"

#include <array>
#include <chrono>
#include <thread>

#include "searchd/mirror/snapshot_builder.h"

namespace vigie::tests {

namespace {

constexpr int64_t kNow = 1'790'000'000;
constexpr uint64_t kCacheBytes = 64U << 20U;
constexpr std::array<const char*, 16> kWords = {
    "drone", "drones", "missile", "contrat",    "contract",  "OTAN",  "AI",    "ai",
    "radar", "radars", "F-35",    "anti-drone", "antidrone", "armée", "naval", "export"};

template <typename Values>
const char* any_of(const Values& values, std::mt19937& random) {
  return values[random() % values.size()];
}

}  // namespace

void TestIndex::add(std::vector<Article> articles) const {
  IndexWriter::OpenOptions open;
  open.knowledge = [this] { return knowledge_; };
  IndexWriter writer(directory(), open);
  size_t at = 0;
  writer.add(
      [&]() -> std::optional<SourcedArticle> {
        if (at == articles.size()) {
          return std::nullopt;
        }
        SourcedArticle sourced;
        sourced.article = articles[at++];
        complete(sourced.article, kNow);
        return sourced;
      },
      {});
}

void TestIndex::remove(const std::vector<std::string>& ids) const {
  IndexWriter(directory(), {}).remove(ids);
}

std::shared_ptr<const Snapshot> TestIndex::snapshot() const {
  const std::string path = directory().generation_path(directory().current_generation());
  Xapian::Database database(path);
  return extend_snapshot(*build_snapshot(database, path, kCacheBytes), database);
}

std::shared_ptr<const Snapshot> TestIndex::next(const Snapshot& last) const {
  return extend_snapshot(last, Xapian::Database(last.generation_path));
}

std::unique_ptr<Engine> start_engine(const TestIndex& index) {
  EngineOptions options;
  options.index_path = index.directory().path;
  options.cache_bytes = kCacheBytes;
  auto engine = std::make_unique<Engine>(options);
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!engine->status().ready && std::chrono::steady_clock::now() < end) {
    std::this_thread::yield();
  }
  return engine;
}

bool wait_for_articles(const Engine& engine, uint64_t articles) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (engine.state().articles != articles && std::chrono::steady_clock::now() < end) {
    std::this_thread::yield();
  }
  return engine.state().articles == articles;
}

Article make_article(const std::string& id, const std::string& language, const std::string& title,
                     const std::string& body) {
  Article article;
  article.id = id;
  article.language = language;
  article.title = title;
  article.body = body;
  return article;
}

Article dated(Article article, const std::string& published) {
  article.published = published;
  return article;
}

std::vector<Article> random_articles(std::mt19937& random, const std::string& name, int count) {
  constexpr std::array<const char*, 3> kLanguageTags = {"fr", "en", "de"};
  constexpr std::array<const char*, 5> kDays = {"", "2024-01-31", "2024-02-01", "2025-06-17",
                                                "2025-06-17T23:30:00-04:00"};
  constexpr std::array<const char*, 3> kSources = {"", "Bureau Paris", "Americas Desk"};
  constexpr std::array<const char*, 6> kSums = {
      "", "", "", "$5 million ", "€5 million ", "$2.5 billion "};
  constexpr std::array<const char*, 3> kAuthors = {"Léa Petit", "Jo Reed", "Max Weber"};
  std::vector<Article> articles;
  for (int i = 0; i < count; ++i) {
    std::string body;
    const size_t words = 1 + random() % 12;
    for (size_t word = 0; word < words; ++word) {
      body += std::string(any_of(kWords, random)) + (random() % 4 == 0 ? " de " : " ");
    }
    body += any_of(kSums, random);
    Article article = make_article(name + "-" + std::to_string(i), any_of(kLanguageTags, random),
                                   std::string("radio ") + any_of(kWords, random), body);
    article.published = any_of(kDays, random);
    article.source = any_of(kSources, random);
    for (size_t author = random() % 3; author > 0; --author) {
      article.authors.emplace_back(kAuthors[author]);
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

std::string random_query(std::mt19937& random, int depth) {
  const auto word = [&random] { return std::string(any_of(kWords, random)); };
  const auto inner = [&] { return "(" + random_query(random, depth + 1) + ")"; };
  switch (random() % (depth < 2 ? 15 : 10)) {
    case 0:
      return "\"" + word() + " " + word() + "\"";
    case 1:
      return "=" + word();
    case 2:
      return word().substr(0, 3) + "*";
    case 3:
      return word() + " NEAR/3 " + word();
    case 4:
      return "title:" + word();
    case 5:
      return "source:paris";
    case 6:
      return "date:2024-01..2024-02";
    case 7:
      return "amount:>=5M";
    case 8:
      return "amount:<1B USD";
    case 9:
    case 10:
      return word();
    case 11:
      return inner() + " " + inner();
    case 12:
      return inner() + " OR " + inner();
    case 13:
      return inner() + " AND " + inner();
    default:
      return inner() + " -" + inner();
  }
}

std::unique_ptr<LayeredSnapshot> make_layered_snapshot(std::mt19937& random) {
  // Translations that stand beside the word typed, in several languages and in each other's place.
  constexpr const char* kLexicon =
      "drone\tradar | UAV\nmissile\tAI\ncontrat\tcontract | export\nOTAN\tnaval\n"
      "armée\tai\nradar naval\tdrone export\n";
  auto layered = std::make_unique<LayeredSnapshot>(kLexicon);
  TestIndex& index = layered->index;
  index.add(random_articles(random, "base", 300));
  IndexWriter(index.directory(), {}).compact();    // so that its positions are in a file …
  index.add(random_articles(random, "rest", 50));  // … and those of others are not
  index.remove({"base-3", "base-4", "rest-7"});
  layered->snapshot = index.snapshot();
  for (const int count : {60, 20, 7, 1}) {
    // Some are new, some replace what is in the base.
    std::vector<Article> articles = random_articles(random, "tail" + std::to_string(count), count);
    std::vector<Article> changed = random_articles(random, "base", 5);
    articles.insert(articles.end(), changed.begin(), changed.end());
    index.add(articles);
    layered->snapshot = index.next(*layered->snapshot);
  }
  index.remove({"base-9", "tail60-1"});
  layered->snapshot = index.next(*layered->snapshot);
  layered->database = index.database();
  return layered;
}

std::vector<Ranked> best_of(const RelevanceOrder& order,
                            const std::map<uint32_t, uint32_t>& scores) {
  std::vector<Ranked> all;
  for (const auto& [docid, score] : scores) {
    all.push_back({order.recency.scaled(score, order.columns.month(docid)),
                   order.columns.time(docid), docid});
  }
  std::sort(all.begin(), all.end(), ranks_before);
  all.resize(std::min(all.size(), order.most));
  return all;
}

std::string to_text(const std::vector<Ranked>& ranked) {
  std::string text;
  for (const Ranked& each : ranked) {
    text += std::to_string(each.docid) + ":" + std::to_string(each.score) + " ";
  }
  return text;
}

}  // namespace vigie::tests
