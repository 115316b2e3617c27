// The files of entities: what is read, what is refused and why.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/knowledge/knowledge.h"
#include "tests/knowledge/refusal.h"
#include "tests/support/temp_dir.h"

namespace vigie {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using tests::refusal_of;

Knowledge knowledge_of(const std::string& file, const std::string& lines) {
  return parse_knowledge("\f" + file + "\n" + lines);
}

TEST(EntityFile, ReadsNamesRulesAndTopics) {
  const Knowledge knowledge = parse_knowledge(
      "\forganisations.tsv\n# a comment\notan\tOTAN\tNATO\tAlliance atlantique | Otan\n"
      "orange\tOrange\tOrange\tOrange SA\tOrange\topérateur | 5G\tagent orange\n"
      "\ftopics.tsv\nalliances\tAlliances\tAlliances\tarticle 5\totan\n");
  ASSERT_EQ(knowledge.entities.size(), 3U);
  const Entity& otan = knowledge.entities[0];
  EXPECT_EQ(otan.kind, EntityKind::kOrganisation);
  EXPECT_EQ(otan.id, "otan");
  EXPECT_EQ(otan.french_label, "OTAN");
  EXPECT_EQ(otan.english_label, "NATO");
  EXPECT_THAT(otan.names, ElementsAre("Alliance atlantique", "Otan", "OTAN", "NATO"));
  const Entity& orange = knowledge.entities[1];
  EXPECT_THAT(orange.names, ElementsAre("Orange SA"));
  EXPECT_THAT(orange.ambiguous, ElementsAre("Orange"));
  EXPECT_THAT(orange.needs, ElementsAre("opérateur", "5G"));
  EXPECT_THAT(orange.forbidden, ElementsAre("agent orange"));
  EXPECT_EQ(knowledge.entities[2].kind, EntityKind::kTopic);
  EXPECT_THAT(knowledge.entities[2].names, ElementsAre("article 5"));
  EXPECT_THAT(knowledge.entities[2].members, ElementsAre("otan"));
}

TEST(EntityFile, NamesFileLineAndReasonOfWhatItRefuses) {
  struct Case {
    const char* file;
    const char* lines;
    const char* reason;
  };
  const Case cases[] = {
      {"people.tsv", "# x\na\tA\n", "people.tsv, line 2: expected 3 to 7 columns"},
      {"people.tsv", "a\tA\tA\tb\tc\td\te\tf\n", "found 8"},
      {"topics.tsv", "a\tA\tA\tb\tc\td\n", "expected 3 to 5"},
      {"places.tsv", "Pologne\tPologne\tPoland\n", "the id 'Pologne' is not of small letters"},
      {"places.tsv", "a b\tA\tA\n", "the id 'a b'"},
      {"places.tsv", "\tA\tA\n", "the id ''"},
      {"places.tsv", "a\t\tA\n", "one French label, not 0"},
      {"places.tsv", "a\tA\tB | C\n", "one English label, not 2"},
      {"places.tsv", "a\tA\tA\tx |  y\n", "the name"},
      {"places.tsv", "a\tA\tA\t...\n", "has no word"},
      {"places.tsv", "a\tA\tA\nb\tB\tB\na\tC\tC\n",
       "line 3: the id 'a' stands in places.tsv, line 1"},
      {"places.tsv", "a\tA\tA\tSaint-Malo\nb\tB\tB\tSAINT-MALO\n", "is a name of 'a' too"},
      {"topics.tsv", "a\tA\tA\tx\tnowhere\n", "topics.tsv, line 1: there is no entity 'nowhere'"},
  };
  for (const Case& each : cases) {
    EXPECT_THAT(refusal_of(each.file, each.lines), HasSubstr(each.reason)) << each.lines;
  }
}

TEST(EntityFile, OneIdIsOneThingOverAllFiles) {
  try {
    parse_knowledge("\forganisations.tsv\ntitan\tTitan\tTitan\n\fplaces.tsv\ntitan\tT\tT\n");
    FAIL() << "not refused";
  } catch (const KnowledgeError& error) {
    EXPECT_THAT(error.what(), HasSubstr("places.tsv, line 1: the id 'titan'"));
    EXPECT_THAT(error.what(), HasSubstr("organisations.tsv, line 1"));
  }
}

TEST(EntityFile, SeveralMayShareAnAmbiguousName) {
  const Knowledge knowledge =
      knowledge_of("places.tsv",
                   "georgie\tGéorgie\tGeorgia\t\tGeorgia | Géorgie\tTbilissi\n"
                   "georgie-etats-unis\tGéorgie (État)\tGeorgia (state)\t\tGeorgia\tAtlanta\n");
  EXPECT_EQ(knowledge.entities.size(), 2U);
}

TEST(EntityFile, ComesWithoutMarkAndCarriageReturns) {
  const tests::TempDir folder;
  folder.write("lexicon/a.tsv", "\xEF\xBB\xBFobus\tshell\r\nchar\ttank\r\n");
  folder.write("places.tsv", "\xEF\xBB\xBFmali\tMali\tMali\tmalien\r\n");
  const Knowledge knowledge = parse_knowledge(read_knowledge(folder.path().string()));
  ASSERT_EQ(knowledge.lexicon.size(), 2U);
  EXPECT_EQ(knowledge.lexicon[0].english.front(), "shell");
  ASSERT_EQ(knowledge.entities.size(), 1U);
  EXPECT_EQ(knowledge.entities[0].id, "mali");
  EXPECT_THAT(knowledge.entities[0].names, ElementsAre("malien", "Mali"));
}

TEST(EntityFile, OursNameHundredsOfEachKind) {
  const Knowledge knowledge = parse_knowledge(read_knowledge(VIGIE_SOURCE_DIR "/corpus/knowledge"));
  size_t counts[kEntityKinds] = {};
  for (const Entity& entity : knowledge.entities) {
    ++counts[static_cast<size_t>(entity.kind)];
  }
  EXPECT_GE(counts[static_cast<size_t>(EntityKind::kOrganisation)], 500U);
  EXPECT_GE(counts[static_cast<size_t>(EntityKind::kPerson)], 200U);
  EXPECT_GE(counts[static_cast<size_t>(EntityKind::kProgramme)], 400U);
  EXPECT_GE(counts[static_cast<size_t>(EntityKind::kPlace)], 250U);
  EXPECT_GE(counts[static_cast<size_t>(EntityKind::kTopic)], 60U);
}

}  // namespace
}  // namespace vigie
