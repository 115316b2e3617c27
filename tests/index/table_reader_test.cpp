// Tables as we read them against what Xapian reads of the same database.
#include "indexer/glass/table_reader.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <numeric>
#include <string>
#include <vector>

#include "indexer/glass/pack.h"
#include "indexer/glass/positions.h"
#include "tests/index/random_documents.h"
#include "tests/support/temp_dir.h"

namespace vigie::glass {
namespace {

/// An entry of the positions' table, its key in a form that people read.
std::string line_of(const std::string& term, uint32_t docid,
                    const std::vector<uint32_t>& positions) {
  std::string line = term + ' ' + std::to_string(docid) + ':';
  for (const uint32_t position : positions) {
    line += ' ' + std::to_string(position);
  }
  return line + '\n';
}

/// The positions of `term`, an article a line, as Xapian reads them.
std::string expected_of(const Xapian::Database& database, const std::string& term) {
  std::string lines;
  for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it) {
    const std::vector<uint32_t> positions(it.positionlist_begin(), it.positionlist_end());
    lines += positions.empty() ? std::string() : line_of(term, *it, positions);
  }
  return lines;
}

/// The same as the table holds them.
std::string read_of(TableReader& table, const std::string& term) {
  std::string prefix;
  pack_sorted_string(prefix, term, true);
  std::string lines;
  for (bool more = table.seek(prefix); more; more = table.next()) {
    const std::string_view key = table.key();
    if (key.substr(0, prefix.size()) != prefix) {
      break;
    }
    const uint32_t docid = unpack_sorted_uint(key.substr(prefix.size()));
    std::vector<uint32_t> positions;
    unpack_positions(table.tag(), positions);
    lines += line_of(term, docid, positions);
  }
  return lines;
}

void expect_same_positions(const std::string& path) {
  const Xapian::Database database(path);
  TableReader table(path, Table::kPositions);
  size_t with_positions = 0;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    const std::string expected = expected_of(database, *term);
    ASSERT_EQ(read_of(table, *term), expected) << *term;
    with_positions += expected.empty() ? 0 : 1;
  }
  EXPECT_GT(with_positions, 500U);
}

/// A database that has seen several commits, so that its leaves follow each other no more.
void write_database(Random& random, Xapian::WritableDatabase& database) {
  for (int commit = 0; commit < 5; ++commit) {
    for (const uint32_t docid : random_docids(random, 120)) {
      PlainDocument document = random_document(random);
      database.replace_document(docid, xapian_document(document));
    }
    const std::vector<uint32_t> docids(database.postlist_begin(""), database.postlist_end(""));
    for (size_t i = 0; i < docids.size(); i += 3) {
      database.delete_document(docids[i]);
    }
    database.commit();
  }
}

