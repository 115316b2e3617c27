// Clusters are the same whatever the order, the batches and the updates articles come in.
#include "searchd/mirror/clusters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <random>
#include <set>
#include <string>

#include "tests/search/search_testing.h"

namespace vigie::tests {
namespace {

/// A story of its own, in French or English words that are nobody's.
std::vector<std::string> make_story(std::mt19937& random) {
  std::vector<std::string> words;
  for (size_t i = 0; i < 40 + random() % 120; ++i) {
    std::string word(4 + random() % 5, 'a');
    for (char& letter : word) {
      letter = static_cast<char>('a' + random() % 26);
    }
    if (random() % 6 == 0) {
      word[0] = static_cast<char>(word[0] - 'a' + 'A');
    }
    words.push_back(random() % 12 == 0 ? std::to_string(10000 + random() % 90000) : word);
  }
  return words;
}

std::string body_of(const std::vector<std::string>& words) {
  std::string body = "le";
  for (const std::string& word : words) {
    body += " " + word;
  }
  return body;
}

/// The story with up to a quarter of its words changed: so that some are copies of one another and
/// some only of a third.
std::string retell(std::vector<std::string> words, std::mt19937& random) {
  const size_t changes = random() % (words.size() / 4);
  for (size_t i = 0; i < changes; ++i) {
    words[random() % words.size()] = "autre" + std::to_string(random() % 100);
  }
  return body_of(words);
}

/// Articles of a few stories, told many times, some twice in the same words.
std::vector<Original> make_originals(std::mt19937& random) {
  Analyzer analyzer;
  std::vector<Original> originals;
  for (int story = 0; story < 12; ++story) {
    const std::vector<std::string> words = make_story(random);
    for (size_t i = 0; i < 1 + random() % 12; ++i) {
      const std::string body = random() % 4 == 0 ? body_of(words) : retell(words, random);
      FingerprintMaker maker;
      maker.add_text(analyzer.analyze(body), body);
      Original original;
      original.fingerprint = maker.finish();
      original.language = random() % 8 == 7 ? 2 : 1;
      original.day = random() % 5 == 0 ? kNoDay : static_cast<int32_t>(20000 + random() % 9);
      originals.push_back(original);
    }
  }
  return originals;
}

/// An index as the mirror sees it: docids only grow, an update is a deletion and an addition.
class Archive {
 public:
  explicit Archive(const std::vector<Original>& originals) : originals_(originals) {}

  void change(const std::set<size_t>& coming, const std::set<size_t>& going) {
    std::vector<uint32_t> removed;
    for (const size_t article : going) {
      if (docids_.count(article) > 0) {
        removed.push_back(docids_[article]);
        docids_.erase(article);
      }
    }
    std::vector<AddedOriginal> added;
    for (const size_t article : coming) {
      if (docids_.count(article) > 0) {
        removed.push_back(docids_[article]);
      }
      last_docid_ += gap_;
      docids_[article] = last_docid_;
      added.push_back({last_docid_, originals_[article]});
    }
    clusters = extend_clusters(clusters, added, removed);
  }

  /// The clusters, as sets of articles.
  std::set<std::set<size_t>> groups() const {
    std::map<uint32_t, size_t> articles;
    for (const auto& [article, docid] : docids_) {
      articles[docid] = article;
    }
    std::set<std::set<size_t>> result;
    for (const auto& [article, docid] : docids_) {
      const uint32_t cluster = clusters.cluster_of(docid);
      std::set<size_t> group;
      for (const uint32_t member : clusters.members(cluster)) {
        group.insert(articles.at(member));
      }
      EXPECT_EQ(cluster == 0, group.empty());
      EXPECT_TRUE(cluster == 0 || group.count(article) == 1);
      if (cluster != 0) {
        EXPECT_GT(group.size(), 1U);
        result.insert(group);
      }
    }
    return result;
  }

  std::set<size_t> articles() const {
    std::set<size_t> result;
    for (const auto& [article, docid] : docids_) {
      result.insert(article);
    }
    return result;
  }

  void leave_gaps(uint32_t gap) { gap_ = gap; }

  Clusters clusters;

