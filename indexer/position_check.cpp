#include "indexer/position_check.h"

#include <xxhash.h>

#include <utility>

#include "indexer/positions/document_positions.h"
#include "indexer/positions/position_file.h"
#include "indexer/positions/position_list.h"

namespace vigie {

PositionCheck::PositionCheck(const Xapian::Database& database, std::string path)
    : database_(database),
      path_(std::move(path)),
      state_(position_state_of(database)),
      noted_(size_t{state_.last_docid} + 1, false) {}

void PositionCheck::Sum::add(std::string_view term, uint32_t docid, std::string_view list) {
  ++lists;
  hash += XXH3_64bits_withSeed(term.data(), term.size(), docid) *
          (XXH3_64bits(list.data(), list.size()) | 1U);
}

bool PositionCheck::agree(Xapian::docid docid, TermTable& expected) {
  if (docid > state_.last_docid) {
    return database_.get_metadata(positions_key(docid)) == packed_positions(expected);
  }
  noted_[docid] = true;
  each_position_list(expected, [this, docid](const std::string& term, std::string_view list) {
    expected_.add(term, docid, list);
  });
  return true;
}

/// Adds the noted documents of `chunk`.
void PositionCheck::add_chunk(const PositionChunk& chunk, Sum& sum) const {
  ChunkDocuments documents(chunk);
  while (documents.next()) {
    const std::string_view list = take_packed_list(documents.list());
    if (documents.docid() < noted_.size() && noted_[documents.docid()]) {
      sum.add(chunk.term, documents.docid(), list);
    }
  }
}

PositionCheck::Sum PositionCheck::sum_of_file() const {
  Sum sum;
  PositionReader reader{PositionFile(position_file_path(path_, state_.file))};
  for (bool more = reader.begin(); more; more = reader.next()) {
    add_chunk(reader.chunk(), sum);
  }
  return sum;
}

std::string PositionCheck::file_damage() const {
  try {
    return sum_of_file() == expected_
               ? ""
               : "the file of positions does not say where the articles' words stand";
  } catch (const Xapian::Error& error) {
    return "the file of positions cannot be read: " + error.get_msg();
  }
}

}  // namespace vigie
