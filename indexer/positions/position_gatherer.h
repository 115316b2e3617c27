// Documents → the file of where their words stand (position_file.h): gathered in one array, sorted
// at the end. For one thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/plain_document.h"
#include "indexer/term_numbers.h"

namespace vigie {

class PositionGatherer {
 public:
  /// Adds the packed list of one term in document `docid`, not lower than any before.
  void add(std::string_view term, uint32_t docid, std::string_view list);
  /// Adds all terms of a document that have positions.
  void add(uint32_t docid, TermTable& terms);

  /// Throws std::system_error.
  void write(const std::string& path) const;

 private:
  struct Entry {
    uint32_t term;
    uint32_t docid;
    uint32_t begin;  ///< in lists_
    uint32_t size;
  };

  TermNumbers terms_;
  std::vector<Entry> entries_;
  std::string lists_;
};

}  // namespace vigie
