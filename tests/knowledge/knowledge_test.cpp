// The knowledge files: what is read, what is refused and why, and that ours are in order.
#include "indexer/knowledge/knowledge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/knowledge/refusal.h"
#include "tests/support/temp_dir.h"

namespace vigie {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string refusal_of(const std::string& lines) {
  return tests::refusal_of("a.tsv", lines);
}

TEST(Knowledge, ReadsPairsDirectionsAndComments) {
  const Knowledge knowledge = parse_knowledge(
      "\flexicon/a.tsv\n# French, English\n\ndrone de combat\tcombat drone | UCAV\n"
      "\flexicon/b.tsv\nchar\ttank\t>\nréservoir\ttank\t<\n");
  ASSERT_EQ(knowledge.lexicon.size(), 3U);
  EXPECT_THAT(knowledge.lexicon[0].french, ElementsAre("drone de combat"));
  EXPECT_THAT(knowledge.lexicon[0].english, ElementsAre("combat drone", "UCAV"));
  EXPECT_TRUE(knowledge.lexicon[0].to_english && knowledge.lexicon[0].to_french);
  EXPECT_TRUE(knowledge.lexicon[1].to_english && !knowledge.lexicon[1].to_french);
  EXPECT_TRUE(!knowledge.lexicon[2].to_english && knowledge.lexicon[2].to_french);
}

TEST(Knowledge, NamesFileLineAndReasonOfWhatItRefuses) {
  EXPECT_THAT(refusal_of("drone\n"), HasSubstr("a.tsv, line 1: expected French"));
  EXPECT_THAT(refusal_of("# x\nchar\ttank\t>\tx\n"), HasSubstr("a.tsv, line 2: expected French"));
  EXPECT_THAT(refusal_of("char\ttank\t=\n"), HasSubstr("the direction is '='"));
  EXPECT_THAT(refusal_of("char\t\n"), HasSubstr("there is no English term"));
  EXPECT_THAT(refusal_of("char | \ttank\n"), HasSubstr("the French term"));
  EXPECT_THAT(refusal_of("char\ttank  | armour\n"), HasSubstr("'tank ' has no word or has spaces"));
  EXPECT_THAT(refusal_of("char\t...\n"), HasSubstr("the English term '...'"));
  EXPECT_THAT(refusal_of("char\ttank\nx\ty\nchar\ttank\n"),
              HasSubstr("line 3: 'char' and 'tank' stand in a.tsv, line 1 too"));
}

TEST(Knowledge, ReadsAFolderInTheOrderOfNames) {
  const tests::TempDir folder;
  folder.write("lexicon/b.tsv", "char\ttank");
  folder.write("lexicon/a.tsv", "obus\tshell\n");
  folder.write("lexicon/notes.txt", "not ours");
  EXPECT_EQ(read_knowledge(folder.path().string()),
            "\flexicon/a.tsv\nobus\tshell\n\flexicon/b.tsv\nchar\ttank\n");
}

TEST(Knowledge, ReadsEntitiesAndTheirRules) {
  const Knowledge knowledge = parse_knowledge(
      "\forganisations.tsv\norange\tOrange\tOrange SA\tOrange Business\tOrange\topérateur | "
      "telecom\torange juice\n\ftopics.tsv\nreseaux\tRéseaux\tNetworks\tréseau | "
      "network\torange\n");
  ASSERT_EQ(knowledge.entities.size(), 2U);
  const Entity& orange = knowledge.entities[0];
  EXPECT_EQ(orange.kind, EntityKind::kOrganisation);
  EXPECT_EQ(orange.id, "orange");
  EXPECT_THAT(orange.names, ElementsAre("Orange Business", "Orange SA"));
  EXPECT_THAT(orange.ambiguous, ElementsAre("Orange"));
  EXPECT_THAT(orange.needs, ElementsAre("opérateur", "telecom"));
  EXPECT_THAT(orange.forbidden, ElementsAre("orange juice"));
  EXPECT_THAT(knowledge.entities[1].members, ElementsAre("orange"));
}

std::string entity_refusal_of(const std::string& lines, const std::string& topics = "") {
  return tests::refusal_of("people.tsv", lines + "\ftopics.tsv\n" + topics);
}

TEST(Knowledge, NamesFileLineAndReasonOfEntitiesItRefuses) {
  EXPECT_THAT(entity_refusal_of("macron\tMacron\n"),
              HasSubstr("people.tsv, line 1: expected 3 to 7 columns"));
  EXPECT_THAT(entity_refusal_of("macron\tMacron\t\n"),
              HasSubstr("there is to be one English label, not 0"));
  EXPECT_THAT(entity_refusal_of("Macron\tMacron\tMacron\n"),
              HasSubstr("the id 'Macron' is not of small letters"));
  EXPECT_THAT(entity_refusal_of("a\tA\tA\n# x\na\tB\tB\n"),
              HasSubstr("people.tsv, line 3: the id 'a' stands in people.tsv, line 1 too"));
  EXPECT_THAT(entity_refusal_of("a\tJean Dé\tA\nb\tB\tB\tJEAN DE\n"),
              HasSubstr("line 2: 'JEAN DE' is a name of 'a' too"));
  EXPECT_THAT(entity_refusal_of("a\tA\tA\tB |  | C\n"), HasSubstr("the name ''"));
  EXPECT_THAT(entity_refusal_of("a\tA\tA\n", "t\tT\tT\tword\tnobody\n"),
              HasSubstr("topics.tsv, line 1: there is no entity 'nobody'"));
  EXPECT_EQ(entity_refusal_of("a\tA\tA\t\tB\tx\nb\tC\tC\t\tB\ty\n"), "")
      << "an ambiguous name may be several people's";
}

TEST(Knowledge, ReadsFilesAsEditorsProgramsSaveThem) {
  const tests::TempDir folder;
  folder.write("lexicon/a.tsv", "\xEF\xBB\xBFobus\tshell\r\nchar\ttank\r\n");
  EXPECT_EQ(read_knowledge(folder.path().string()), "\flexicon/a.tsv\nobus\tshell\nchar\ttank\n");
}

TEST(Knowledge, RefusesAFolderThatHoldsNone) {
  const tests::TempDir folder;
  EXPECT_THROW(read_knowledge(folder.path().string()), KnowledgeError);
  EXPECT_THROW(read_knowledge(folder.in("nowhere")), KnowledgeError);
  folder.write("lexicon/a.tsv", std::string("char\ttank\0", 10));
  EXPECT_THROW(read_knowledge(folder.path().string()), KnowledgeError);
}

TEST(Knowledge, OursHoldsThousandsOfPairs) {
  const Knowledge knowledge = parse_knowledge(read_knowledge(VIGIE_SOURCE_DIR "/corpus/knowledge"));
  EXPECT_GT(knowledge.lexicon.size(), 3000U);
}

}  // namespace
}  // namespace vigie
