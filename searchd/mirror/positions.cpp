#include "searchd/mirror/positions.h"

#include <string_view>

#include "indexer/glass/pack.h"
#include "indexer/glass/positions.h"
#include "indexer/glass/table_reader.h"

namespace vigie {

namespace {

/// The entries of one term, by docid.
class TermPositions {
 public:
  TermPositions(const std::string& path, const std::string& term)
      : table_(path, glass::Table::kPositions) {
    glass::pack_sorted_string(prefix_, term, true);
    look(table_.seek(prefix_));
  }

  /// Goes to the first article at `docid` or above; whether it is that.
  bool skip_to(uint32_t docid) {
    while (more_ && docid_ < docid) {
      look(table_.next());
    }
    return more_ && docid_ == docid;
  }

  void append_to(std::vector<uint32_t>& places) { glass::unpack_positions(table_.tag(), places); }

 private:
  void look(bool found) {
    const std::string_view key = found ? table_.key() : std::string_view();
    more_ = key.substr(0, prefix_.size()) == prefix_;
    docid_ = more_ ? glass::unpack_sorted_uint(key.substr(prefix_.size())) : 0;
  }

  glass::TableReader table_;
  std::string prefix_;
  bool more_ = false;
  uint32_t docid_ = 0;
};

}  // namespace

Positions load_positions(const Postings& postings, const std::string& path,
                         const std::string& term) {
  Positions positions;
  positions.begins.reserve(postings.size() + 1);
  TermPositions entries(path, term);
  for (const uint32_t docid : postings.docids) {
    if (entries.skip_to(docid)) {
      entries.append_to(positions.places);
    }
    positions.begins.push_back(static_cast<uint32_t>(positions.places.size()));
  }
  positions.places.shrink_to_fit();
  return positions;
}

}  // namespace vigie
