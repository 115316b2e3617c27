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
    stems[stem] = 0;
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

/// The marked segments, "|" between, each with what it translates after "=".
std::string marks_of(const std::vector<Segment>& segments) {
  std::string marks;
  for (const Segment& segment : segments) {
    if (segment.match) {
      marks += (marks.empty() ? "" : "|") + segment.text;
      marks += segment.translates.empty() ? "" : "=" + segment.translates;
    }
  }
  return marks;
}

TEST(Highlight, APhraseIsOneSegmentAndSaysWhatItStandsFor) {
  Analyzer analyzer;
  Highlights highlights = marking("combat");
  highlights.typed = {"drone de combat"};
  highlights.acronyms["UCAV"] = 1;
  highlights.phrases[static_cast<size_t>(Language::kEnglish)] = {
      {{"unman", "combat", "aircraft"}, 1}, {{"combat", "aircraft"}, 0}};
  struct Row {
    const char* text;
    const char* marks;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"An unmanned combat aircraft, no UCAV, in combat.",
            "unmanned combat aircraft=drone de combat|UCAV=drone de combat|combat"},
           {"A combat aircraft: combat, aircraft.", "combat aircraft|combat, aircraft"},
           {"Combat aircraft combat aircraft", "Combat aircraft|combat aircraft"},
           {"aircraft of unmanned", ""}}) {
    const std::vector<Segment> segments =
        to_segments(row.text, find_marks(row.text, Language::kEnglish, highlights, analyzer));
    EXPECT_EQ(marks_of(segments), row.marks);
    EXPECT_EQ(joined(segments), row.text);
  }
}

TEST(Highlight, AWindowThatCutsAPhraseMarksWhatIsLeftOfIt) {
  Analyzer analyzer;
  Highlights highlights = marking("radar");
  highlights.phrases[static_cast<size_t>(Language::kEnglish)] = {{{"long", "rang"}, 0}};
  highlights.stems[static_cast<size_t>(Language::kEnglish)]["missil"] = 0;
  highlights.stems[static_cast<size_t>(Language::kEnglish)]["tank"] = 0;
  const std::string text = "Radar missile tank " + std::string(252, 'x') + " long range here.";
  const TextWindow window =
      best_window(text, find_marks(text, Language::kEnglish, highlights, analyzer));
  EXPECT_EQ(marks_of(window.segments), "Radar|missile|tank|long") << joined(window.segments);
}

TEST(Highlight, WindowShowsWhereMostDifferentWordsStand) {
  Analyzer analyzer;
  Highlights highlights = marking("radar");
  highlights.stems[static_cast<size_t>(Language::kEnglish)]["missil"] = 0;
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
