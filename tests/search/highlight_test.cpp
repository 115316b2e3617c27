#include "searchd/search/highlight.h"

#include <gtest/gtest.h>

#include <random>

namespace vigie::tests {
namespace {

std::string joined(const std::vector<Segment>& segments) {
  std::string text;
  for (const Segment& segment : segments) {
    text += segment.text;
  }
  return text;
}

Highlights marking(const std::string& stem) {
  Highlights highlights;
  for (auto& stems : highlights.stems) {
    stems.insert(stem);
  }
  return highlights;
}

TEST(Highlight, SegmentsJoinToTheText) {
  Analyzer analyzer;
  const std::string text = "L’armée « Terre », l'ARMÉE; armée.";
  const std::vector<Segment> segments =
      to_segments(text, find_marks(text, Language::kFrench, marking("armee"), analyzer));
  EXPECT_EQ(joined(segments), text);
  std::string marked;
  for (const Segment& segment : segments) {
    marked += segment.match ? segment.text + "|" : "";
  }
  EXPECT_EQ(marked, "armée|ARMÉE|armée|");
}

TEST(Highlight, WindowShowsWhereMostDifferentWordsStand) {
  Analyzer analyzer;
  Highlights highlights = marking("radar");
  highlights.stems[static_cast<size_t>(Language::kEnglish)].insert("missil");
  std::string text = "The radar is new. ";
  for (int i = 0; i < 100; ++i) {
    text += "Nothing to see here. ";
  }
  text += "A missile flew past the radar of the ship. ";
  for (int i = 0; i < 100; ++i) {
    text += "Nothing here either. ";
  }
  const TextWindow window =
      best_window(text, find_marks(text, Language::kEnglish, highlights, analyzer));
  const std::string shown = joined(window.segments);
  EXPECT_NE(text.find(shown), std::string::npos);
  EXPECT_NE(shown.find("A missile flew past the radar"), std::string::npos) << shown;
  EXPECT_LE(shown.size(), 300U);
}

TEST(Highlight, WindowWithoutMarksIsTheBeginning) {
  const TextWindow window = best_window("Court.", {});
  EXPECT_EQ(joined(window.segments), "Court.");
  EXPECT_TRUE(best_window("", {}).segments.empty());
}

TEST(Highlight, WindowsOfAnyTextArePiecesOfItOnCharacterBorders) {
  std::mt19937 random(5);
  Analyzer analyzer;
  const std::vector<std::string> pieces = {"drone", "é", " ", "\n", "日本", "…", ". ", "x", "😀"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (size_t i = random() % 400; i > 0; --i) {
      text += pieces[random() % pieces.size()];
    }
    const auto marks = find_marks(text, Language::kEnglish, marking("drone"), analyzer);
    const std::string shown = joined(best_window(text, marks).segments);
    ASSERT_NE(text.find(shown), std::string::npos);
    ASSERT_TRUE(shown.empty() || (static_cast<unsigned char>(shown[0]) & 0xC0U) != 0x80U);
  }
}

}  // namespace
}  // namespace vigie::tests
