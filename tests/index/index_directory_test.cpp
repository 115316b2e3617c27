#include "indexer/index_directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/index/index_testing.h"

namespace vigie {
namespace {

using namespace vigie::tests;
using ::testing::HasSubstr;

TEST(IndexDirectory, NamesGenerationsOneWayOnly) {
  EXPECT_EQ(generation_name(7), "gen-7");
  EXPECT_EQ(generation_of_name("gen-7"), 7U);
  EXPECT_EQ(generation_of_name("gen-18446744073709551615"), UINT64_MAX);
  for (const char* name : {"", "gen-", "gen", "gen-07", "gen-7 ", "gen--7", "gen-+7", "Gen-7",
                           "gen-7/..", "gen-18446744073709551616", "xgen-7"}) {
    EXPECT_EQ(generation_of_name(name), std::nullopt) << name;
  }
}

TEST(IndexDirectory, PublishesByAStubThatXapianReadsItself) {
  const TempIndex temporary;
  add(temporary.index(), sample_articles(1, 3));
  EXPECT_EQ(Xapian::Database(temporary.index().path).get_doccount(), 3U);
  std::ifstream file(temporary.index().stub_path());
  std::string line;
  std::getline(file, line);
  EXPECT_EQ(line, "auto gen-1");
}

TEST(IndexDirectory, CanBeMoved) {
  const TempIndex temporary;
  add(temporary.index(), sample_articles(1, 3));
  const IndexDirectory moved{temporary.in("moved")};
  std::filesystem::rename(temporary.index().path, moved.path);
  EXPECT_EQ(open_index(moved).get_doccount(), 3U);
}

TEST(IndexDirectory, SaysWhatToDoWhereItCannotBeOpened) {
  struct Case {
    const char* name;
    void (*plant)(const IndexDirectory&);
    const char* said;
  };
  const Case cases[] = {
      {"none", [](const IndexDirectory& index) { std::filesystem::remove_all(index.path); },
       "there is none; `indexer add` makes one"},
      {"foreign stub",
       [](const IndexDirectory& index) { std::ofstream(index.stub_path()) << "glass /etc\n"; },
       "names no generation"},
      {"generation gone", [](const IndexDirectory& index) { index.publish(3); }, "indexer check"},
      {"table gone",
       [](const IndexDirectory& index) {
         std::filesystem::remove(index.generation_path(1) + "/postlist.glass");
       },
       "damaged"},
      {"not Vigie's",
       [](const IndexDirectory& index) {
         std::filesystem::remove_all(index.generation_path(1));
         Xapian::WritableDatabase(index.generation_path(1), Xapian::DB_CREATE).commit();
       },
       "Vigie did not make it"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const TempIndex temporary;
    add(temporary.index(), sample_articles(1, 2));
    c.plant(temporary.index());
    const std::string message = index_error_of([&] { open_index(temporary.index()); });
    EXPECT_THAT(message, HasSubstr(c.said));
    EXPECT_THAT(message, HasSubstr(temporary.index().path));
  }
}

}  // namespace
}  // namespace vigie
