#include "searchd/mirror/positions.h"

#include "indexer/positions/position_list.h"

namespace vigie {

namespace {

/// Appends the articles of `chunk`; of those not `wanted`, where given, none.
void append_chunk(const PositionChunk& chunk, const Roaring* wanted, Positions& positions) {
  ChunkDocuments documents(chunk);
  while (documents.next()) {
    if (wanted == nullptr || wanted->contains(documents.docid())) {
      positions.append(documents.docid(), documents.list());
    } else {
      take_packed_list(documents.list());
    }
  }
}

Positions load_all(PositionReader& reader, const std::string& term, size_t expected) {
  Positions positions;
  positions.reserve(expected);
  for (bool more = reader.seek(term, 0); more && reader.chunk().term == term;
       more = reader.next()) {
    append_chunk(reader.chunk(), nullptr, positions);
  }
  return positions;
}

/// Goes from one chunk that may hold any to the next.
Positions load_wanted(PositionReader& reader, const std::string& term, const Roaring& wanted) {
  Positions positions;
  Roaring::const_iterator docid = wanted.begin();
  while (docid != wanted.end() && reader.seek(term, *docid)) {
    append_chunk(reader.chunk(), &wanted, positions);
    docid.equalorlarger(reader.chunk().last_docid + 1);
  }
  return positions;
}

}  // namespace

void Positions::append(uint32_t docid, std::string_view& packed) {
  take_position_list(packed, places);
  docids.push_back(docid);
  begins.push_back(static_cast<uint32_t>(places.size()));
}

void Positions::append(const Positions& newer) {
  const auto before = static_cast<uint32_t>(places.size());
  docids.insert(docids.end(), newer.docids.begin(), newer.docids.end());
  places.insert(places.end(), newer.places.begin(), newer.places.end());
  for (size_t i = 1; i < newer.begins.size(); ++i) {
    begins.push_back(before + newer.begins[i]);
  }
}

void Positions::reserve(size_t articles) {
  docids.reserve(articles);
  begins.reserve(articles + 1);
  places.reserve(articles + articles / 2);
}

void Positions::shrink() {
  docids.shrink_to_fit();
  begins.shrink_to_fit();
  places.shrink_to_fit();
}

Positions load_positions(const PositionFile& file, const std::string& term, size_t expected,
                         const Roaring* wanted) {
  PositionReader reader(file);
  Positions positions =
      wanted == nullptr ? load_all(reader, term, expected) : load_wanted(reader, term, *wanted);
  positions.shrink();
  return positions;
}

}  // namespace vigie
