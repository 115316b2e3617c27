// What the tests of searching have in common: a real index in a folder of its own, and what is read
// of it.
#pragma once

#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "indexer/article.h"
#include "indexer/writer.h"
#include "searchd/mirror/snapshot.h"
#include "searchd/search/engine.h"
#include "searchd/search/order.h"
#include "tests/support/temp_dir.h"

namespace vigie::tests {

/// An index to add to and to search.
class TestIndex {
 public:
  /// `lexicon`: lines of a lexicon file.
  explicit TestIndex(const std::string& lexicon = "") : knowledge_("\ft.tsv\n" + lexicon) {}

  IndexDirectory directory() const { return {folder_.in("index")}; }

  /// Adds articles, completed, in one commit.
  void add(std::vector<Article> articles) const;
  void remove(const std::vector<std::string>& ids) const;
  /// A snapshot of its own making: everything in its base.
  std::shared_ptr<const Snapshot> snapshot() const;
  /// The next snapshot, after more was committed.
  std::shared_ptr<const Snapshot> next(const Snapshot& last) const;
  Xapian::Database database() const { return Xapian::Database(directory().path); }

 private:
  TempDir folder_;
  std::string knowledge_;
};

/// An engine on `index`, waited for until it is ready.
std::unique_ptr<Engine> start_engine(const TestIndex& index);
/// Waits until the engine answers from an index of so many articles; false after some seconds.
bool wait_for_articles(const Engine& engine, uint64_t articles);

Article make_article(const std::string& id, const std::string& language, const std::string& title,
                     const std::string& body);
/// The article as published then.
Article dated(Article article, const std::string& published);

/// `count` articles over a vocabulary so small that every score and every word comes again and
/// again: French, English and neither, dated (few days) and undated, with sources and authors; ids
/// "`name`-0" and on.
std::vector<Article> random_articles(std::mt19937& random, const std::string& name, int count);

/// A query of the whole language over that vocabulary.
std::string random_query(std::mt19937& random, int depth = 0);

/// A snapshot with a base, several segments and deleted articles, its handle at the newest
/// revision.
struct LayeredSnapshot {
  explicit LayeredSnapshot(const std::string& lexicon) : index(lexicon) {}

  TestIndex index;
  std::shared_ptr<const Snapshot> snapshot;
  Xapian::Database database;
};
std::unique_ptr<LayeredSnapshot> make_layered_snapshot(std::mt19937& random);

/// The best of all matches by their `scores`, by docid: what any order by relevance must say.
std::vector<Ranked> best_of(const RelevanceOrder& order,
                            const std::map<uint32_t, uint32_t>& scores);
std::string to_text(const std::vector<Ranked>& ranked);

}  // namespace vigie::tests
