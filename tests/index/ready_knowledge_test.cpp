// What an index knows, kept ready for its next writer.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/schema.h"
#include "indexer/writable_index.h"
#include "tests/index/index_testing.h"

namespace vigie {
namespace {

using namespace vigie::tests;

constexpr const char* kText =
    "\fa.tsv\nvéhicule blindé\tarmoured vehicle\n"
    "\forganisations.tsv\notan\tOTAN\tNATO\npentagon\tPentagone\tPentagon\n";
constexpr const char* kOtherText =
    "\fa.tsv\ncontrat de drones\tdrone contract\n\forganisations.tsv\notan\tOTAN\tNATO\n";

/// An index of ten articles that knows kText.
void make_index(const IndexDirectory& directory) {
  IndexWriter::OpenOptions options;
  options.knowledge = [] { return std::string(kText); };
  const std::vector<Article> articles = sample_articles(1, 10);
  const auto next = source_of(articles);
  IndexWriter(directory, options).add(next, {});
}

std::string kept_in(const IndexDirectory& directory) {
  return open_index(directory).get_metadata(schema::kReadyKey);
}

void keep(const IndexDirectory& directory, const std::string& bytes) {
  Xapian::WritableDatabase database(directory.generation_path(directory.current_generation()),
                                    Xapian::DB_OPEN);
  database.set_metadata(schema::kReadyKey, bytes);
  database.commit();
}

bool is_ready(const IndexDirectory& directory, const char* text) {
  return ready_knowledge(kept_in(directory), text) != nullptr;
}

TEST(ReadyKnowledgeOfAnIndex, IsKeptFromTheBeginning) {
  const TempIndex temporary;
  make_index(temporary.index());
  EXPECT_TRUE(is_ready(temporary.index(), kText));
}

TEST(ReadyKnowledgeOfAnIndex, MakesTheSameDocuments) {
  const TempIndex read;
  const TempIndex made;
  for (const TempIndex* temporary : {&read, &made}) {
    make_index(temporary->index());
  }
  keep(made.index(), "");
  for (const TempIndex* temporary : {&read, &made}) {
    add(temporary->index(), sample_articles(8, 14, 1));
    EXPECT_EQ(findings_of(temporary->index()), "");
  }
  EXPECT_EQ(docids_by_id(read.index()), docids_by_id(made.index()));
  const Xapian::Database database = open_index(read.index());
  EXPECT_TRUE(database.term_exists("Kotan"));
  EXPECT_TRUE(database.term_exists("XFvehicul blind"));
}

TEST(ReadyKnowledgeOfAnIndex, IsKeptAnewWhereItIsMissingOrCannotBeUsed) {
  const TempIndex temporary;
  make_index(temporary.index());
  const std::string kept = kept_in(temporary.index());
  unsigned version = 0;
  for (const std::string& bytes : {std::string(), kept.substr(1), kept + "a"}) {
    keep(temporary.index(), bytes);
    EXPECT_EQ(findings_of(temporary.index()), "");
    add(temporary.index(), {sample_article(3, ++version)});
    EXPECT_EQ(kept_in(temporary.index()), kept);
  }
}

TEST(ReadyKnowledgeOfAnIndex, GoesFromGenerationToGeneration) {
  const TempIndex temporary;
  make_index(temporary.index());
  AddOptions options;
  options.bulk_threshold = 5;
  add(temporary.index(), sample_articles(11, 30), options);
  EXPECT_TRUE(is_ready(temporary.index(), kText));
  IndexWriter(temporary.index(), {}).compact();
  EXPECT_TRUE(is_ready(temporary.index(), kText));
  IndexWriter(temporary.index(), {}).rebuild(1, kOtherText, [](uint64_t, uint64_t) {});
  EXPECT_TRUE(is_ready(temporary.index(), kOtherText));
  EXPECT_EQ(findings_of(temporary.index()), "");
  EXPECT_FALSE(open_index(temporary.index()).term_exists("Kpentagon"));
}

}  // namespace
}  // namespace vigie
