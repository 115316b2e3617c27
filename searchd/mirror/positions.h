// Positions: where in its articles one term stands, in memory; for phrases and NEAR.
//
// Copied once from the index, then immutable: any thread may read them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <roaring/roaring.hh>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/positions/position_file.h"

namespace vigie {

struct Positions {
  std::vector<uint32_t> docids;  ///< ascending
  /// Of the article at each index: where its places begin; one more at the end.
  std::vector<uint32_t> begins = {0};
  std::vector<uint32_t> places;  ///< ascending within an article

  /// Adds an article, above all before, of whose packed list (positions/position_list.h) the places
  /// are taken.
  void append(uint32_t docid, std::string_view& packed);
  /// Adds those of `newer`, whose articles are above all.
  void append(const Positions& newer);
  void reserve(size_t articles);
  void shrink();
  size_t bytes() const {
    return sizeof *this +
           (docids.capacity() + begins.capacity() + places.capacity()) * sizeof(uint32_t);
  }
};

using PositionsByTerm = std::unordered_map<std::string, Positions>;

/// Those of the term in the file, which some `expected` articles hold; of the articles `wanted`
/// alone, where given. Throws what PositionReader throws.
Positions load_positions(const PositionFile& file, const std::string& term, size_t expected,
                         const Roaring* wanted);

}  // namespace vigie
