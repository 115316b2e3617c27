#include "indexer/check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>

#include "indexer/document.h"
#include "indexer/positions/position_file.h"
#include "indexer/schema.h"
#include "indexer/writable_index.h"
#include "tests/index/index_testing.h"

namespace vigie {
namespace {

using namespace vigie::tests;
using ::testing::HasSubstr;

/// One kind of damage: how it comes about, and what of it is said.
struct Damage {
  const char* name;
  void (*plant)(const IndexDirectory&);
  const char* said;
  size_t articles_after_repair;
};

constexpr unsigned kArticles = 20;

/// Changes document 7 (a French article) or the database as `change` says.
template <typename Change>
void change_database(const IndexDirectory& index, const Change& change) {
  Xapian::WritableDatabase database(index.generation_path(index.current_generation()),
                                    Xapian::DB_OPEN);
  change(database);
  database.commit();
}

template <typename Change>
void change_document(const IndexDirectory& index, const Change& change) {
  change_database(index, [&](Xapian::WritableDatabase& database) {
    Xapian::Document document = database.get_document(7);
    change(document);
    database.replace_document(7, document);
  });
}

const Damage kDamages[] = {
    {"term too many",
     [](const IndexDirectory& index) {
       change_document(index, [](Xapian::Document& d) { d.add_term("Fintrus"); });
     },
     "has the term Fintrus too many", kArticles},
    {"term missing",
     [](const IndexDirectory& index) {
       change_document(index, [](Xapian::Document& d) { d.remove_term("Y2025"); });
     },
     "lacks the term Y2025", kArticles},
    {"wrong count",
     [](const IndexDirectory& index) {
       change_document(index, [](Xapian::Document& d) { d.add_term("Fdron", 5); });
     },
     "wrongly", kArticles},
    {"wrong position",
     [](const IndexDirectory& index) {
       change_database(index, [](Xapian::WritableDatabase& database) {
         std::string packed = database.get_metadata(positions_key(7));
         packed[packed.size() / 2] ^= 2;
         database.set_metadata(positions_key(7), packed);
       });
     },
     "at wrong positions", kArticles},
    {"no positions",
     [](const IndexDirectory& index) {
       change_database(index, [](Xapian::WritableDatabase& database) {
         database.set_metadata(positions_key(7), "");
       });
     },
     "at wrong positions", kArticles},
    {"wrong value",
     [](const IndexDirectory& index) {
       change_document(index,
                       [](Xapian::Document& d) { d.add_value(schema::kDaySlot, "19990101"); });
     },
     "wrong value in slot 1", kArticles},
    {"value too many",
     [](const IndexDirectory& index) {
       change_document(index, [](Xapian::Document& d) { d.add_value(77, "x"); });
     },
     "value too many in slot 77", kArticles},
    {"no identity",
     [](const IndexDirectory& index) {
       change_document(index, [](Xapian::Document& d) { d.remove_term("Qarticle-7"); });
     },
     "lacks the term Qarticle-7", kArticles},
    {"article that cannot be read",
     [](const IndexDirectory& index) {
       change_document(index, [](Xapian::Document& d) { d.set_data("{"); });
     },
     "document 7: its stored article cannot be read", kArticles - 1},
    {"two of one id",
     [](const IndexDirectory& index) {
       change_database(index, [](Xapian::WritableDatabase& database) {
         database.add_document(document_of(sample_article(7, 3)));
       });
     },
     "the article article-7 is there again as document 21", kArticles},
    {"knowledge kept ready that is another's",
     [](const IndexDirectory& index) {
       change_database(index, [](Xapian::WritableDatabase& database) {
         Analyzer analyzer;
         const ArticleKnowledge other(parse_knowledge("\fa.tsv\nchar de combat\ttank\n"), analyzer);
         database.set_metadata(schema::kReadyKey,
                               to_bytes(other, database.get_metadata(schema::kKnowledgeKey)));
       });
     },
     "what the index keeps ready for writers is not what it knows", kArticles},
    {"a stub that is lost",
     [](const IndexDirectory& index) { std::filesystem::remove(index.stub_path()); },
     "XAPIANDB, which names the current generation, is lost", kArticles},
    {"a stub that is not ours",
     [](const IndexDirectory& index) { std::ofstream(index.stub_path()) << "auto ../else\n"; },
     "names no generation", kArticles},
    {"a stub that names nothing there", [](const IndexDirectory& index) { index.publish(9); },
     "gen-9, which is not there", kArticles},
    {"an old generation",
     [](const IndexDirectory& index) {
       std::filesystem::copy(index.generation_path(1), index.generation_path(4));
     },
     "gen-4 was left by a writer", kArticles},
    {"a half-built generation",
     [](const IndexDirectory& index) {
       std::filesystem::create_directories(index.path + "/building/part-0");
     },
     "building was left by a writer", kArticles},
    {"a temporary stub",
     [](const IndexDirectory& index) { std::ofstream(index.stub_path() + ".new") << "a"; },
     "XAPIANDB.new was left by a writer", kArticles},
};

TEST(Check, FindsEveryKindOfDamageAndRepairMendsIt) {
  for (const Damage& damage : kDamages) {
    SCOPED_TRACE(damage.name);
    const TempIndex temporary;
    add(temporary.index(), sample_articles(1, kArticles));
    const auto before = content_by_id(temporary.index());
    damage.plant(temporary.index());
    EXPECT_THAT(findings_of(temporary.index()), HasSubstr(damage.said));

    const Repair repair = repair_index(temporary.index(), [](uint64_t, uint64_t) {});
    EXPECT_FALSE(repair.done.empty());
    EXPECT_TRUE(repair.left.empty());
    EXPECT_EQ(findings_of(temporary.index()), "");
    const auto after = content_by_id(temporary.index());
    EXPECT_EQ(after.size(), damage.articles_after_repair);
    EXPECT_EQ(after.count(sample_id(7)), damage.articles_after_repair == kArticles ? 1U : 0U);
    if (damage.articles_after_repair == kArticles && std::string(damage.name) != "two of one id") {
      EXPECT_EQ(after, before);
    }
  }
}

TEST(Check, KeepsTheLastOfTwoOfOneId) {
  const TempIndex temporary;
  add(temporary.index(), sample_articles(1, 8));
  change_database(temporary.index(), [](Xapian::WritableDatabase& database) {
    database.add_document(document_of(sample_article(7, 3)));
  });
  repair_index(temporary.index(), [](uint64_t, uint64_t) {});
  EXPECT_THAT(content_by_id(temporary.index()).at(sample_id(7)), HasSubstr("version 3"));
}

/// Overwrites bytes of a table in the middle of its file.
void break_table(const IndexDirectory& index, const std::string& table) {
  const std::string path = index.generation_path(index.current_generation()) + "/" + table;
  const auto size = std::filesystem::file_size(path);
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(static_cast<std::streamoff>(size / 2));
  file << std::string(4096, '\xA5');
}

TEST(Check, BuildsTheIndexAnewWhereXapiansTablesAreDamagedAndArticlesReadable) {
  for (const char* table : {"postlist.glass", "termlist.glass"}) {
    SCOPED_TRACE(table);
    const TempIndex temporary;
    add(temporary.index(), sample_articles(1, 2000));
    const auto before = content_by_id(temporary.index());
    break_table(temporary.index(), table);
    EXPECT_THAT(findings_of(temporary.index()), HasSubstr("tables are damaged"));
    const Repair repair = repair_index(temporary.index(), [](uint64_t, uint64_t) {});
    EXPECT_TRUE(repair.left.empty());
    EXPECT_EQ(content_by_id(temporary.index()), before);
    EXPECT_EQ(findings_of(temporary.index()), "");
  }
}

void expect_positions_made_anew(const IndexDirectory& index, const std::string& said,
                                const std::function<void(const std::string& file)>& damage) {
  add(index, sample_articles(1, 2000));
  const auto before = content_by_id(index);
  damage(index.generation_path(2) + "/positions-1");
  EXPECT_THAT(findings_of(index), HasSubstr(said));
  const Repair repair = repair_index(index, [](uint64_t, uint64_t) {});
  EXPECT_TRUE(repair.left.empty());
  EXPECT_EQ(content_by_id(index), before);
  EXPECT_EQ(findings_of(index), "");
}

TEST(Check, MakesPositionsAnewThatCannotBeRead) {
  const TempIndex temporary;
  const IndexDirectory index = temporary.index();
  expect_positions_made_anew(index, "the file of positions cannot be read",
                             [&index](const std::string&) { break_table(index, "positions-1"); });
}

TEST(Check, MakesPositionsAnewThatAreOtherOnes) {
  const TempIndex temporary;
  expect_positions_made_anew(temporary.index(), "does not say where the articles' words stand",
                             [](const std::string& file) {
                               std::filesystem::rename(file, file + "-whole");
                               std::vector<bool> dropped(8, false);
                               dropped[7] = true;
                               merge_position_files({file + "-whole"}, file, dropped);
                               std::filesystem::remove(file + "-whole");
                             });
}

TEST(Check, TellsThatArticlesAreLostAndChangesNothing) {
  const TempIndex temporary;
  add(temporary.index(), sample_articles(1, 2000));
  break_table(temporary.index(), "docdata.glass");
  const Repair repair = repair_index(temporary.index(), [](uint64_t, uint64_t) {});
  EXPECT_FALSE(repair.left.empty());
  EXPECT_EQ(temporary.index().current_generation(), 2U);
}

TEST(Check, SaysWhatItCannotMend) {
  const TempIndex temporary;
  add(temporary.index(), sample_articles(1, 20));
  std::ofstream(temporary.index().generation_path(1) + "/iamglass") << "not glass";
  const auto findings = check_index(temporary.index(), [](uint64_t, uint64_t) {});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_FALSE(findings[0].repairable);
  EXPECT_THAT(index_error_of([&] { open_index(temporary.index()); }),
              HasSubstr(temporary.index().path));
}

TEST(Check, LeavesAnotherVersionToRebuild) {
  const TempIndex temporary;
  add(temporary.index(), sample_articles(1, 3));
  change_database(temporary.index(), [](Xapian::WritableDatabase& database) {
    database.set_metadata(schema::kAnalysisKey, "older");
  });
  const auto findings = check_index(temporary.index(), [](uint64_t, uint64_t) {});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_FALSE(findings[0].repairable);
  EXPECT_THAT(findings[0].what, HasSubstr("indexer rebuild"));
}

TEST(Check, RefusesWhereThereIsNoIndexOrAWriterIsAtWork) {
  const TempIndex temporary;
  EXPECT_THAT(index_error_of([&] { findings_of(temporary.index()); }),
              HasSubstr("`indexer add` makes one"));
  EXPECT_FALSE(std::filesystem::exists(temporary.index().path));
  const IndexWriter writer(temporary.index(), {});
  EXPECT_THAT(index_error_of([&] { findings_of(temporary.index()); }), HasSubstr("is writing"));
}

TEST(Check, TellsItsProgress) {
  const TempIndex temporary;
  add(temporary.index(), sample_articles(1, 5));
  std::vector<uint64_t> done;
  check_index(temporary.index(), [&](uint64_t now, uint64_t total) {
    EXPECT_EQ(total, 5U);
    done.push_back(now);
  });
  EXPECT_THAT(done, ::testing::ElementsAre(1, 2, 3, 4, 5));
}

}  // namespace
}  // namespace vigie
