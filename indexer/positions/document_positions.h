// The positions of one document's words, whether they are in the file or in the metadata. For one
// thread. Functions throw Xapian::Error.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/plain_document.h"
#include "indexer/positions/position_file.h"
#include "indexer/positions/position_list.h"
#include "indexer/positions/position_state.h"

namespace vigie {

/// Whether `term` is one that has positions: a word.
bool has_positions(std::string_view term);

/// The positions of a document as the metadata hold them: the lists of its words, in the order of
/// its term list, which they rely on.
std::string packed_positions(TermTable& terms);

/// Calls use(term, packed list) for each term of a document that has positions.
template <typename Use>
void each_position_list(TermTable& terms, const Use& use) {
  std::string list;
  for (uint32_t number = 0; number < terms.size(); ++number) {
    if (const std::vector<uint32_t>& positions = terms.positions(number); !positions.empty()) {
      list.clear();
      append_position_list(list, positions);
      use(terms.text(number), std::string_view(list));
    }
  }
}

class DocumentPositions {
 public:
  /// `database`, in the folder `path`, must outlive it, at one revision.
  DocumentPositions(const Xapian::Database& database, std::string path);

  /// Calls use(docid, term, packed list) for each word that has positions in the documents above
  /// `last` and up to `most`.
  template <typename Use>
  void each_after(uint32_t last, uint32_t most, const Use& use) {
    auto document = database_.postlist_begin("");
    document.skip_to(last + 1);
    for (; document != database_.postlist_end("") && *document <= most; ++document) {
      each(*document,
           [&](const std::string& term, std::string_view packed) { use(*document, term, packed); });
    }
  }

  /// Calls use(term, packed list) for each word of document `docid` that has positions.
  template <typename Use>
  void each(uint32_t docid, const Use& use) {
    begin(docid);
    for (auto term = database_.termlist_begin(docid); term != database_.termlist_end(docid);
         ++term) {
      const std::string word = *term;
      const std::string_view packed = has_positions(word) ? list(word) : std::string_view();
      if (!packed.empty()) {
        use(word, packed);
      }
    }
  }

 private:
  void begin(uint32_t docid);
  /// The packed list of `term`, a word of the document: asked of all of them, in the order of the
  /// term list. Empty where none are known. Valid until the next call.
  std::string_view list(const std::string& term);
  std::string_view list_in_file(const std::string& term);

  const Xapian::Database& database_;
  const std::string path_;
  const PositionState state_;
  std::unique_ptr<PositionReader> file_;  ///< once it is needed
  uint32_t docid_ = 0;
  std::string packed_;     ///< of the document, from the metadata
  std::string_view left_;  ///< of that
};

}  // namespace vigie