 private:
  const std::vector<Original>& originals_;
  std::map<size_t, uint32_t> docids_;
  uint32_t last_docid_ = 0;
  uint32_t gap_ = 1;
};

std::set<size_t> some_of(size_t count, size_t most, std::mt19937& random) {
  std::set<size_t> result;
  for (size_t i = 0; i < random() % (most + 1); ++i) {
    result.insert(random() % count);
  }
  return result;
}

TEST(Clusters, AreThoseOfAFreshStartAfterAnyHistory) {
  size_t clusters = 0;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const std::vector<Original> originals = make_originals(random);
    Archive archive(originals);
    archive.leave_gaps(seed % 3 == 0 ? 700 : 1);
    for (int step = 0; step < 12; ++step) {
      archive.change(some_of(originals.size(), 20, random), some_of(originals.size(), 6, random));
    }
    Archive fresh(originals);
    fresh.change(archive.articles(), {});
    ASSERT_EQ(archive.groups(), fresh.groups());
    clusters += fresh.groups().size();
  }
  EXPECT_GT(clusters, 200U) << "there was something to compare";
}

TEST(Clusters, LeaveOlderSnapshotsAsTheyWere) {
  std::mt19937 random(5);
  const std::vector<Original> originals = make_originals(random);
  Archive archive(originals);
  std::set<size_t> all;
  for (size_t i = 0; i < originals.size(); ++i) {
    all.insert(all.end(), i);
  }
  archive.change(all, {});
  Archive before = archive;
  const auto groups = before.groups();
  archive.change(some_of(originals.size(), 30, random), all);
  EXPECT_EQ(before.groups(), groups);
}

TEST(Clusters, DoNotGrowByCopiesOfCopies) {
  // Each telling differs from the one before in a tenth of its words: the first and the last have
  // nothing in common.
  std::mt19937 random(6);
  std::vector<std::string> words = make_story(random);
  std::vector<Original> originals;
  Analyzer analyzer;
  for (size_t i = 0; i < 40; ++i) {
    FingerprintMaker maker;
    const std::string body = body_of(words);
    maker.add_text(analyzer.analyze(body), body);
    originals.push_back({maker.finish(), 1, 20000});
    for (size_t change = 0; change < words.size() / 10; ++change) {
      words[(i * (words.size() / 10) + change) % words.size()] =
          "neuf" + std::to_string(1000 * i + change);
    }
  }
  Archive archive(originals);
  std::set<size_t> all;
  for (size_t i = 0; i < originals.size(); ++i) {
    all.insert(i);
  }
  archive.change(all, {});
  const auto groups = archive.groups();
  EXPECT_GT(groups.size(), 3U);
  for (const std::set<size_t>& group : groups) {
    EXPECT_LE(*group.rbegin() - *group.begin(), 14U);
  }
}

TEST(Clusters, ManyOfTheSameWordsAreOneClusterInNoTime) {
  std::mt19937 random(7);
  const std::vector<Original> one = {make_originals(random).front()};
  std::vector<AddedOriginal> added;
  for (uint32_t docid = 1; docid <= 50000; ++docid) {
    added.push_back({docid, one.front()});
  }
  Clusters clusters = extend_clusters({}, added, {});
  EXPECT_EQ(clusters.members(1).size(), 50000U);
  clusters = extend_clusters(clusters, {{50001, one.front()}}, {1});
  EXPECT_EQ(clusters.cluster_of(1), 0U);
  EXPECT_EQ(clusters.members(2).size(), 50000U);
}

/// Undated notices of one mould: the same words, each with names of its own; every tenth told twice.
std::vector<AddedOriginal> make_moulded(uint32_t count) {
  std::mt19937 random(8);
  std::vector<AddedOriginal> added;
  for (uint32_t docid = 1; docid <= count; ++docid) {
    Original original = docid % 10 == 0 ? added.back().original : Original{};
    Fingerprint& print = original.fingerprint;
    if (docid % 10 != 0) {
      print.words.count = print.pairs.count = 100;
      print.names.count = 12;
      print.length = 200;
      std::generate_n(print.names.hashes.begin(), print.names.count,
                      [&random] { return static_cast<uint16_t>(kFirstName | random()); });
      std::sort(print.names.hashes.begin(), print.names.hashes.begin() + print.names.count);
    }
    print.text = static_cast<uint32_t>(random());
    added.push_back({docid, original});
  }
  return added;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST(Clusters, OfManyUndatedNoticesOfOneMouldAreFoundWithoutComparingEachWithEach) {
  const std::vector<AddedOriginal> added = make_moulded(12000);
  auto start = std::chrono::steady_clock::now();
  size_t copies = 0;
  constexpr size_t kSample = 20;
  for (size_t i = 0; i < added.size(); i += kSample) {
    for (size_t other = 0; other < i; ++other) {
      copies += are_copies(added[i].original, added[other].original) ? 1 : 0;
    }
  }
  const double each_with_each = seconds_since(start) * kSample;
  EXPECT_LT(copies, added.size());
  start = std::chrono::steady_clock::now();
  const Clusters clusters = extend_clusters({}, added, {});
  EXPECT_LT(seconds_since(start), each_with_each / 2);
  EXPECT_GE(clusters.clustered().cardinality(), added.size() / 5 * 95 / 100);
}

TEST(Clusters, OfASnapshotFollowTheIndex) {
  const std::string body =
      "Le groupe Naval a remis à la marine une frégate de 4 500 tonnes, la Lorraine, construite à "
      "Lorient en trois ans pour 750,5 millions d'euros. Elle rejoindra Toulon au printemps, après "
      "des essais au large de Groix, et remplacera le Jean Bart, retiré du service depuis 2021.";
  TestIndex index;
  index.add({make_article("a", "fr", "Une frégate pour la marine", body),
             make_article("b", "fr", "Tout autre chose", "Le Sénat débat du budget des armées.")});
  auto snapshot = index.snapshot();
  EXPECT_EQ(snapshot->clusters.cluster_of(1), 0U);
  index.add({make_article("c", "fr", "La Lorraine est livrée", "Par Jeanne Petit\n" + body)});
  snapshot = index.next(*snapshot);
  EXPECT_EQ(snapshot->clusters.cluster_of(1), 1U);
  EXPECT_EQ(snapshot->clusters.members(1), (std::vector<uint32_t>{1, 3}));
  EXPECT_EQ(index.snapshot()->clusters.members(1), (std::vector<uint32_t>{1, 3}));
  index.remove({"a"});
  snapshot = index.next(*snapshot);
  EXPECT_EQ(snapshot->clusters.cluster_of(3), 0U);
}

}  // namespace
}  // namespace vigie::tests
