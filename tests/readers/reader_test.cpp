#include "indexer/readers/reader.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "tests/readers/reading.h"

namespace vigie {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using tests::read_all;
using tests::read_as;
using tests::TempDir;

/// Standard input replaced by a pipe, for as long as it lives.
class PipedInput {
 public:
  PipedInput() : saved_(::dup(STDIN_FILENO)) {
    std::array<int, 2> ends{};
    EXPECT_EQ(::pipe(ends.data()), 0);
    ::dup2(ends[0], STDIN_FILENO);
    ::close(ends[0]);
    writing_end_ = ends[1];
  }
  ~PipedInput() {
    end();
    ::dup2(saved_, STDIN_FILENO);
    ::close(saved_);
  }
  PipedInput(const PipedInput&) = delete;
  PipedInput& operator=(const PipedInput&) = delete;

  void write(std::string_view bytes) const {
    EXPECT_EQ(::write(writing_end_, bytes.data(), bytes.size()),
              static_cast<ssize_t>(bytes.size()));
  }
  void end() {
    if (writing_end_ >= 0) {
      ::close(writing_end_);
      writing_end_ = -1;
    }
  }

 private:
  int saved_;
  int writing_end_ = -1;
};

std::vector<SourcedArticle> read_piped(std::string_view bytes, ReadOptions options = {}) {
  PipedInput input;
  input.write(bytes);
  input.end();
  return read_all({"-"}, std::move(options));
}

TEST(Reader, WalksDirectoriesInOrderAndPassesOverTheRest) {
  const TempDir folder;
  folder.write("b.txt", "Title b");
  folder.write("a/2.md", "# Title a2");
  folder.write("a/1.json", R"({"title":"Title a1"})");
  folder.write("a/deep/x.JSONL", "{\"title\":\"Title x\"}\n");
  folder.write(".hidden.txt", "Hidden");
  folder.write(".git/config.txt", "Hidden");
  folder.write("picture.png", "PNG");
  folder.write("page.html", "<html>");
  ArticleReader reader({folder.path().string()}, {});
  std::vector<std::string> titles;
  while (const auto next = reader.next()) {
    titles.push_back(next->article.title);
  }
  EXPECT_THAT(titles, ElementsAre("Title a1", "Title a2", "Title x", "Title b"));
  EXPECT_EQ(reader.passed_over(), 2U);
  EXPECT_EQ(reader.total_bytes(), 7U + 10U + 20U + 20U);
}

TEST(Reader, NamesWhatCannotBeRead) {
  const TempDir folder;
  const std::string empty_directory = folder.in("nothing");
  std::filesystem::create_directory(empty_directory);
  const std::string pictures = folder.write("pictures/a.png", "x");
  const std::string good = folder.write("good.txt", "Title");
  const auto read = read_all({folder.in("missing.txt"), empty_directory, folder.in("pictures"),
                              good, folder.write("empty.md", "")});
  ASSERT_EQ(read.size(), 5U);
  EXPECT_EQ(read[0].error, "no such file");
  EXPECT_EQ(read[0].where, folder.in("missing.txt"));
  EXPECT_THAT(*read[1].error, HasSubstr("holds no article"));
  EXPECT_THAT(*read[2].error, HasSubstr("only 1 other files"));
  EXPECT_EQ(read[3].article.title, "Title");
  EXPECT_EQ(read[4].error, "the file is empty");
  if (::geteuid() != 0) {
    ::chmod(good.c_str(), 0);
    EXPECT_EQ(read_all({good}).at(0).error, "no right to read it");
  }
}

TEST(Reader, TellsAFileOfUnknownEndingByItsContent) {
  EXPECT_EQ(read_as("a.dat", R"({"title":"json"})").at(0).article.title, "json");
  EXPECT_EQ(read_as("a", "[\n{\"title\":\"array\"}]").at(0).article.title, "array");
  EXPECT_EQ(read_as("a", "---\ntitle: markdown\n---\n").at(0).article.title, "markdown");
  EXPECT_EQ(read_as("a", "[Analyse] Le Rafale\n\nTexte").at(0).article.title,
            "[Analyse] Le Rafale");
  EXPECT_EQ(read_as("a", "{sic} A title\n\nText").at(0).article.title, "{sic} A title");
}

TEST(Reader, GuessesStandardInputAndObeysTheFormatGiven) {
  EXPECT_EQ(read_piped("Titre\n\nTexte").at(0).article.title, "Titre");
  EXPECT_EQ(read_piped("\n {\"title\":\"json\"}").at(0).where, "-:2");
  EXPECT_EQ(read_piped("{\"title\":\"a\"}\n{\"title\":\"b\"}\n").at(1).where, "-:2");
  EXPECT_EQ(read_piped("---\ntitle: md\n---\nText").at(0).article.title, "md");
  EXPECT_THAT(*read_piped("").at(0).error, HasSubstr("standard input is empty"));
  ReadOptions text;
  text.format = InputFormat::kText;
  EXPECT_EQ(read_piped("{\"title\":\"a\"}", text).at(0).article.title, "{\"title\":\"a\"}");
  ReadOptions markdown;
  markdown.format = InputFormat::kMarkdown;
  EXPECT_EQ(read_piped("# Title\n\nText", markdown).at(0).article.title, "Title");
}

TEST(Reader, GivesAnArticleAsSoonAsItsLineCame) {
  PipedInput input;
  ArticleReader reader({"-"}, {});
  for (const char* line :
       {"{\"title\":\"one\"}\n", "{\"title\":\"two\"}\n", "{\"title\":\"three\"}\n"}) {
    input.write(line);
    const auto next = reader.next();  // would wait for ever for more input
    ASSERT_TRUE(next);
    EXPECT_EQ("{\"title\":\"" + next->article.title + "\"}\n", line);
  }
  input.end();
  EXPECT_FALSE(reader.next());
}

TEST(Reader, StopsWaitingWhenAskedTo) {
  PipedInput input;
  std::atomic<bool> stop = false;
  ReadOptions options;
  options.stop_requested = [&] { return stop.load(); };
  input.write("{\"title\":\"one\"}\n{\"title\":\"half");
  ArticleReader reader({"-"}, options);
  ASSERT_TRUE(reader.next());
  std::thread stopper([&] { stop = true; });
  EXPECT_FALSE(reader.next());
  stopper.join();
}

TEST(Reader, GivesItsDefaultsToArticlesThatNameNone) {
  const TempDir folder;
  ReadOptions options;
  options.language = "EN";
  options.source = "Reuters";
  const auto read =
      read_all({folder.write("a.txt", "Le titre"),
                folder.write("b.json", R"({"title":"Le titre","language":"fr","source":"AFP"})")},
               options);
  EXPECT_EQ(read.at(0).article.language, "en");
  EXPECT_EQ(read[0].article.source, "Reuters");
  EXPECT_EQ(read.at(1).article.language, "fr");
  EXPECT_EQ(read[1].article.source, "AFP");
}

TEST(Reader, ReadsTheSameFromAPipeAsFromAFile) {
  const TempDir folder;
  const std::string fifo = folder.in("fifo");
  ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
  std::thread writer([&] { std::ofstream(fifo) << "Titre\n\nTexte"; });
  ArticleReader reader({fifo}, {});
  EXPECT_FALSE(reader.total_bytes());
  EXPECT_EQ(reader.next()->article.title, "Titre");
  EXPECT_FALSE(reader.next());
  writer.join();
}

}  // namespace
}  // namespace vigie
