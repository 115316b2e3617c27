#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <set>
#include <system_error>
#include <thread>

#include "indexer/parts.h"
#include "indexer/schema.h"
#include "indexer/writable_index.h"
#include "indexer/writer.h"
#include "tests/index/index_testing.h"

namespace vigie {
namespace {

using namespace vigie::tests;
using ::testing::Each;
using ::testing::HasSubstr;

AddOptions bulk(unsigned jobs = 2) {
  AddOptions options;
  options.bulk_threshold = 10;
  options.jobs = jobs;
  options.patience = std::chrono::minutes(1);  // a busy machine must not make it a small add
  return options;
}

AddOptions small() {
  AddOptions options;
  options.bulk_threshold = 1'000'000;
  return options;
}

std::vector<Article> operator+(std::vector<Article> left, const std::vector<Article>& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

TEST(Bulk, SaysTheSameOfEachArticleAsSmallAdds) {
  const auto articles = sample_articles(1, 2500);
  const TempIndex one;
  const TempIndex other;
  EXPECT_THAT(outcomes(add(one.index(), articles, small())), Each(Outcome::kAdded));
  EXPECT_EQ(one.index().current_generation(), 1U);
  for (const unsigned jobs : {1U, 3U}) {
    std::filesystem::remove_all(other.index().path);
    EXPECT_THAT(outcomes(add(other.index(), articles, bulk(jobs))), Each(Outcome::kAdded));
    EXPECT_EQ(other.index().current_generation(), 2U);
    EXPECT_EQ(content_by_id(other.index()), content_by_id(one.index()));
    EXPECT_EQ(docids_by_id(other.index()), docids_by_id(one.index()));
  }
  EXPECT_EQ(findings_of(other.index()), "");
}

TEST(Bulk, ReplacesWhatChangedInAnExistingIndexAndKeepsDocids) {
  const TempIndex temporary;
  add(temporary.index(), sample_articles(1, 30), small());
  const std::string created = open_index(temporary.index()).get_metadata(schema::kCreatedKey);
  const auto batch = sample_articles(1, 10) + sample_articles(11, 20, 1) + sample_articles(31, 60);
  const auto reports = add(temporary.index(), batch, bulk());
  ASSERT_EQ(reports.size(), batch.size());
  for (size_t i = 0; i < reports.size(); ++i) {
    const Outcome expected = i < 10   ? Outcome::kUnchanged
                             : i < 20 ? Outcome::kUpdated
                                      : Outcome::kAdded;
    EXPECT_EQ(reports[i].outcome, expected) << i;
    EXPECT_EQ(reports[i].id, batch[i].id);
  }
  const auto docids = docids_by_id(temporary.index());
  EXPECT_EQ(docids.size(), 60U);
  EXPECT_EQ(docids.at(sample_id(1)), 1U);
  EXPECT_EQ(docids.at(sample_id(11)), 31U);
  EXPECT_EQ(docids.at(sample_id(31)), 41U);
  EXPECT_EQ(open_index(temporary.index()).get_metadata(schema::kCreatedKey), created);
  EXPECT_EQ(findings_of(temporary.index()), "");
}

TEST(Bulk, ReplacesEveryArticleOfAnIndex) {
  const TempIndex temporary;
  add(temporary.index(), sample_articles(1, 40), bulk());
  EXPECT_THAT(outcomes(add(temporary.index(), sample_articles(1, 40, 1), bulk())),
              Each(Outcome::kUpdated));
  EXPECT_EQ(docids_by_id(temporary.index()).at(sample_id(1)), 41U);
  EXPECT_EQ(findings_of(temporary.index()), "");
}

TEST(Bulk, KeepsTheLastOfOneIdAcrossParts) {
  const TempIndex temporary;
  // More than one part of 750 articles lies between the two.
  const auto batch = sample_articles(1, 800) + sample_articles(1, 800) + sample_articles(5, 5, 7) +
                     sample_articles(6, 6, 7) + sample_articles(6, 6, 8);
  const auto reports = add(temporary.index(), batch, bulk());
  EXPECT_EQ(reports[800].outcome, Outcome::kUnchanged);
  EXPECT_EQ(reports[1600].outcome, Outcome::kUpdated);
  EXPECT_EQ(reports[1602].outcome, Outcome::kUpdated);
  const auto content = content_by_id(temporary.index());
  EXPECT_EQ(content.size(), 800U);
  EXPECT_THAT(content.at(sample_id(5)), HasSubstr("version 7"));
  EXPECT_THAT(content.at(sample_id(6)), HasSubstr("version 8"));
  EXPECT_EQ(findings_of(temporary.index()), "");
}

TEST(Bulk, PublishesNothingWhereNothingChanged) {
  const TempIndex temporary;
  const auto articles = sample_articles(1, 50);
  add(temporary.index(), articles, bulk());
  EXPECT_THAT(outcomes(add(temporary.index(), articles, bulk())), Each(Outcome::kUnchanged));
  EXPECT_EQ(temporary.index().current_generation(), 2U);
}

TEST(Bulk, NeedsFivePercentOfTheIndex) {
  const TempIndex temporary;
  add(temporary.index(), sample_articles(1, 1000), bulk());
  EXPECT_EQ(temporary.index().current_generation(), 2U);
  add(temporary.index(), sample_articles(2001, 2049), bulk());
  EXPECT_EQ(temporary.index().current_generation(), 2U);
  add(temporary.index(), sample_articles(3001, 3060), bulk());
  EXPECT_EQ(temporary.index().current_generation(), 3U);
}

TEST(Bulk, PublishesWhatWasTakenWhenStopped) {
  const TempIndex temporary;
  std::vector<ArticleReport> reports;
  AddOptions options = bulk();
  options.report = collecting(reports).report;
  bool stop = false;
  options.stop_requested = [&] { return stop; };
  options.progress = [&](uint64_t articles, uint64_t) { stop = articles >= 1000; };
  const auto articles = sample_articles(1, 5000);
  {
    IndexWriter writer(temporary.index(), {});
    writer.add(source_of(articles), options);
  }
  EXPECT_EQ(reports.size(), 1000U);
  EXPECT_EQ(content_by_id(temporary.index()).size(), 1000U);
  EXPECT_EQ(findings_of(temporary.index()), "");
}

TEST(Bulk, LeavesNothingButTheIndexAndTheGenerationBefore) {
  const TempIndex temporary;
  add(temporary.index(), sample_articles(1, 50), bulk());
  add(temporary.index(), sample_articles(1, 50, 1), bulk());
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(temporary.index().path)) {
    names.insert(entry.path().filename().string());
  }
  EXPECT_EQ(names, (std::set<std::string>{"XAPIANDB", "gen-2", "gen-3", "lock"}));
}

TEST(Bulk, ReadersNeverFailWhileGenerationsChange) {
  const TempIndex temporary;
  add(temporary.index(), sample_articles(1, 50), bulk());
  std::atomic<bool> done{false};
  std::atomic<int> opened{0};
  std::string failure;
  std::thread reader([&] {
    try {
      while (!done) {
        const Xapian::Database database = open_index(temporary.index());
        EXPECT_FALSE(documents_of_id(database, sample_id(1)).empty());
        ++opened;
      }
    } catch (const std::exception& error) {
      failure = error.what();
    }
  });
  IndexWriter writer(temporary.index(), {});
  for (unsigned round = 1; round <= 10; ++round) {
    const auto articles = sample_articles(1, 50, round);
    writer.add(source_of(articles), bulk());
    writer.compact();
  }
  done = true;
  reader.join();
  EXPECT_EQ(failure, "");
  EXPECT_GT(opened, 0);
}

TEST(Bulk, AnOpenReaderKeepsItsGeneration) {
  const TempIndex temporary;
  add(temporary.index(), sample_articles(1, 50), bulk());
  const Xapian::Database reader = open_index(temporary.index());
  add(temporary.index(), sample_articles(1, 50, 1), bulk());
  EXPECT_EQ(stored_article(reader, 7), sample_article(7));
  EXPECT_EQ(reader.get_doccount(), 50U);
}

TEST(Parts, AreMergedOnTheWaySoThatTheirNumberStaysBounded) {
  const TempIndex temporary;
  PartBuilder builder(temporary.path(), no_knowledge(), 2, 1);
  constexpr Xapian::docid kArticles = 400;
  for (Xapian::docid docid = 1; docid <= kArticles; ++docid) {
    builder.add(2 * docid, sample_article(docid), kAdded);
  }
  const std::vector<std::string> parts = builder.finish();
  EXPECT_LT(parts.size(), 160U);
  merge_databases(parts, temporary.in("merged"));
  const Xapian::Database merged(temporary.in("merged"));
  EXPECT_EQ(merged.get_doccount(), kArticles);
  for (Xapian::docid docid = 1; docid <= kArticles; ++docid) {
    EXPECT_EQ(stored_article(merged, 2 * docid).id, sample_id(docid));
  }
}

TEST(Parts, PassOnWhatAWorkerThrows) {
  const TempIndex temporary;
  PartBuilder builder(temporary.in("not-there"), no_knowledge(), 2);
  EXPECT_THROW(
      {
        for (Xapian::docid docid = 1; docid <= 20'000; ++docid) {
          builder.add(docid, sample_article(docid), kAdded);
        }
        builder.finish();
      },
      std::system_error);
}

TEST(Rebuild, BringsAnIndexOfAnotherVersionUpToDate) {
  const TempIndex temporary;
  const IndexDirectory index = temporary.index();
  add(index, sample_articles(1, 40), bulk());
  const auto before = content_by_id(index);
  {
    Xapian::WritableDatabase database(index.generation_path(2), Xapian::DB_OPEN);
    database.set_metadata(schema::kAnalysisKey, "older");
    for (Xapian::docid docid = 1; docid <= 40; ++docid) {
      Xapian::Document document;  // as if analysed otherwise
      document.set_data(database.get_document(docid).get_data());
      document.add_term("Eold");
      database.replace_document(docid, document);
    }
    database.commit();
  }
  IndexWriter::OpenOptions any;
  any.any_version = true;
  uint64_t last_done = 0;
  uint64_t last_total = 0;
  IndexWriter(index, any).rebuild(2, std::nullopt, [&](uint64_t done, uint64_t total) {
    last_done = done;
    last_total = total;
  });
  EXPECT_EQ(last_done, 40U);
  EXPECT_EQ(last_total, 40U);
  EXPECT_EQ(content_by_id(index), before);
  EXPECT_EQ(findings_of(index), "");
}

TEST(Rebuild, KeepsAnEmptyIndexEmpty) {
  const TempIndex temporary;
  IndexWriter(temporary.index(), {}).rebuild(1, std::nullopt, [](uint64_t, uint64_t) {});
  EXPECT_EQ(open_index(temporary.index()).get_doccount(), 0U);
  EXPECT_EQ(findings_of(temporary.index()), "");
}

TEST(Compact, MakesANewGenerationOfTheSameArticlesWithANewIdentity) {
  const TempIndex temporary;
  add(temporary.index(), sample_articles(1, 40));
  const auto before = content_by_id(temporary.index());
  const std::string uuid = open_index(temporary.index()).get_uuid();
  IndexWriter writer(temporary.index(), {});
  writer.remove({sample_id(40)});
  writer.compact();
  const Xapian::Database database = open_index(temporary.index());
  EXPECT_NE(database.get_uuid(), uuid);
  EXPECT_EQ(database.get_lastdocid(), 40U);
  auto expected = before;
  expected.erase(sample_id(40));
  EXPECT_EQ(content_by_id(temporary.index()), expected);
}

}  // namespace
}  // namespace vigie
