// What articles are about.
#include <gtest/gtest.h>

#include "tests/knowledge/named.h"

namespace vigie {
namespace {

using tests::topics_of;

struct Case {
  const char* title;
  const char* body;
  const char* topics;
};

TEST(Topics, HoldWhereTwoWordsSpeakForThem) {
  const Case cases[] = {
      {"", "Un drone est tombé. Des UAV suivent.", "drones"},
      {"", "Two drones and an unmanned aircraft", "drones"},
      {"", "Un drone est tombé.", ""},
      {"", "The weather is nice.", ""},
      {"", "Le gouvernement discute du prix du pain.", ""},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(topics_of(each.title, each.body), each.topics) << each.body;
  }
}

TEST(Topics, HoldWhereTheTitleSpeaksForThem) {
  EXPECT_EQ(topics_of("Un drone s'écrase", "Personne n'est blessé."), "drones");
  EXPECT_EQ(topics_of("A drone crashes", "Nobody was hurt."), "drones");
}

TEST(Topics, HoldWhereTheirEntitiesAreNamed) {
  EXPECT_EQ(topics_of("", "DJI et Delair recrutent."), "drones");
  EXPECT_EQ(topics_of("Delair gagne", "La société recrute."), "drones");
}

TEST(Topics, StandInTheOrderOfHowMuchSpeaksForThem) {
  EXPECT_EQ(topics_of("", "Drone, drones, UAV, RPAS. A drone swarm; swarming."), "drones essaims");
}

}  // namespace
}  // namespace vigie
