// Tables as we read them against what Xapian reads of the same database.
#include "indexer/glass/table_reader.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/glass/pack.h"
#include "tests/index/random_documents.h"
#include "tests/support/temp_dir.h"

namespace vigie::glass {
namespace {

/// Where the postlist table keeps metadata.
const std::string kMetadata("\0\xC0", 2);

std::string random_value(Random& random) {
  const uint32_t kind = random() % 10;
  const size_t most = kind == 0 ? 30000 : kind == 1 ? 3000 : 60;
  std::string value(1 + random() % most, '\0');
  for (char& byte : value) {
    byte = static_cast<char>(random());
  }
  return value;
}

/// The metadata, an entry a line, as Xapian reads them.
std::string expected_of(const Xapian::Database& database) {
  std::string lines;
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    lines += *key + '=' + database.get_metadata(*key) + '\n';
  }
  return lines;
}

/// The same as the table holds them.
std::string read_of(TableReader& table) {
  std::string lines;
  for (bool more = table.seek(kMetadata); more; more = table.next()) {
    const std::string key(table.key());
    if (key.substr(0, kMetadata.size()) != kMetadata) {
      break;
    }
    lines += key.substr(kMetadata.size()) + '=' + std::string(table.tag()) + '\n';
  }
  return lines;
}

/// A database that has seen several commits, so that its leaves follow each other no more.
void write_database(Random& random, Xapian::WritableDatabase& database) {
  for (int commit = 0; commit < 5; ++commit) {
    for (const uint32_t docid : random_docids(random, 120)) {
      PlainDocument document = random_document(random);
      database.replace_document(docid, xapian_document(document));
    }
    for (int i = 0; i < 600; ++i) {
      database.set_metadata("m" + std::to_string(random() % 2000), random_value(random));
    }
    const std::vector<uint32_t> docids(database.postlist_begin(""), database.postlist_end(""));
    for (size_t i = 0; i < docids.size(); i += 3) {
      database.delete_document(docids[i]);
      database.set_metadata("m" + std::to_string(random() % 2000), "");
    }
    database.commit();
  }
}

void expect_same(const std::string& path) {
  const std::string expected = expected_of(Xapian::Database(path));
  TableReader table(path, Table::kPostlist);
  EXPECT_TRUE(read_of(table) == expected);
  EXPECT_GT(expected.size(), 100000U);
}

TEST(TableReader, ReadsTheSameEntriesAsXapian) {
  Random random(21);
  const tests::TempDir folder;
  Xapian::WritableDatabase database(folder.in("db"), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  write_database(random, database);
  expect_same(folder.in("db"));
  database.compact(folder.in("compacted"));
  expect_same(folder.in("compacted"));
}

/// The data of a document as the table of documents holds them; nothing where it holds none.
std::optional<std::string> data_of(TableReader& table, uint32_t docid) {
  std::string key;
  pack_sorted_uint(key, docid);
  if (!table.seek(key) || table.key() != key) {
    return std::nullopt;
  }
  return std::string(table.tag());
}

/// The same by Xapian, which tells no document without data from one that is not there.
std::optional<std::string> expected_data_of(const Xapian::Database& database, uint32_t docid) {
  const std::string data = database.get_document(docid, Xapian::DOC_ASSUME_VALID).get_data();
  return data.empty() ? std::nullopt : std::optional(data);
}

/// Those of documents that are there, their neighbours, and what is below and above all.
std::vector<uint32_t> docids_around(const Xapian::Database& database) {
  std::vector<uint32_t> docids = {1, 0xFFFFFFFF};
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    docids.insert(docids.end(), {*it, *it + 1});
  }
  return docids;
}

/// Words that are worth compressing, or bytes that are not; some of several pieces.
std::string random_data(Random& random) {
  const size_t size = random() % 5 == 0 ? random() % 60000 : random() % 3000;
  const bool is_text = random() % 3 != 0;
  std::string data;
  while (data.size() < size) {
    data += is_text ? "word" + std::to_string(random() % 500) + ' '
                    : std::string(1, static_cast<char>(random()));
  }
  return data;
}

void write_documents(Random& random, size_t count, Xapian::WritableDatabase& database) {
  for (const uint32_t docid : random_docids(random, count)) {
    Xapian::Document document;
    document.set_data(random_data(random));
    database.replace_document(docid, document);
  }
  database.commit();
}

TEST(TableReader, ReadsTheSameDocumentsAsXapian) {
  Random random(26);
  const tests::TempDir folder;
  Xapian::WritableDatabase database(folder.in("db"), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  for (int commit = 0; commit < 5; ++commit) {
    write_documents(random, 300, database);
    const std::vector<uint32_t> docids(database.postlist_begin(""), database.postlist_end(""));
    for (size_t i = 0; i < docids.size(); i += 3) {
      database.delete_document(docids[i]);
    }
    database.commit();
  }
  database.compact(folder.in("compacted"));
  for (const char* name : {"db", "compacted"}) {
    const Xapian::Database expected(folder.in(name));
    TableReader table(folder.in(name), Table::kDocuments);
    std::vector<uint32_t> docids = docids_around(expected);
    std::shuffle(docids.begin(), docids.end(), random);
    size_t found = 0;
    for (const uint32_t docid : docids) {
      const std::optional<std::string> data = data_of(table, docid);
      ASSERT_EQ(data, expected_data_of(expected, docid)) << docid;
      found += data ? 1 : 0;
    }
    EXPECT_GT(found, 500U);
    EXPECT_LT(found, docids.size() - 300);
  }
}

TEST(TableReader, ReadsTheDocumentsOfItsRevisionOrSaysThatTheyAreGone) {
  Random random(27);
  const tests::TempDir folder;
  Xapian::WritableDatabase database(folder.in("db"), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  write_documents(random, 400, database);
  size_t read = 0;
  size_t gone = 0;
  for (int round = 0; round < 30; ++round) {
    TableReader table(folder.in("db"), Table::kDocuments);
    std::map<uint32_t, std::optional<std::string>> before;
    for (const uint32_t docid : docids_around(database)) {
      before[docid] = expected_data_of(database, docid);
    }
    for (int commit = 0; commit < 3; ++commit) {
      for (const auto& [docid, data] : before) {
        try {
          ASSERT_EQ(data_of(table, docid), data) << docid;
          ++read;
        } catch (const Xapian::DatabaseModifiedError&) {
          ++gone;
        }
      }
      write_documents(random, 10, database);
    }
  }
  EXPECT_GT(read, 1000U);
  EXPECT_GT(gone, 100U);
}

TEST(TableReader, FindsNothingInATableThatIsEmpty) {
  const tests::TempDir folder;
  Xapian::WritableDatabase(folder.in("db"), Xapian::DB_CREATE).commit();
  TableReader table(folder.in("db"), Table::kPostlist);
  EXPECT_FALSE(table.seek("a"));
}

TEST(TableReader, SaysThatTheDatabaseWasModified) {
  const tests::TempDir folder;
  Xapian::WritableDatabase database(folder.in("db"), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  Random random(23);
  write_database(random, database);
  TableReader table(folder.in("db"), Table::kPostlist);
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
  const std::string file = folder.in("db/postlist.glass");
  const std::string whole = tests::read_file(file);
  size_t complaints = 0;
  for (int damage = 0; damage < 300; ++damage) {
    std::string bytes = whole;
    for (int i = 0; i < 40; ++i) {
      // The first bytes of blocks: the header and the directory.
      bytes[random() % (bytes.size() / kBlockSize) * kBlockSize + random() % 64] =
          static_cast<char>(random());
    }
    folder.write("db/postlist.glass", bytes);
    try {
      TableReader table(folder.in("db"), Table::kPostlist);
      for (bool more = table.seek("t"); more; more = table.next()) {
        table.tag();
      }
    } catch (const Xapian::Error&) {
      ++complaints;
    }
  }
  EXPECT_GT(complaints, 100U);
  folder.write("db/postlist.glass", whole.substr(0, kBlockSize / 2));
  TableReader table(folder.in("db"), Table::kPostlist);
  EXPECT_THROW(table.seek("t"), Xapian::DatabaseCorruptError);
}

TEST(TableReader, NamesTheFileThatIsNotThere) {
  const tests::TempDir folder;
  try {
    TableReader table(folder.in("none"), Table::kPostlist);
    FAIL() << "read a table that is not there";
  } catch (const Xapian::DatabaseOpeningError& error) {
    EXPECT_NE(error.get_msg().find("none/iamglass"), std::string::npos) << error.get_msg();
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
