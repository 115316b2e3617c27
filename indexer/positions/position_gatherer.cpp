#include "indexer/positions/position_gatherer.h"

#include "indexer/positions/document_positions.h"
#include "indexer/positions/position_file.h"

namespace vigie {

void PositionGatherer::add(std::string_view term, uint32_t docid, std::string_view list) {
  entries_.push_back({terms_.of(term), docid, static_cast<uint32_t>(lists_.size()),
                      static_cast<uint32_t>(list.size())});
  lists_ += list;
}

void PositionGatherer::add(uint32_t docid, TermTable& terms) {
  each_position_list(terms, [this, docid](const std::string& term, std::string_view list) {
    add(term, docid, list);
  });
}

void PositionGatherer::write(const std::string& path) const {
  std::vector<uint32_t> order;
  terms_.sort(order);
  PositionFileWriter file(path);
  for (const Entry& entry : sorted_by_term(entries_, order)) {
    file.add(terms_.text(entry.term), entry.docid,
             std::string_view(lists_).substr(entry.begin, entry.size));
  }
  file.finish();
}

}  // namespace vigie
