#include "indexer/positions/document_positions.h"

#include <utility>

#include "indexer/positions/position_list.h"
#include "indexer/schema.h"

namespace vigie {

namespace {

constexpr std::string_view kNoPositions("\0", 1);  // a list of none

}  // namespace

bool has_positions(std::string_view term) {
  using schema::Prefix;
  const auto prefix = static_cast<Prefix>(term.empty() ? '\0' : term.front());
  return prefix == Prefix::kFrenchWord || prefix == Prefix::kEnglishWord ||
         prefix == Prefix::kOtherWord;
}

std::string packed_positions(TermTable& terms) {
  std::string packed;
  for (const uint32_t number : terms.sorted()) {
    if (has_positions(terms.text(number))) {
      append_position_list(packed, terms.positions(number));
    }
  }
  return packed;
}

DocumentPositions::DocumentPositions(const Xapian::Database& database, std::string path)
    : database_(database), path_(std::move(path)), state_(position_state_of(database)) {}

void DocumentPositions::begin(uint32_t docid) {
  docid_ = docid;
  packed_ = docid > state_.last_docid ? database_.get_metadata(positions_key(docid)) : "";
  left_ = packed_;
}

std::string_view DocumentPositions::list(const std::string& term) {
  if (docid_ <= state_.last_docid) {
    return list_in_file(term);
  }
  const std::string_view packed = left_.empty() ? left_ : take_packed_list(left_);
  return packed == kNoPositions ? std::string_view() : packed;
}

std::string_view DocumentPositions::list_in_file(const std::string& term) {
  if (!file_) {
    file_ = std::make_unique<PositionReader>(PositionFile(position_file_path(path_, state_.file)));
  }
  if (!file_->seek(term, docid_) || file_->chunk().first_docid > docid_) {
    return {};
  }
  ChunkDocuments documents(file_->chunk());
  while (documents.next() && documents.docid() <= docid_) {
    const std::string_view packed = take_packed_list(documents.list());
    if (documents.docid() == docid_) {
      return packed;
    }
  }
  return {};
}

}  // namespace vigie
