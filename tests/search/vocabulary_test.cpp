#include "searchd/mirror/vocabulary.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <cstdint>
#include <string>

#include "tests/support/temp_dir.h"

namespace vigie::tests {
namespace {

std::string line_of(const std::string& term, uint32_t count) {
  return term + ' ' + std::to_string(count) + '\n';
}

std::string expected_of(const Xapian::Database& database, const std::string& prefix) {
  std::string lines;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    lines += line_of(*term, term.get_termfreq());
  }
  return lines;
}

std::string read_of(const std::string& path, const std::string& prefix) {
  std::string lines;
  for (const TermCount& term : terms_with_prefix(path, prefix)) {
    lines += line_of(term.term, term.count);
  }
  return lines;
}

/// Terms of many articles, whose postings are in several pieces, beside rare ones; some begin with
/// another, some hold zero bytes.
TEST(TermsWithPrefix, AreThoseThatXapianLists) {
  const TempDir folder;
  Xapian::WritableDatabase database(folder.in("db"), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  for (uint32_t article = 0; article < 6000; ++article) {
    Xapian::Document document;
    document.add_term("Eoften", 1 + article % 300);
    document.add_term(std::string("Eoften\0", 7), 1 + article % 200);
    document.add_term(std::string("Eoften\0er", 9));
    document.add_term("Eoftener");
    document.add_term("E" + std::to_string(article / 7));
    document.add_term("F" + std::to_string(article % 50));
    database.add_document(document);
    if (article % 2500 == 0) {
      database.commit();
    }
  }
  database.commit();
  for (uint32_t article = 1; article < 6000; article += 5) {
    database.delete_document(article);
  }
  database.commit();
  for (const char* prefix : {"E", "F", "Eoften", "Eoftene", "Z"}) {
    EXPECT_EQ(read_of(folder.in("db"), prefix), expected_of(database, prefix)) << prefix;
  }
  EXPECT_NE(read_of(folder.in("db"), "Eoften"), "");
}

}  // namespace
}  // namespace vigie::tests
