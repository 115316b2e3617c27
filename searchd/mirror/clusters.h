// Clusters: articles told once, their copies grouped around them.
//
// Which articles are copies is decided pair by pair (copies.h); a cluster is a function of the
// pairs among live articles: of those not in one yet, the article with the most copies takes these
// to itself, and so on. So no chain of copies of copies grows, and the clusters are the same
// whatever the order, the batches and the updates in which the articles came.
//
// Kept in chunks shared between the snapshots that hold them. Immutable once in a snapshot: any
// thread may read.
#pragma once

#include <cstdint>
#include <memory>
#include <roaring/roaring.hh>
#include <vector>

#include "searchd/mirror/copies.h"

namespace vigie {

/// An article that comes in.
struct AddedOriginal {
  uint32_t docid;
  Original original;
};

class Clusters {
 public:
  /// The cluster of an article, 0 where it has no copies. Clusters are called by the lowest docid
  /// in them; the name may change as articles go.
  uint32_t cluster_of(uint32_t docid) const;
  /// The docids of a cluster that cluster_of() named, ascending.
  std::vector<uint32_t> members(uint32_t cluster) const;
  /// The articles that have copies.
  Roaring clustered() const;
  size_t bytes() const;

 private:
  friend class ClustersBuilder;

  /// How an article hangs together with others; docids are 0 where it does not.
  struct Links {
    uint32_t cluster = 0;
    uint32_t next_member = 0;  ///< of the cluster, in a ring
    uint32_t next_linked = 0;  ///< of those linked by copies of copies, in a ring; kGone: deleted
  };
  static constexpr uint32_t kGone = UINT32_MAX;
  static constexpr uint32_t kChunkBits = 12;
  static constexpr uint32_t kChunkDocids = 1U << kChunkBits;
  using OriginalChunk = std::vector<Original>;
  using LinkChunk = std::vector<Links>;

  static void append_clustered(const LinkChunk& chunk, uint32_t docid,
                               std::vector<uint32_t>& docids);
  Links links(uint32_t docid) const;

  std::vector<std::shared_ptr<const OriginalChunk>> originals_;  // shared: between snapshots
  std::vector<std::shared_ptr<const LinkChunk>> links_;          // likewise
};

/// The clusters after `added` came (docids ascending, above all before) and `removed` went. Costs
/// a walk over all fingerprints, but what is compared and grouped anew are the added and what hangs
/// together with the added and the removed. Where more than kMostMeeting have a key in common, which
/// of them are found may depend on the history.
Clusters extend_clusters(const Clusters& start, const std::vector<AddedOriginal>& added,
                         const std::vector<uint32_t>& removed);

}  // namespace vigie
