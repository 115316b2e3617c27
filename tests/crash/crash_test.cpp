// A writer killed at any moment leaves an index that opens, is whole, and holds all it reported.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <map>
#include <random>
#include <string>

#include "indexer/check.h"
#include "indexer/writable_index.h"
#include "tests/index/index_testing.h"

namespace vigie {
namespace {

using namespace vigie::tests;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr unsigned kArticles = 800;
constexpr unsigned kRounds = 36;
constexpr unsigned kRoundsPerIndex = 6;  // then one from nothing again
constexpr size_t kBulk = 100;
constexpr size_t kNeverBulk = 1'000'000;

struct Killed {
  std::string printed;
  bool finished;  ///< before it was killed
};

/// Runs the writer, kills it after `life`, and returns what it printed.
Killed run_and_kill(const IndexDirectory& index, unsigned version, size_t threshold,
                    milliseconds life) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error("no pipe");
  }
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(pipe[1], STDOUT_FILENO);
    const std::string articles = std::to_string(kArticles);
    const std::string version_text = std::to_string(version);
    const std::string threshold_text = std::to_string(threshold);
    ::execl(VIGIE_BIN_DIR "/crash_writer", "crash_writer", index.path.c_str(), articles.c_str(),
            version_text.c_str(), threshold_text.c_str(), nullptr);
    ::_exit(127);
  }
  ::close(pipe[1]);
  Killed result{"", false};
  const Clock::time_point end = Clock::now() + life;
  bool alive = true;
  for (;;) {
    const auto left = std::chrono::duration_cast<milliseconds>(end - Clock::now()).count();
    pollfd ready{pipe[0], POLLIN, 0};
    if (alive && ::poll(&ready, 1, static_cast<int>(std::max<int64_t>(left, 0))) == 0) {
      ::kill(child, SIGKILL);
      alive = false;
    }
    std::array<char, 4096> buffer{};
    const ssize_t size = ::read(pipe[0], buffer.data(), buffer.size());
    if (size <= 0) {
      break;
    }
    result.printed.append(buffer.data(), static_cast<size_t>(size));
  }
  ::close(pipe[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  result.finished = WIFEXITED(status);
  EXPECT_TRUE(!result.finished || WEXITSTATUS(status) == 0);
  return result;
}

/// By id, the version of the article that was last reported.
using Reported = std::map<std::string, unsigned>;

void note_reports(const std::string& printed, unsigned version, Reported& reported) {
  std::istringstream lines(printed);
  std::string id;
  while (std::getline(lines, id)) {
    reported[id] = version;
  }
}

/// Whether `article` is the one that was reported or a later one: killed between committing and
/// reporting, a writer has said less than it did.
bool is_version_since(const Article& article, unsigned number, unsigned first, unsigned last) {
  for (unsigned version = first; version <= last; ++version) {
    if (article == sample_article(number, version)) {
      return true;
    }
  }
  return false;
}

void expect_whole(const IndexDirectory& index, const Reported& reported, unsigned version) {
  if (!index.exists()) {
    EXPECT_TRUE(reported.empty());
    return;
  }
  for (const Finding& finding : check_index(index, [](uint64_t, uint64_t) {})) {
    EXPECT_NE(finding.what.find("was left by a writer"), std::string::npos) << finding.what;
  }
  const Xapian::Database database = open_index(index);
  for (unsigned number = 1; number <= kArticles; ++number) {
    const auto known = reported.find(sample_id(number));
    if (known == reported.end()) {
      continue;
    }
    const auto docids = documents_of_id(database, known->first);
    ASSERT_EQ(docids.size(), 1U) << known->first << " was reported";
    const Article article = stored_article(database, docids.front());
    EXPECT_TRUE(is_version_since(article, number, known->second, version)) << known->first;
  }
}

TEST(Crash, AWriterKilledAtAnyMomentLosesNothingItReported) {
  std::mt19937 random(
      20251124);  // NOLINT: the same moments, as far as the machine lets it, in every run
  std::map<size_t, milliseconds> whole_run;
  for (const size_t threshold : {kBulk, kNeverBulk}) {
    const TempIndex temporary;
    const Clock::time_point start = Clock::now();
    EXPECT_TRUE(run_and_kill(temporary.index(), 0, threshold, milliseconds(60'000)).finished);
    whole_run[threshold] =
        std::chrono::duration_cast<milliseconds>(Clock::now() - start) + milliseconds(1);
  }
  std::optional<TempIndex> temporary;
  Reported reported;
  unsigned killed = 0;
  for (unsigned round = 1; round <= kRounds && !::testing::Test::HasFailure(); ++round) {
    SCOPED_TRACE("round " + std::to_string(round));
    if (round % kRoundsPerIndex == 1) {
      temporary.emplace();
      reported.clear();
    }
    const size_t threshold = random() % 2 == 0 ? kBulk : kNeverBulk;
    std::uniform_int_distribution<int64_t> life(0, whole_run[threshold].count());
    const Killed run =
        run_and_kill(temporary->index(), round, threshold, milliseconds(life(random)));
    killed += run.finished ? 0 : 1;
    note_reports(run.printed, round, reported);
    expect_whole(temporary->index(), reported, round);
  }
  EXPECT_GE(killed, kRounds / 2) << "too few were killed in the midst of it to tell anything";
  // And a writer after all this takes up where they left off.
  add(temporary->index(), sample_articles(1, kArticles, kRounds + 1));
  EXPECT_EQ(findings_of(temporary->index()), "");
}

}  // namespace
}  // namespace vigie
