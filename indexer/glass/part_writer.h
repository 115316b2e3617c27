// A private database of a bulk add: documents → the files of a Xapian glass database, written once
// and in order. Xapian's own inverter keeps each posting in a tree of trees, which with writing them
// took three quarters of the time of a bulk add; here postings are gathered in one array and sorted
// at the end; positions are kept elsewhere (positions/position_file.h). Such a database is only there to be merged by Xapian into an index, and so nothing
// that Xapian did not write stays. For one thread.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "indexer/glass/table_writer.h"
#include "indexer/plain_document.h"
#include "indexer/term_numbers.h"

namespace vigie::glass {

class PartWriter {
 public:
  /// Makes the directory `path`. Throws std::system_error, as the others do.
  explicit PartWriter(const std::string& path);

  /// Adds `document` at `docid`, higher than any before.
  void add(uint32_t docid, PlainDocument& document);

  /// Writes what is left; the database can be opened now.
  void finish();

 private:
  struct Posting {
    uint32_t term;
    uint32_t docid;
    uint32_t wdf;
  };

  /// What is written of one slot's values.
  struct Slot {
    uint32_t count = 0;
    std::string least;
    std::string most;
    uint32_t last_docid = 0;
    std::vector<std::pair<uint32_t, std::string>> chunks;  ///< by first docid
  };

  /// Of the database, as its version file says it.
  struct Counts {
    uint32_t documents = 0;
    uint32_t last_docid = 0;
    uint32_t least_length = 0;
    uint32_t most_length = 0;
    uint32_t most_wdf = 0;
    uint64_t length = 0;
  };

  void add_terms(uint32_t docid, TermTable& terms);
  void add_values(uint32_t docid, const std::vector<std::pair<uint32_t, std::string>>& values);
  void write_values();
  void write_postings();
  void write_term(const std::string& term, std::span<const Posting> postings);
  void write_version(const std::string& roots) const;

  std::string path_;
  TableWriter postlists_;
  TableWriter termlists_;
  TableWriter documents_;
  TermNumbers terms_;
  std::vector<Posting> postings_;
  std::vector<std::pair<uint32_t, uint32_t>> lengths_;  ///< of documents, by docid
  std::map<uint32_t, Slot> slots_;
  Counts counts_;
};

}  // namespace vigie::glass
