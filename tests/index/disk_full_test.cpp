#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <cerrno>
#include <cstring>

#include "tests/index/index_testing.h"

namespace vigie {
namespace {

using namespace vigie::tests;
using ::testing::HasSubstr;

/// A file system of some megabytes, where making one is allowed.
class SmallDisk {
 public:
  explicit SmallDisk(const std::string& path)
      : path_(path),
        mounted_(::mount("tmpfs", path.c_str(), "tmpfs", 0, "size=8m") == 0),
        error_(errno) {}
  ~SmallDisk() {
    if (mounted_) {
      ::umount2(path_.c_str(), MNT_DETACH);
    }
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool mounted() const { return mounted_; }
  const char* error() const { return std::strerror(error_); }

 private:
  std::string path_;
  bool mounted_;
  int error_;
};

TEST(DiskFull, SaysSoInOneSentenceAndLosesNothing) {
  for (const size_t bulk_threshold : {size_t{10}, size_t{1'000'000}}) {
    SCOPED_TRACE(bulk_threshold);
    const TempIndex temporary;
    const SmallDisk disk(temporary.path());
    if (!disk.mounted()) {
      GTEST_SKIP() << "cannot mount a small file system: " << disk.error();
    }
    const auto first = sample_articles(1, 20);
    add(temporary.index(), first);
    std::vector<ArticleReport> reports;
    AddOptions options = collecting(reports);
    options.bulk_threshold = bulk_threshold;
    options.patience = std::chrono::minutes(1);  // a busy machine must not make it a small add
    const auto articles = sample_articles(21, 20'000);
    const std::string message = index_error_of([&] {
      IndexWriter writer(temporary.index(), {});
      writer.add(source_of(articles), options);
    });
    EXPECT_THAT(message, HasSubstr("the disk is full; free some space"));
    const auto content = content_by_id(temporary.index());
    for (const Article& article : first) {
      EXPECT_EQ(content.count(article.id), 1U);
    }
    for (const ArticleReport& report : reports) {
      EXPECT_EQ(content.count(report.id), 1U) << report.id;
    }
    EXPECT_EQ(findings_of(temporary.index()), "");
  }
}

}  // namespace
}  // namespace vigie
