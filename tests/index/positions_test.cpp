// Positions in the file of a generation and in the metadata, against what documents were made with.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/positions/document_positions.h"
#include "indexer/positions/position_file.h"
#include "indexer/positions/position_gatherer.h"
#include "indexer/positions/position_list.h"
#include "tests/index/index_testing.h"
#include "tests/index/random_documents.h"
#include "tests/support/temp_dir.h"

namespace vigie {
namespace {

using ::testing::HasSubstr;
using tests::TempDir;
using tests::TempIndex;

std::vector<uint32_t> random_positions(Random& random) {
  std::vector<uint32_t> positions(random() % 4 == 0 ? random() % 60 : random() % 3);
  uint32_t position = 0;
  for (uint32_t& each : positions) {
    position += 1 + random() % (1U << random() % 20);
    each = position;
  }
  return positions;
}

TEST(PositionList, IsTakenAsItWasAppended) {
  Random random(25);
  for (int i = 0; i < 5000; ++i) {
    const std::vector<uint32_t> positions = random_positions(random);
    std::string bytes;
    append_position_list(bytes, positions);
    bytes += "rest";
    std::string_view left = bytes;
    std::vector<uint32_t> taken;
    take_position_list(left, taken);
    ASSERT_EQ(taken, positions);
    ASSERT_EQ(left, "rest");
    left = bytes;
    ASSERT_EQ(take_packed_list(left).size(), bytes.size() - 4);
    ASSERT_EQ(left, "rest");
  }
}

TEST(PositionList, IsRefusedWhereItIsCutShort) {
  std::string bytes;
  append_position_list(bytes, {3, 400, 70000});
  while (!bytes.empty()) {
    bytes.pop_back();
    std::string_view left = bytes;
    std::vector<uint32_t> taken;
    EXPECT_THROW(
        {
          take_position_list(left, taken);
          if (taken.back() != 70000) {  // a number that is cut short is a smaller one
            throw Xapian::DatabaseCorruptError("");
          }
        },
        Xapian::DatabaseCorruptError);
  }
}

/// Packed lists by term and docid.
using Lists = std::map<std::pair<std::string, uint32_t>, std::string>;

/// Lists of documents from `first` to `last`: of terms in nearly all, in some and in one.
Lists random_lists(Random& random, uint32_t first, uint32_t last) {
  Lists lists;
  for (uint32_t docid = first; docid <= last; ++docid) {
    for (uint32_t left = random() % 30; left > 0; --left) {
      const uint32_t rank = random() % (1U << random() % 12);
      std::string term = "t" + std::to_string(rank);
      term += rank % 97 == 96 ? std::string("\0z", 2) : std::string();
      std::vector<uint32_t> positions = random_positions(random);
      positions.push_back(5 + (positions.empty() ? 0 : positions.back()));
      append_position_list(lists[{term, docid}] = "", positions);
    }
  }
  return lists;
}

void write(const Lists& lists, const std::string& path) {
  PositionFileWriter file(path);
  for (const auto& [key, list] : lists) {
    file.add(key.first, key.second, list);
  }
  file.finish();
}

Lists read(const std::string& path) {
  Lists lists;
  PositionReader reader{PositionFile(path)};
  for (bool more = reader.begin(); more; more = reader.next()) {
    ChunkDocuments documents(reader.chunk());
    while (documents.next()) {
      lists[{std::string(reader.chunk().term), documents.docid()}] =
          take_packed_list(documents.list());
    }
  }
  return lists;
}

TEST(PositionFile, HoldsWhatWasWritten) {
  Random random(1);
  const TempDir folder;
  for (const uint32_t documents : {0U, 1U, 3000U}) {
    const Lists lists = random_lists(random, 1, documents);
    write(lists, folder.in("positions"));
    EXPECT_EQ(read(folder.in("positions")), lists);
  }
}

TEST(PositionFile, IsWrittenBySortingAsInOrder) {
  Random random(2);
  const TempDir folder;
  const Lists lists = random_lists(random, 1, 500);
  std::map<uint32_t, Lists> by_docid;
  for (const auto& [key, list] : lists) {
    by_docid[key.second][key] = list;
  }
  PositionGatherer gatherer;
  for (const auto& [docid, of_document] : by_docid) {
    for (auto each = of_document.rbegin(); each != of_document.rend(); ++each) {
      gatherer.add(each->first.first, docid, each->second);
    }
  }
  gatherer.write(folder.in("sorted"));
  write(lists, folder.in("in-order"));
  EXPECT_EQ(tests::read_file(folder.in("sorted")), tests::read_file(folder.in("in-order")));
}

TEST(PositionFile, FindsTheChunkOfADocument) {
  Random random(3);
  const TempDir folder;
  const Lists lists = random_lists(random, 1, 3000);
  write(lists, folder.in("positions"));
  PositionReader reader{PositionFile(folder.in("positions"))};
  size_t found = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::string term = "t" + std::to_string(random() % 600);
    const auto docid = static_cast<uint32_t>(random() % 3100);
    const auto expected = lists.lower_bound({term, docid});
    const bool any = expected != lists.end() && expected->first.first == term;
    ASSERT_EQ(reader.seek(term, docid), any) << term << ' ' << docid;
    if (any) {
      const uint32_t next = expected->first.second;
      EXPECT_LE(reader.chunk().first_docid, next);
      EXPECT_GE(reader.chunk().last_docid, next);
      ++found;
    }
  }
  EXPECT_GT(found, 500U);
}

TEST(PositionFile, IsMergedOfSeveralWithoutWhatIsDropped) {
  Random random(4);
  const TempDir folder;
  Lists expected;
  std::vector<std::string> sources;
  std::vector<bool> dropped(1200);
  for (size_t docid = 0; docid < dropped.size(); ++docid) {
    dropped[docid] = random() % 5 == 0;
  }
  for (uint32_t part = 0; part < 7; ++part) {
    const Lists lists = random_lists(random, 300 * part + 1, 300 * (part + 1));
    sources.push_back(folder.in("part-" + std::to_string(part)));
    write(lists, sources.back());
    for (const auto& [key, list] : lists) {
      if (key.second >= dropped.size() || !dropped[key.second]) {
        expected[key] = list;
      }
    }
  }
  std::swap(sources[1], sources[5]);  // the order of sources does not matter
  merge_position_files(sources, folder.in("merged"), dropped);
  EXPECT_EQ(read(folder.in("merged")), expected);
}

TEST(PositionFile, RefusesDocidsThatDoNotAscend) {
  const TempDir folder;
  PositionFileWriter file(folder.in("positions"));
  file.add("term", 7, "\x08");
  EXPECT_THROW(file.add("term", 7, "\x08"), std::invalid_argument);
}

TEST(PositionFile, ThrowsWhereBytesAreDamaged) {
  Random random(5);
  const TempDir folder;
  write(random_lists(random, 1, 1500), folder.in("positions"));
  const std::string whole = tests::read_file(folder.in("positions"));
  size_t complaints = 0;
  for (int damage = 0; damage < 300; ++damage) {
    std::string bytes = whole;
    for (int i = 0; i < 40; ++i) {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    folder.write("positions", bytes);
    try {
      read(folder.in("positions"));
    } catch (const Xapian::Error&) {
      ++complaints;
    }
  }
  EXPECT_GT(complaints, 200U);
  for (const size_t size : {size_t{0}, size_t{5}, whole.size() / 2, whole.size() - 1}) {
    folder.write("positions", whole.substr(0, size));
    EXPECT_THROW(read(folder.in("positions")), Xapian::DatabaseCorruptError) << size;
  }
  std::filesystem::remove(folder.in("positions"));
  EXPECT_THROW(read(folder.in("positions")), Xapian::DatabaseOpeningError);
}

PositionState state_of(const IndexDirectory& index) {
  return position_state_of(open_index(index));
}

/// What `index` should hold: that of one that was made of its articles at once.
void expect_as_made_at_once(const IndexDirectory& index, const std::vector<Article>& articles) {
  const TempIndex other;
  AddOptions bulk;
  bulk.bulk_threshold = 1;
  tests::add(other.index(), articles, bulk);
  EXPECT_EQ(tests::content_by_id(index), tests::content_by_id(other.index()));
  EXPECT_EQ(tests::findings_of(index), "");
}

std::vector<Article> joined(std::vector<Article> first, const std::vector<Article>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

TEST(PositionsOfAnIndex, AreInTheMetadataUntilAFileIsMade) {
  const TempIndex temporary;
  const IndexDirectory index = temporary.index();
  tests::add(index, tests::sample_articles(1, 40));
  EXPECT_EQ(state_of(index).last_docid, 0U);
  EXPECT_FALSE(open_index(index).get_metadata(positions_key(40)).empty());
  tests::add(index, tests::sample_articles(1, 10, 1));
  IndexWriter(index, {}).remove({tests::sample_id(3)});
  EXPECT_EQ(open_index(index).get_metadata(positions_key(1)), "") << "of one that is no more";
  const std::vector<Article> articles =
      joined(joined(tests::sample_articles(1, 2, 1), tests::sample_articles(4, 10, 1)),
             tests::sample_articles(11, 40));
  expect_as_made_at_once(index, articles);

  IndexWriter(index, {}).compact();
  EXPECT_EQ(state_of(index).last_docid, 50U);
  EXPECT_EQ(open_index(index).get_metadata(positions_key(40)), "");
  expect_as_made_at_once(index, articles);
}

TEST(PositionsOfAnIndex, OfABulkAddJoinThoseBefore) {
  const TempIndex temporary;
  const IndexDirectory index = temporary.index();
  AddOptions bulk;
  bulk.bulk_threshold = 1;
  tests::add(index, tests::sample_articles(1, 60), bulk);
  tests::add(index, tests::sample_articles(61, 80));
  tests::add(index, tests::sample_articles(50, 70, 1));
  tests::add(index, tests::sample_articles(81, 150), bulk);
  EXPECT_EQ(state_of(index).last_docid, open_index(index).get_lastdocid());
  expect_as_made_at_once(
      index, joined(joined(tests::sample_articles(1, 49), tests::sample_articles(50, 70, 1)),
                    tests::sample_articles(71, 150)));
}

TEST(PositionsOfAnIndex, GetANewFileWhereManyHaveCome) {
  const TempIndex temporary;
  const IndexDirectory index = temporary.index();
  AddOptions small;
  small.bulk_threshold = 1'000'000;
  tests::add(index, tests::sample_articles(1, 1900), small);
  EXPECT_EQ(state_of(index).file, 1U);
  tests::add(index, tests::sample_articles(1901, 2200), small);
  EXPECT_EQ(state_of(index).file, 2U);
  EXPECT_GT(state_of(index).last_docid, 2000U);
  tests::add(index, tests::sample_articles(1, 2100, 1), small);
  EXPECT_EQ(state_of(index).file, 3U);
  const std::string generation = index.generation_path(1);
  EXPECT_FALSE(std::filesystem::exists(position_file_path(generation, 1)));
  EXPECT_TRUE(std::filesystem::exists(position_file_path(generation, 2))) << "for readers behind";
  expect_as_made_at_once(
      index, joined(tests::sample_articles(1, 2100, 1), tests::sample_articles(2101, 2200)));
}

}  // namespace
}  // namespace vigie
