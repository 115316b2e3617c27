// What is written of an article: terms, values, data. A bulk add writes it straight into a part
// (glass/part_writer.h); xapian_document() makes of it what Xapian adds itself.
//
// For one thread.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/term_numbers.h"

namespace vigie {

/// The terms of one document while they are gathered: flat, since Xapian's own tree of terms is
/// slow to fill word by word.
class TermTable {
 public:
  /// The number of the term of that text; where it is not there yet, it is added, with a wdf of 0.
  uint32_t add(std::string_view text);
  void add_wdf(uint32_t number, uint32_t wdf) { terms_[number].wdf += wdf; }
  /// Positions ascend.
  void add_position(uint32_t number, uint32_t position);
  void clear();

  uint32_t size() const { return numbers_.size(); }
  const std::string& text(uint32_t number) const { return numbers_.text(number); }
  uint32_t wdf(uint32_t number) const { return terms_[number].wdf; }
  /// The sum of all wdfs.
  uint32_t length() const;
  /// The numbers of the terms, by their texts' bytes; valid until the next call.
  const std::vector<uint32_t>& sorted();
  /// Where the term stands; valid until the next call.
  const std::vector<uint32_t>& positions(uint32_t number);

 private:
  static constexpr uint32_t kNone = 0xFFFFFFFF;

  struct Term {
    uint32_t wdf = 0;
    uint32_t first_place = kNone;
    uint32_t last_place = kNone;
  };

  struct Place {
    uint32_t position;
    uint32_t next;
  };

  TermNumbers numbers_;
  std::vector<Term> terms_;  // by number
  std::vector<Place> places_;
  std::vector<uint32_t> sorted_;
  std::vector<uint32_t> positions_;
};

struct PlainDocument {
  TermTable terms;
  std::vector<std::pair<uint32_t, std::string>> values;  ///< by slot; none is empty
  std::string data;
};

/// The same for Xapian to add, but for positions, which it is not asked to keep.
Xapian::Document xapian_document(PlainDocument& document);

}  // namespace vigie
