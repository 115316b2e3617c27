#include "indexer/positions/position_state.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "indexer/positions/document_positions.h"
#include "indexer/positions/position_file.h"
#include "indexer/positions/position_gatherer.h"
#include "indexer/schema.h"

namespace vigie {

namespace {

/// Writes the file of the documents above `last_docid`. Whether there are any.
bool write_rest(const Xapian::Database& database, const std::string& path, uint32_t last_docid,
                const std::string& destination) {
  if (last_docid == database.get_lastdocid()) {
    return false;
  }
  PositionGatherer gatherer;
  DocumentPositions(database, path)
      .each_after(last_docid, database.get_lastdocid(),
                  [&gatherer](uint32_t docid, const std::string& term, std::string_view packed) {
                    gatherer.add(term, docid, packed);
                  });
  gatherer.write(destination);
  return true;
}

/// Notes the documents up to `last_docid` that are no more.
void note_dropped(const Xapian::Database& database, uint32_t last_docid,
                  std::vector<bool>& dropped) {
  dropped.resize(std::max<size_t>(dropped.size(), size_t{last_docid} + 1), false);
  uint32_t next = 1;
  for (auto document = database.postlist_begin("");
       document != database.postlist_end("") && *document <= last_docid; ++document) {
    std::fill(dropped.begin() + next, dropped.begin() + *document, true);
    next = *document + 1;
  }
  std::fill(dropped.begin() + next, dropped.begin() + last_docid + 1, true);
}

}  // namespace

PositionState position_state_of(const Xapian::Database& database) {
  const std::string text = database.get_metadata(schema::kPositionsKey);
  PositionState state;
  if (text.empty()) {
    state.last_docid = database.get_lastdocid();
    return state;
  }
  const char* const end = text.data() + text.size();
  const auto number = std::from_chars(text.data(), end, state.file);
  const char* const rest = number.ptr == end ? end : number.ptr + 1;
  const auto docid = std::from_chars(rest, end, state.last_docid);
  if (number.ec != std::errc() || docid.ec != std::errc() || docid.ptr != end) {
    throw Xapian::DatabaseCorruptError("what it says of its file of positions is damaged: " + text);
  }
  return state;
}

std::string to_text(const PositionState& state) {
  return std::to_string(state.file) + " " + std::to_string(state.last_docid);
}

std::string position_file_path(const std::string& path, uint64_t file) {
  return path + "/positions-" + std::to_string(file);
}

std::string positions_key(uint32_t docid) {
  return schema::kPositionsOfKey + std::to_string(docid);
}

void merge_positions(const std::vector<std::string>& sources, const std::string& destination) {
  std::vector<std::string> files;
  std::vector<std::string> temporary;
  std::vector<bool> dropped;
  for (const std::string& source : sources) {
    const Xapian::Database database(source);
    const PositionState state = position_state_of(database);
    files.push_back(position_file_path(source, state.file));
    if (database.get_metadata(schema::kPositionsKey).empty()) {
      continue;  // a part, which has lost none
    }
    note_dropped(database, state.last_docid, dropped);
    const std::string rest = destination + "-rest-" + std::to_string(files.size());
    if (write_rest(database, source, state.last_docid, rest)) {
      files.push_back(rest);
      temporary.push_back(rest);
    }
  }
  merge_position_files(files, destination, dropped);
  for (const std::string& file : temporary) {
    std::filesystem::remove(file);
  }
}

}  // namespace vigie
