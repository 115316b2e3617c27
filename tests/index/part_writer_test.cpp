// Parts as we write them against those that Xapian writes of the same documents.
#include "indexer/glass/part_writer.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/positions/position_file.h"
#include "indexer/positions/position_state.h"
#include "indexer/writable_index.h"
#include "tests/index/random_documents.h"
#include "tests/support/temp_dir.h"

namespace vigie::glass {
namespace {

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
  PositionFileWriter(position_file_path(ours, 1)).finish();  // which merging asks for
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