TEST(TableReader, ReadsTheSamePositionsAsXapian) {
  Random random(21);
  const tests::TempDir folder;
  Xapian::WritableDatabase database(folder.in("db"), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  write_database(random, database);
  expect_same_positions(folder.in("db"));
  database.compact(folder.in("compacted"));
  expect_same_positions(folder.in("compacted"));
}

TEST(TableReader, ReadsATagOfSeveralPieces) {
  const tests::TempDir folder;
  Xapian::WritableDatabase database(folder.in("db"), Xapian::DB_CREATE);
  Random random(22);
  for (int i = 0; i < 3; ++i) {
    Xapian::Document document;
    uint32_t position = 0;
    for (int occurrence = 0; occurrence < 20000; ++occurrence) {
      position += 1 + random() % 1000;
      document.add_posting("often", position);
    }
    document.add_posting("once", 7);
    database.add_document(document);
  }
  database.commit();
  TableReader table(folder.in("db"), Table::kPositions);
  EXPECT_EQ(read_of(table, "often"), expected_of(database, "often"));
  EXPECT_EQ(read_of(table, "once"), expected_of(database, "once"));
}

TEST(TableReader, FindsNothingInATableThatIsEmpty) {
  const tests::TempDir folder;
  Xapian::WritableDatabase(folder.in("db"), Xapian::DB_CREATE).commit();
  TableReader table(folder.in("db"), Table::kPositions);
  EXPECT_FALSE(table.seek("a"));
}

TEST(TableReader, SaysThatTheDatabaseWasModified) {
  const tests::TempDir folder;
  Xapian::WritableDatabase database(folder.in("db"), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  Random random(23);
  write_database(random, database);
  TableReader table(folder.in("db"), Table::kPositions);
  const auto read_all = [&table] {
    for (bool more = table.seek("t"); more; more = table.next()) {
      table.tag();
    }
  };
  read_all();
  write_database(random, database);
  EXPECT_THROW(read_all(), Xapian::DatabaseModifiedError);
}

TEST(TableReader, ThrowsWhereBytesAreDamaged) {
  Random random(24);
  const tests::TempDir folder;
  Xapian::WritableDatabase database(folder.in("db"), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  write_database(random, database);
  database.close();
  const std::string file = folder.in("db/position.glass");
  const std::string whole = tests::read_file(file);
  size_t complaints = 0;
  for (int damage = 0; damage < 300; ++damage) {
    std::string bytes = whole;
    for (int i = 0; i < 40; ++i) {
      // The first bytes of blocks: the header and the directory.
      bytes[random() % (bytes.size() / kBlockSize) * kBlockSize + random() % 64] =
          static_cast<char>(random());
    }
    folder.write("db/position.glass", bytes);
    try {
      TableReader table(folder.in("db"), Table::kPositions);
      for (bool more = table.seek("t"); more; more = table.next()) {
        table.tag();
      }
    } catch (const Xapian::Error&) {
      ++complaints;
    }
  }
  EXPECT_GT(complaints, 100U);
  folder.write("db/position.glass", whole.substr(0, kBlockSize / 2));
  TableReader table(folder.in("db"), Table::kPositions);
  EXPECT_THROW(table.seek("t"), Xapian::DatabaseCorruptError);
}

TEST(TableReader, NamesTheFileThatIsNotThere) {
  const tests::TempDir folder;
  try {
    TableReader table(folder.in("none"), Table::kPositions);
    FAIL() << "read a table that is not there";
  } catch (const Xapian::DatabaseOpeningError& error) {
    EXPECT_NE(error.get_msg().find("none/iamglass"), std::string::npos) << error.get_msg();
  }
}

TEST(Positions, AreUnpackedAsTheyWerePacked) {
  Random random(25);
  for (int i = 0; i < 5000; ++i) {
    std::vector<uint32_t> positions(1 + random() % 60);
    uint32_t position = 1 + random() % 3;
    for (uint32_t& each : positions) {
      each = position;
      position += 1 + random() % (1U << random() % 20);
    }
    std::string packed;
    pack_positions(positions, packed);
    std::vector<uint32_t> unpacked = {42};
    unpack_positions(packed, unpacked);
    positions.insert(positions.begin(), 42);
    ASSERT_EQ(unpacked, positions);
  }
}

TEST(SortedNumbers, AreUnpackedAsTheyWerePacked) {
  for (const uint32_t number : {0U, 1U, 0x7FFFU, 0x8000U, 0x3FFFFFU, 0x400000U, 0xFFFFFFFFU}) {
    std::string packed;
    pack_sorted_uint(packed, number);
    EXPECT_EQ(unpack_sorted_uint(packed), number);
    EXPECT_EQ(unpack_sorted_uint(std::string_view(packed).substr(0, packed.size() - 1)), 0U);
  }
}

TEST(SortedStrings, AreTakenAsTheyWerePacked) {
  for (const std::string& text : {std::string(), std::string("word"), std::string("a\0b\0", 4)}) {
    for (const bool something_follows : {false, true}) {
      std::string packed;
      pack_sorted_string(packed, text, something_follows);
      packed += something_follows ? "rest" : "";
      std::string_view left = packed;
      EXPECT_EQ(take_sorted_string(left), text);
      EXPECT_EQ(left, something_follows ? "rest" : "");
    }
  }
}

}  // namespace
}  // namespace vigie::glass
