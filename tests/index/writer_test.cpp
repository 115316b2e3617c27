#include "indexer/writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <future>
#include <thread>

#include "indexer/lock.h"
#include "indexer/schema.h"
#include "indexer/text/analyzer.h"
#include "indexer/writable_index.h"
#include "tests/index/index_testing.h"

namespace vigie {
namespace {

using namespace vigie::tests;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

uint64_t revision(const IndexDirectory& directory) {
  return open_index(directory).get_revision();
}

TEST(Writer, AddsArticlesInBothLanguages) {
  const TempIndex temporary;
  const auto reports = add(temporary.index(), sample_articles(1, 4));
  EXPECT_THAT(outcomes(reports), Each(Outcome::kAdded));
  EXPECT_EQ(reports[2].id, sample_id(3));
  EXPECT_EQ(reports[2].where, "test:3");
  EXPECT_EQ(content_by_id(temporary.index()).size(), 4U);
  EXPECT_EQ(findings_of(temporary.index()), "");
}

TEST(Writer, AddingTheSameAgainChangesNothingAndCostsNoCommit) {
  const TempIndex temporary;
  const auto articles = sample_articles(1, 10);
  add(temporary.index(), articles);
  const uint64_t before = revision(temporary.index());
  EXPECT_THAT(outcomes(add(temporary.index(), articles)), Each(Outcome::kUnchanged));
  EXPECT_EQ(revision(temporary.index()), before);
}

TEST(Writer, GivesAChangedArticleANewDocid) {
  const TempIndex temporary;
  add(temporary.index(), sample_articles(1, 3));
  EXPECT_THAT(outcomes(add(temporary.index(), {sample_article(2, 1)})),
              ElementsAre(Outcome::kUpdated));
  const auto docids = docids_by_id(temporary.index());
  EXPECT_EQ(docids.size(), 3U);
  EXPECT_EQ(docids.at(sample_id(2)), 4U);
  EXPECT_EQ(findings_of(temporary.index()), "");
}

TEST(Writer, NeverReusesADocidWithinAGeneration) {
  const TempIndex temporary;
  add(temporary.index(), sample_articles(1, 3));
  {
    IndexWriter writer(temporary.index(), {});
    writer.remove({sample_id(3)});
  }
  add(temporary.index(), sample_articles(9, 9));
  EXPECT_EQ(docids_by_id(temporary.index()).at(sample_id(9)), 4U);
}

TEST(Writer, KeepsTheLastOfOneIdInABatch) {
  const TempIndex temporary;
  const std::vector<Article> articles = {sample_article(1), sample_article(1, 1),
                                         sample_article(1, 1), sample_article(1, 2)};
  EXPECT_THAT(
      outcomes(add(temporary.index(), articles)),
      ElementsAre(Outcome::kAdded, Outcome::kUpdated, Outcome::kUnchanged, Outcome::kUpdated));
  const auto content = content_by_id(temporary.index());
  ASSERT_EQ(content.size(), 1U);
  EXPECT_THAT(content.begin()->second, HasSubstr("version 2"));
}

TEST(Writer, ReportsWhatCannotBeReadAndTakesTheRest) {
  const TempIndex temporary;
  std::vector<ArticleReport> reports;
  size_t next = 0;
  IndexWriter writer(temporary.index(), {});
  writer.add(
      [&]() -> std::optional<SourcedArticle> {
        if (next == 3) {
          return std::nullopt;
        }
        SourcedArticle item;
        item.where = "a.json[" + std::to_string(next) + "]";
        if (next == 1) {
          item.error = "there is no text";
        } else {
          item.article = sample_article(static_cast<unsigned>(next));
        }
        ++next;
        return item;
      },
      collecting(reports));
  ASSERT_THAT(outcomes(reports), ElementsAre(Outcome::kAdded, Outcome::kRejected, Outcome::kAdded));
  EXPECT_EQ(reports[1].reason, "there is no text");
  EXPECT_EQ(reports[1].where, "a.json[1]");
}

TEST(Writer, ReportsAnArticleOnlyOnceReadersFindIt) {
  const TempIndex temporary;
  const auto articles = sample_articles(1, 1200);
  AddOptions options;
  options.bulk_threshold = 100'000;
  size_t reported = 0;
  options.report = [&](const ArticleReport& report) {
    if (++reported % 100 == 0) {
      EXPECT_EQ(documents_of_id(open_index(temporary.index()), report.id).size(), 1U);
    }
  };
  IndexWriter writer(temporary.index(), {});
  writer.add(source_of(articles), options);
  EXPECT_EQ(reported, 1200U);
}

TEST(Writer, CommitsWhileItsSourceMakesItWait) {
  const TempIndex temporary;
  std::promise<void> reported;
  std::future<void> was_reported = reported.get_future();
  AddOptions options;
  options.report = [&](const ArticleReport&) { reported.set_value(); };
  int calls = 0;
  bool in_time = false;
  IndexWriter writer(temporary.index(), {});
  writer.add(
      [&]() -> std::optional<SourcedArticle> {
        if (++calls == 2) {  // the pipe stays silent until the first article is reported
          in_time = was_reported.wait_for(std::chrono::seconds(20)) == std::future_status::ready;
          return std::nullopt;
        }
        SourcedArticle item;
        item.article = sample_article(1);
        return item;
      },
      options);
  EXPECT_TRUE(in_time);
}

TEST(Writer, PassesOnWhatItsSourceThrows) {
  const TempIndex temporary;
  struct SourceFailure : std::runtime_error {
    using std::runtime_error::runtime_error;
  };
  std::vector<ArticleReport> reports;
  int calls = 0;
  const auto source = [&]() -> std::optional<SourcedArticle> {
    if (++calls == 2) {
      throw SourceFailure("gone");
    }
    SourcedArticle item;
    item.article = sample_article(1);
    return item;
  };
  {
    IndexWriter writer(temporary.index(), {});
    EXPECT_THROW(writer.add(source, collecting(reports)), SourceFailure);
  }
  EXPECT_EQ(content_by_id(temporary.index()).size(), reports.size());
  EXPECT_EQ(findings_of(temporary.index()), "");
}

TEST(Writer, StopsBetweenArticles) {
  const TempIndex temporary;
  std::vector<ArticleReport> reports;
  AddOptions options = collecting(reports);
  bool stop = false;
  options.stop_requested = [&] { return stop; };
  options.progress = [&](uint64_t articles, uint64_t) { stop = articles >= 50; };
  const auto articles = sample_articles(1, 400);
  {
    IndexWriter writer(temporary.index(), {});
    writer.add(source_of(articles), options);
  }
  EXPECT_LT(reports.size(), 400U);
  EXPECT_EQ(content_by_id(temporary.index()).size(), reports.size());
}

TEST(Writer, RemovesById) {
  const TempIndex temporary;
  add(temporary.index(), sample_articles(1, 4));
  IndexWriter writer(temporary.index(), {});
  const auto reports = writer.remove({sample_id(2), "nobody", sample_id(4)});
  ASSERT_EQ(reports.size(), 3U);
  EXPECT_TRUE(reports[0].removed);
  EXPECT_FALSE(reports[1].removed);
  EXPECT_TRUE(reports[2].removed);
  EXPECT_EQ(content_by_id(temporary.index()).size(), 2U);
  const uint64_t before = revision(temporary.index());
  writer.remove({"nobody"});
  EXPECT_EQ(revision(temporary.index()), before);
}

TEST(Writer, TellsWithoutChangingAnythingWhenDry) {
  const TempIndex temporary;
  const auto dry = [&](const std::vector<Article>& articles) {
    std::vector<ArticleReport> reports;
    AddOptions options = collecting(reports);
    options.dry_run = true;
    IndexWriter::OpenOptions open;
    open.dry_run = true;
    IndexWriter(temporary.index(), open).add(source_of(articles), options);
    return outcomes(reports);
  };
  EXPECT_THAT(dry({sample_article(1), sample_article(1), sample_article(1, 1)}),
              ElementsAre(Outcome::kAdded, Outcome::kUnchanged, Outcome::kUpdated));
  EXPECT_FALSE(std::filesystem::exists(temporary.index().path));
  add(temporary.index(), sample_articles(1, 2));
  EXPECT_THAT(dry({sample_article(1), sample_article(2, 1), sample_article(3)}),
              ElementsAre(Outcome::kUnchanged, Outcome::kUpdated, Outcome::kAdded));
  EXPECT_EQ(content_by_id(temporary.index()).size(), 2U);
}

TEST(Writer, StampsVersionsAndTimes) {
  const TempIndex temporary;
  add(temporary.index(), sample_articles(1, 1));
  const Xapian::Database database = open_index(temporary.index());
  EXPECT_EQ(database.get_metadata(schema::kSchemaKey), std::to_string(schema::kVersion));
  EXPECT_EQ(database.get_metadata(schema::kAnalysisKey), analysis_version());
  EXPECT_EQ(database.get_metadata(schema::kCreatedKey).size(), 20U);
  EXPECT_EQ(database.get_metadata(schema::kUpdatedKey).size(), 20U);
}

TEST(Writer, RefusesASecondWriterByItsProcess) {
  const TempIndex temporary;
  IndexWriter first(temporary.index(), {});
  EXPECT_THAT(index_error_of([&] { IndexWriter second(temporary.index(), {}); }),
              HasSubstr("process " + std::to_string(::getpid()) + " is writing"));
}

TEST(Writer, WaitsForTheOtherWriterWhereAsked) {
  const TempIndex temporary;
  auto first = std::make_unique<IndexWriter>(temporary.index(), IndexWriter::OpenOptions{});
  std::promise<void> asked;
  bool told = false;
  IndexWriter::OpenOptions wait;
  wait.wait = true;
  wait.stop_requested = [&] {
    if (!std::exchange(told, true)) {
      asked.set_value();
    }
    return false;
  };
  auto second = std::async(std::launch::async, [&] { IndexWriter(temporary.index(), wait); });
  asked.get_future().wait();
  first.reset();
  second.get();
}

TEST(Writer, StopsWaitingWhenToldTo) {
  const TempIndex temporary;
  const IndexWriter first(temporary.index(), {});
  IndexWriter::OpenOptions wait;
  wait.wait = true;
  wait.stop_requested = [] { return true; };
  EXPECT_THAT(index_error_of([&] { IndexWriter second(temporary.index(), wait); }),
              HasSubstr("is writing"));
}

TEST(Writer, IsNotLockedOutByAStaleLockFile) {
  const TempIndex temporary;
  add(temporary.index(), sample_articles(1, 1));
  std::ofstream(temporary.index().lock_path()) << "1\n";  // a process that lives, and holds nothing
  EXPECT_THAT(outcomes(add(temporary.index(), sample_articles(1, 1))),
              ElementsAre(Outcome::kUnchanged));
}

TEST(Writer, RemovesWhatCrashedWritersLeft) {
  const TempIndex temporary;
  const IndexDirectory index = temporary.index();
  add(index, sample_articles(1, 1));
  std::filesystem::copy(index.generation_path(1), index.generation_path(2));
  std::filesystem::create_directories(index.path + "/building/part-0");
  std::ofstream(index.stub_path() + ".new") << "auto";
  std::filesystem::create_directory(index.path + "/gen-07");  // nobody's
  { IndexWriter writer(index, {}); }
  EXPECT_FALSE(std::filesystem::exists(index.generation_path(2)));
  EXPECT_FALSE(std::filesystem::exists(index.path + "/building"));
  EXPECT_FALSE(std::filesystem::exists(index.stub_path() + ".new"));
  EXPECT_TRUE(std::filesystem::exists(index.path + "/gen-07"));
  EXPECT_EQ(content_by_id(index).size(), 1U);
}

TEST(Writer, StartsAnewAfterACrashWhileMakingTheIndex) {
  const TempIndex temporary;
  const IndexDirectory index = temporary.index();
  { IndexWriter writer(index, {}); }
  std::filesystem::remove(index.stub_path());
  EXPECT_THAT(outcomes(add(index, sample_articles(1, 1))), ElementsAre(Outcome::kAdded));
}

TEST(Writer, NeverMakesAnEmptyIndexOverArticlesWhoseStubIsLost) {
  const TempIndex temporary;
  const IndexDirectory index = temporary.index();
  add(index, sample_articles(1, 1));
  std::filesystem::remove(index.stub_path());
  EXPECT_THAT(index_error_of([&] { IndexWriter writer(index, {}); }), HasSubstr("check --repair"));
  EXPECT_TRUE(std::filesystem::exists(index.generation_path(1)));
}

TEST(Writer, MakesNoIndexWhereNotAskedTo) {
  const TempIndex temporary;
  IndexWriter::OpenOptions open;
  open.create = false;
  for (const char* name : {"index", ""}) {
    EXPECT_THAT(index_error_of([&] { IndexWriter({temporary.in(name)}, open); }),
                HasSubstr("`indexer add` makes one"));
  }
  EXPECT_FALSE(std::filesystem::exists(temporary.index().path));
}

void set_metadata(const IndexDirectory& index, const char* key, const std::string& value) {
  Xapian::WritableDatabase database(index.generation_path(index.current_generation()),
                                    Xapian::DB_OPEN);
  database.set_metadata(key, value);
  database.commit();
}

TEST(Writer, RefusesAnotherVersionWithTheRemedy) {
  for (const char* key : {schema::kSchemaKey, schema::kAnalysisKey}) {
    const TempIndex temporary;
    add(temporary.index(), sample_articles(1, 1));
    set_metadata(temporary.index(), key, "older");
    EXPECT_THAT(index_error_of([&] { IndexWriter writer(temporary.index(), {}); }),
                HasSubstr("indexer rebuild"));
    EXPECT_THAT(index_error_of([&] { open_index(temporary.index()); }),
                HasSubstr("indexer rebuild"));
    IndexWriter::OpenOptions any;
    any.any_version = true;
    IndexWriter writer(temporary.index(), any);
    const auto articles = sample_articles(2, 2);
    EXPECT_THAT(index_error_of([&] { writer.add(source_of(articles), {}); }),
                HasSubstr("indexer rebuild"));
  }
}

TEST(Writer, SaysWhereItHasNoRightToWrite) {
  const TempIndex temporary;
  std::filesystem::permissions(temporary.path(), std::filesystem::perms::owner_read |
                                                     std::filesystem::perms::owner_exec |
                                                     std::filesystem::perms::others_read |
                                                     std::filesystem::perms::others_exec);
  // In a child, which can give up root's rights for good.
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    constexpr uid_t kNobody = 65534;
    if (::getuid() == 0 && ::setuid(kNobody) != 0) {
      ::_exit(2);
    }
    try {
      IndexWriter writer(temporary.index(), {});
    } catch (const IndexError& error) {
      ::_exit(std::string(error.what()).find("no right") != std::string::npos ? 0 : 1);
    }
    ::_exit(3);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  std::filesystem::permissions(temporary.path(), std::filesystem::perms::owner_all);
  ASSERT_TRUE(WIFEXITED(status));
  if (WEXITSTATUS(status) == 2) {
    GTEST_SKIP() << "root here cannot give up its rights";
  }
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

}  // namespace
}  // namespace vigie
