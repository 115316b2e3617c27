// Which documents of a database have their positions in its file (position_file.h) and which in its
// metadata; and making the file of all of them.
//
// Functions throw Xapian::Error, where they write std::system_error. Any thread, a database each.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace vigie {

/// Of a database at its revision.
struct PositionState {
  uint64_t file = 1;        ///< the number of its file
  uint32_t last_docid = 0;  ///< the file covers the documents up to this
};

/// A part of a bulk add says none: its file covers it.
PositionState position_state_of(const Xapian::Database& database);
/// As kPositionsKey holds it.
std::string to_text(const PositionState& state);

/// The path of a file of the generation, or part, at `path`.
std::string position_file_path(const std::string& path, uint64_t file);

/// The key of the metadata of one document.
std::string positions_key(uint32_t docid);

/// Makes at `destination` one file of the positions that the databases at `sources` hold, without
/// those of documents that are no more. `destination` with an ending is written to meanwhile.
void merge_positions(const std::vector<std::string>& sources, const std::string& destination);

}  // namespace vigie
