// The mirror follows what another process commits: here, a writer in the same one.
#include "searchd/mirror/mirror.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "indexer/positions/position_list.h"
#include "searchd/mirror/snapshot_builder.h"
#include "searchd/search/stored_articles.h"
#include "tests/search/search_testing.h"

namespace vigie::tests {
namespace {

TEST(Postings, KeepMaximaOfWindowsAndABitmapWhereTheyAreMany) {
  Postings postings;
  for (uint32_t docid = 1; docid <= 5000; ++docid) {
    postings.append(docid * 3, static_cast<uint8_t>(1 + docid % 200));
  }
  postings.finish();
  ASSERT_TRUE(postings.bitmap);
  EXPECT_EQ(postings.bitmap->cardinality(), 5000U);
  EXPECT_EQ(postings.max_impact, 200);
  ASSERT_EQ(postings.window_max.size(), 235U);  // the last docid is 15 000
  EXPECT_EQ(postings.window_max[0], 22);
  EXPECT_EQ(postings.window_begin[1], 21U);
  EXPECT_EQ(postings.window_begin.back(), 5000U);
}

TEST(Postings, HaveNoWindowsWhereTheyAreFew) {
  Postings postings;
  for (uint32_t docid = 1; docid <= 100; ++docid) {
    postings.append(docid * 100, 7);
  }
  postings.finish();
  EXPECT_FALSE(postings.has_windows());
  EXPECT_EQ(postings.max_impact, 7);
}

TEST(Postings, ImpactsGrowWithFrequencyAndShrinkWithLength) {
  EXPECT_EQ(impact_of(0, 1), 0);
  EXPECT_GT(impact_of(2, 1.6F), impact_of(1, 1.6F));
  EXPECT_GT(impact_of(1, length_norm(100, 400)), impact_of(1, length_norm(800, 400)));
  EXPECT_LE(impact_of(1U << 30U, 1), 255);
}

/// Writes a file in which the term `w` stands in every third of 3000 articles, among other terms.
void write_positions(const std::string& path) {
  PositionFileWriter file(path);
  for (const std::string term : {"v", "w", "wx"}) {
    for (uint32_t docid = 3; docid <= 3000; docid += term == "w" ? 3 : 1) {
      std::string list;
      append_position_list(list, {docid % 7 + 1, docid + 10});
      file.add(term, docid, list);
    }
  }
  file.finish();
}

TEST(Positions, AreReadOfAllArticlesOrOfThoseWanted) {
  const TempDir folder;
  write_positions(folder.in("positions"));
  const PositionFile file(folder.in("positions"));
  const Positions all = load_positions(file, "w", 9, nullptr);
  ASSERT_EQ(all.docids.size(), 1000U);
  const std::vector<std::vector<uint32_t>> kWanted = {
      {}, {3}, {5, 6, 7, 1500, 2999, 3000}, {1, 2, 4000}, {2700, 2703, 2706}};
  for (const std::vector<uint32_t>& docids : kWanted) {
    const Roaring wanted(docids.size(), docids.data());
    const Positions some = load_positions(file, "w", 9, &wanted);
    Positions expected;
    for (size_t i = 0; i < all.docids.size(); ++i) {
      if (wanted.contains(all.docids[i])) {
        expected.docids.push_back(all.docids[i]);
        expected.places.insert(expected.places.end(), &all.places[all.begins[i]],
                               &all.places[all.begins[i + 1]]);
        expected.begins.push_back(static_cast<uint32_t>(expected.places.size()));
      }
    }
    EXPECT_EQ(some.docids, expected.docids) << wanted.toString();
    EXPECT_EQ(some.begins, expected.begins);
    EXPECT_EQ(some.places, expected.places);
  }
  EXPECT_EQ(all.places[2], 6 % 7 + 1U);
  EXPECT_EQ(all.places[3], 16U);
  EXPECT_TRUE(load_positions(file, "ww", 9, nullptr).docids.empty());
}

TEST(RecentCache, StaysWithinItsBudgetAndKeepsWhatIsHeld) {
  RecentCache<Postings> cache(16 * 10000);
  const auto load = [] {
    Postings postings;
    for (uint32_t docid = 1; docid <= 1000; ++docid) {
      postings.append(docid, 1);
    }
    postings.finish();
    return postings;
  };
  const auto held = cache.get("term0", load);
  for (int i = 1; i < 200; ++i) {
    cache.get("term" + std::to_string(i), load);
  }
  EXPECT_LE(cache.bytes(), 16U * 10000U);
  EXPECT_EQ(held->size(), 1000U);
  EXPECT_EQ(cache.misses(), 200U);
  cache.get("term199", load);
  EXPECT_EQ(cache.hits(), 1U);
}

TEST(Vocabulary, HoldsWordsAsWrittenWithTheirCounts) {
  TestIndex index;
  index.add({make_article("1", "en", "Drones", "drones and a drone"),
             make_article("2", "en", "Drones", "drones only"),
             make_article("3", "fr", "Drones", "des drones, un drone")});
  const auto snapshot = index.snapshot();
  EXPECT_EQ(word_count(*snapshot, "drones"), 3U);
  EXPECT_EQ(word_count(*snapshot, "drone"), 2U);
  EXPECT_EQ(word_count(*snapshot, "dron"), 0U) << "a French stem is no word of any article";
  const WordExpansion expansion = expand_prefix(*snapshot, "dro", 1);
  EXPECT_EQ(expansion.total, 2U);
  ASSERT_EQ(expansion.words.size(), 1U);
  EXPECT_EQ(expansion.words[0].first, "drones");
}

TEST(Snapshot, KeepsFewSegmentsHoweverManyCommitsCome) {
  std::mt19937 random(31);
  TestIndex index;
  index.add(random_articles(random, "base", 10));
  auto snapshot = index.snapshot();
  for (int commit = 0; commit < 40; ++commit) {
    index.add(random_articles(random, "c" + std::to_string(commit), 2));
    snapshot = index.next(*snapshot);
  }
  EXPECT_EQ(snapshot->article_count(), 90U);
  EXPECT_LE(snapshot->segments.size(), 7U);
  const Xapian::Database database = index.database();
  TermReader reader(*snapshot, database);
  EXPECT_EQ(reader.live_count("Eradio") + reader.live_count("Fradio") + reader.live_count("Nradio"),
            90U);
}

TEST(StoredArticles, SayThatOneWasDeleted) {
  const TestIndex index;
  index.add(
      {make_article("a", "en", "One", "A drone."), make_article("b", "en", "Two", "A drone.")});
  StoredArticles before(index.snapshot()->generation_path);
  EXPECT_EQ(before.article(1).id, "a");
  index.remove({"a"});
  StoredArticles after(index.snapshot()->generation_path);
  EXPECT_THROW(after.article(1), Xapian::DocNotFoundError);
  EXPECT_EQ(after.article(2).id, "b");
  EXPECT_THROW(after.article(3), Xapian::DocNotFoundError);
}

TEST(Mirror, ShowsACommitWithinAQuarterOfASecond) {
  TestIndex index;
  index.add({make_article("first", "en", "First", "text")});
  const auto engine = start_engine(index);
  std::chrono::steady_clock::duration longest{};
  for (int i = 0; i < 10; ++i) {
    index.add({make_article("n" + std::to_string(i), "fr", "Nouveau", "texte")});
    const auto committed = std::chrono::steady_clock::now();
    ASSERT_TRUE(wait_for_articles(*engine, static_cast<uint64_t>(i) + 2));
    longest = std::max(longest, std::chrono::steady_clock::now() - committed);
  }
  RecordProperty(
      "longest_ms",
      static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(longest).count()));
  // The bound for a busy test machine; the product's own is 250 ms, printed above.
  EXPECT_LT(longest, std::chrono::seconds(2));
}

TEST(Mirror, AnswersThroughAddsCompactionsAndRebuilds) {
  std::mt19937 random(32);
  TestIndex index;
  index.add(random_articles(random, "base", 200));
  const auto engine = start_engine(index);
  std::atomic<bool> done{false};
  std::atomic<int> answered{0};
  std::vector<std::string> failures;
  std::thread asking([&] {
    std::mt19937 queries(33);
    while (!done) {
      try {
        SearchRequest request;
        request.q = random_query(queries);
        engine->search(request);
        ++answered;
      } catch (const std::exception& error) {
        failures.emplace_back(error.what());
      }
    }
  });
  for (int round = 0; round < 6; ++round) {
    index.add(random_articles(random, "r" + std::to_string(round), 30));
    index.remove({"base-" + std::to_string(round)});
    IndexWriter writer(index.directory(), {});
    if (round % 2 == 0) {
      writer.compact();
    } else {
      writer.rebuild(2, std::nullopt, [](uint64_t, uint64_t) {});
    }
  }
  EXPECT_TRUE(wait_for_articles(*engine, 200 + 6 * 30 - 6));
  done = true;
  asking.join();
  EXPECT_TRUE(failures.empty()) << failures.size() << " failed, first: " << failures.front();
  EXPECT_GT(answered, 0);
}

TEST(Mirror, WaitsForAnIndexThatIsNotThereYet) {
  TestIndex index;
  EngineOptions options;
  options.index_path = index.directory().path;
  Engine engine(options);
  EXPECT_THROW(engine.search({}), Unavailable);
  EXPECT_FALSE(engine.status().ready);
  index.add({make_article("first", "en", "First", "text")});
  EXPECT_TRUE(wait_for_articles(engine, 1));
}

}  // namespace
}  // namespace vigie::tests
