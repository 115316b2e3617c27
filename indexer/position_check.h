// Whether the positions that an index holds are those of its articles' words. For one thread.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/plain_document.h"
#include "indexer/positions/position_file.h"
#include "indexer/positions/position_state.h"

namespace vigie {

class PositionCheck {
 public:
  /// `database`, in the folder `path`, must outlive it.
  PositionCheck(const Xapian::Database& database, std::string path);

  /// Notes what document `docid` should have; false where the metadata say otherwise. What the file
  /// says is left for file_damage().
  bool agree(Xapian::docid docid, TermTable& expected);

  /// What is wrong with the file, once all documents that are whole have been noted; empty where
  /// nothing is.
  std::string file_damage() const;

 private:
  /// A sum over all lists of the noted documents that comes out the same in any order.
  struct Sum {
    uint64_t lists = 0;
    uint64_t hash = 0;

    void add(std::string_view term, uint32_t docid, std::string_view list);
    bool operator==(const Sum&) const = default;
  };

  void add_chunk(const PositionChunk& chunk, Sum& sum) const;
  Sum sum_of_file() const;

  const Xapian::Database& database_;
  const std::string path_;
  const PositionState state_;
  std::vector<bool> noted_;  ///< by docid: the file should have it
  Sum expected_;
};

}  // namespace vigie
