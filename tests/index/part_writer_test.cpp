// Parts as we write them against those that Xapian writes of the same documents.
#include "indexer/glass/part_writer.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/writable_index.h"
#include "tests/support/temp_dir.h"

namespace vigie::glass {
namespace {

using Random = std::mt19937;

uint32_t below(Random& random, uint32_t count) {
  return std::uniform_int_distribution<uint32_t>(0, count - 1)(random);
}

/// Some terms are in nearly all documents, most in few; some hold zero bytes, some are long.
std::string random_term(Random& random) {
  const uint32_t rank = below(random, 1 + below(random, 3000));
  std::string term = "t" + std::to_string(rank);
  if (rank % 97 == 0) {
    term += std::string("\0z", 2);
  }
  if (rank % 89 == 0) {
    term += std::string(200, 'l');
  }
  return term;
}

std::string random_bytes(Random& random, size_t size) {
  std::string bytes(size, '\0');
  for (char& byte : bytes) {
    byte = static_cast<char>(below(random, 256));
  }
  return bytes;
}

void add_word(Random& random, TermTable& terms) {
  const uint32_t number = terms.add(random_term(random));
  if (!terms.positions(number).empty()) {
    return;
  }
  terms.add_wdf(number, below(random, 4) == 0 ? below(random, 500) : below(random, 3));
  uint32_t position = 0;
  for (uint32_t left = below(random, 3) == 0 ? below(random, 40) : below(random, 3); left > 0;
       --left) {
    position += 1 + below(random, 1 + below(random, 2000));
    terms.add_position(number, position);
    terms.add_wdf(number, 1);
  }
}

PlainDocument random_document(Random& random) {
  PlainDocument document;
  for (uint32_t left = below(random, 20) == 0 ? 0 : below(random, 400); left > 0; --left) {
    add_word(random, document.terms);
  }
  for (const uint32_t slot : {0U, 1U, 5U, 14U}) {
    if (below(random, 3) != 0) {
      document.values.emplace_back(slot, random_bytes(random, 1 + below(random, 12)));
    }
  }
  const uint32_t size = below(random, 10) == 0 ? below(random, 40000) : below(random, 40);
  document.data = below(random, 2) == 0 ? random_bytes(random, size) : std::string(size, 'x');
  return document;
}

/// Ascending; the steps at which keys become longer are among them.
std::vector<uint32_t> random_docids(Random& random, size_t count) {
  std::set<uint32_t> docids = {0x7FFF, 0x8000, 0x3FFFFF, 0x400000};
  while (docids.size() < count) {
    docids.insert(1 + below(random, below(random, 2) == 0 ? 5000 : 5000000));
  }
  return {docids.begin(), docids.end()};
}

/// All that can be read from a database, a thing a line.
std::string contents(const Xapian::Database& database) {
  std::ostringstream out;
  out << database.get_doccount() << ' ' << database.get_lastdocid() << ' '
      << database.get_total_length() << ' ' << database.get_doclength_lower_bound() << ' '
      << database.get_doclength_upper_bound() << '\n';
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    out << *term << ' ' << term.get_termfreq() << ' ' << database.get_collection_freq(*term) << ' '
        << database.get_wdf_upper_bound(*term);
    for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term);
         ++posting) {
      out << ' ' << *posting << ':' << posting.get_wdf() << ':' << posting.get_doclength();
      for (auto at = posting.positionlist_begin(); at != posting.positionlist_end(); ++at) {
        out << ',' << *at;
      }
    }
    out << '\n';
  }
  for (auto docid = database.postlist_begin(""); docid != database.postlist_end(""); ++docid) {
    const Xapian::Document document = database.get_document(*docid);
    out << *docid << ' ' << document.get_data() << '\n';
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      out << ' ' << *term << ':' << term.get_wdf();
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      out << ' ' << value.get_valueno() << '=' << *value;
    }
    out << '\n';
  }
  for (const Xapian::valueno slot : {0U, 1U, 2U, 5U, 14U}) {
    out << slot << ' ' << database.get_value_freq(slot) << ' '
        << database.get_value_lower_bound(slot) << ' ' << database.get_value_upper_bound(slot);
    for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
         ++value) {
      out << ' ' << value.get_docid() << '=' << *value;
    }
    out << '\n';
  }
  return out.str();
}

/// Writes the documents to `ours` by PartWriter and to `theirs` by Xapian.
void write_both(std::map<uint32_t, PlainDocument>& documents, const std::string& ours,
                const std::string& theirs) {
  PartWriter part(ours);
  Xapian::WritableDatabase database(theirs, Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  for (auto& [docid, document] : documents) {
    part.add(docid, document);
    database.replace_document(docid, xapian_document(document));
  }
  part.finish();
  database.commit();
}

TEST(PartWriter, WritesWhatXapianWrites) {
  for (const size_t count : {5U, 60U, 700U}) {
    Random random(static_cast<uint32_t>(count));
    std::map<uint32_t, PlainDocument> documents;
    for (const uint32_t docid : random_docids(random, count)) {
      documents.emplace(docid, random_document(random));
    }
    const tests::TempDir folder;
    write_both(documents, folder.in("ours"), folder.in("theirs"));
    std::ostringstream complaints;
    EXPECT_EQ(Xapian::Database::check(folder.in("ours"), 0, &complaints), 0U) << complaints.str();
    const std::string expected = contents(Xapian::Database(folder.in("theirs")));
    EXPECT_TRUE(contents(Xapian::Database(folder.in("ours"))) == expected) << count;

    merge_databases({folder.in("ours")}, folder.in("merged"));
    EXPECT_TRUE(contents(Xapian::Database(folder.in("merged"))) == expected) << count;
    complaints.str("");
    EXPECT_EQ(Xapian::Database::check(folder.in("merged"), 0, &complaints), 0U) << complaints.str();
  }
}

TEST(PartWriter, SaysWhichFolderItCannotMake) {
  const tests::TempDir folder;
  try {
    PartWriter part(folder.in("none/part"));
    FAIL() << "made a folder in none";
  } catch (const std::system_error& error) {
    EXPECT_NE(std::string(error.what()).find("none/part"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace vigie::glass
