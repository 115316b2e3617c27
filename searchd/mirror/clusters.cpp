#include "searchd/mirror/clusters.h"

#include <algorithm>
#include <bitset>
#include <unordered_map>
#include <utility>

#include "searchd/mirror/grouping.h"

namespace vigie {

namespace {

/// Whom of the newly come an article meets. Most meet none, which a bit for each row and part of a
/// key tells without looking further.
class Meeting {
 public:
  explicit Meeting(const std::vector<AddedOriginal>& added) : rows_(kMeetingRows), added_(added) {
    for (uint32_t i = 0; i < added.size(); ++i) {
      for (size_t row = 0; added[i].original.comparable() && row < kMeetingRows; ++row) {
        const uint32_t key = meeting_key(added[i].original, row);
        rows_[row].set(part_of(key));
        by_key_.emplace(place_of(row, key), i);
      }
    }
  }

  /// Whether `original` is a copy of one that came.
  bool has_copy_of(const Original& original) const {
    for (size_t row = 0; row < kMeetingRows; ++row) {
      const uint32_t key = meeting_key(original, row);
      if (rows_[row].test(part_of(key)) && has_copy_at(place_of(row, key), original)) {
        return true;
      }
    }
    return false;
  }

 private:
  static constexpr size_t kParts = 1U << 16U;
  static size_t part_of(uint32_t key) { return (key ^ (key >> 8U)) % kParts; }
  static uint32_t place_of(size_t row, uint32_t key) {
    constexpr unsigned kKeyBits = 24;
    return static_cast<uint32_t>(row) << kKeyBits | key;
  }

  bool has_copy_at(uint32_t place, const Original& original) const {
    auto [found, last] = by_key_.equal_range(place);
    for (size_t met = 0; found != last && met < kMostMeeting; ++found, ++met) {
      if (are_copies(added_[found->second].original, original)) {
        return true;
      }
    }
    return false;
  }

  std::vector<std::bitset<kParts>> rows_;
  std::unordered_multimap<uint32_t, uint32_t> by_key_;
  const std::vector<AddedOriginal>& added_;
};

}  // namespace

Clusters::Links Clusters::links(uint32_t docid) const {
  const uint32_t chunk = docid >> kChunkBits;
  const uint32_t index = docid & (kChunkDocids - 1);
  if (chunk >= links_.size() || index >= links_[chunk]->size()) {
    return {};
  }
  return (*links_[chunk])[index];
}

uint32_t Clusters::cluster_of(uint32_t docid) const {
  return links(docid).cluster;
}

std::vector<uint32_t> Clusters::members(uint32_t cluster) const {
  std::vector<uint32_t> docids;
  if (links(cluster).cluster != cluster || cluster == 0) {
    return docids;
  }
  uint32_t at = cluster;
  do {
    docids.push_back(at);
    at = links(at).next_member;
  } while (at != cluster);
  return docids;
}

/// Those of a chunk, whose first docid is `docid`.
void Clusters::append_clustered(const LinkChunk& chunk, uint32_t docid,
                                std::vector<uint32_t>& docids) {
  for (const Links& links : chunk) {
    if (links.cluster != 0) {
      docids.push_back(docid);
    }
    ++docid;
  }
}

Roaring Clusters::clustered() const {
  std::vector<uint32_t> docids;
  for (uint32_t chunk = 0; chunk < links_.size(); ++chunk) {
    append_clustered(*links_[chunk], chunk << kChunkBits, docids);
  }
  return Roaring(docids.size(), docids.data());
}

size_t Clusters::bytes() const {
  size_t total = 0;
  for (const auto& chunk : originals_) {
    total += chunk->capacity() * sizeof(Original);
  }
  for (const auto& chunk : links_) {
    total += chunk->capacity() * sizeof(Links);
  }
  return total;
}

/// Makes the next clusters of the last, chunk by chunk where they change. For one thread.
class ClustersBuilder {
 public:
  explicit ClustersBuilder(const Clusters& start)
      : clusters_(start), open_links_(start.links_.size()) {}

  void remove(const std::vector<uint32_t>& removed) {
    for (const uint32_t docid : removed) {
      touch_ring(docid);
    }
    for (const uint32_t docid : removed) {
      open(docid) = {0, 0, Clusters::kGone};
    }
  }

  void add(const std::vector<AddedOriginal>& added) {
    if (!added.empty() && !clusters_.originals_.empty()) {
      touch_copies_of(added);
    }
    for (const AddedOriginal& article : added) {
      append(article);
      touched_.push_back(article.docid);
    }
  }

  Clusters finish() {
    group_touched();
    for (size_t chunk = 0; chunk < open_links_.size(); ++chunk) {
      if (open_links_[chunk]) {
        clusters_.links_[chunk] = std::move(open_links_[chunk]);
      }
    }
    if (open_originals_) {
      clusters_.originals_.back() = std::move(open_originals_);
    }
    return std::move(clusters_);
  }

 private:
  using Links = Clusters::Links;

  /// The links of `docid`, to be changed.
  Links& open(uint32_t docid) {
    const uint32_t chunk = docid >> Clusters::kChunkBits;
    const uint32_t index = docid & (Clusters::kChunkDocids - 1);
    while (clusters_.links_.size() <= chunk) {
      clusters_.links_.push_back(std::make_shared<Clusters::LinkChunk>());
      open_links_.emplace_back();
    }
    if (!open_links_[chunk]) {
      open_links_[chunk] = std::make_unique<Clusters::LinkChunk>(*clusters_.links_[chunk]);
    }
    if (open_links_[chunk]->size() <= index) {
      open_links_[chunk]->resize(index + 1);
    }
    return (*open_links_[chunk])[index];
  }

  void append(const AddedOriginal& article) {
    const uint32_t chunk = article.docid >> Clusters::kChunkBits;
    if (clusters_.originals_.size() <= chunk && open_originals_) {
      clusters_.originals_.back() = std::move(open_originals_);
    }
    while (clusters_.originals_.size() <= chunk) {
      clusters_.originals_.push_back(std::make_shared<Clusters::OriginalChunk>());
    }
    if (!open_originals_) {
      open_originals_ = std::make_unique<Clusters::OriginalChunk>(*clusters_.originals_.back());
    }
    open_originals_->resize(article.docid & (Clusters::kChunkDocids - 1));
    open_originals_->push_back(article.original);
    open(article.docid) = {};
  }

  const Original& original(uint32_t docid) const {
    const uint32_t chunk = docid >> Clusters::kChunkBits;
    const uint32_t index = docid & (Clusters::kChunkDocids - 1);
    const bool is_open = open_originals_ && chunk + 1 == clusters_.originals_.size();
    return is_open ? (*open_originals_)[index] : (*clusters_.originals_[chunk])[index];
  }

  /// Has `docid` and all that hang together with it grouped anew.
  void touch_ring(uint32_t docid) {
    uint32_t at = docid;
    while (at != 0 && at != Clusters::kGone) {
      touched_.push_back(at);
      at = std::exchange(open(at), {}).next_linked;
    }
  }

  /// The same of the articles that are copies of one that came.
  void touch_copies_of(const std::vector<AddedOriginal>& added) {
    const Meeting meeting(added);
    for (uint32_t chunk = 0; chunk < clusters_.originals_.size(); ++chunk) {
      touch_copies_in(*clusters_.originals_[chunk], chunk << Clusters::kChunkBits, meeting);
    }
  }

  /// Those of a chunk, whose first docid is `first`.
  void touch_copies_in(const Clusters::OriginalChunk& originals, uint32_t first,
                       const Meeting& meeting) {
    for (uint32_t i = 0; i < originals.size(); ++i) {
      if (originals[i].comparable() && meeting.has_copy_of(originals[i]) && !is_gone(first + i)) {
        touch_ring(first + i);
      }
    }
  }

  bool is_gone(uint32_t docid) const {
    const uint32_t chunk = docid >> Clusters::kChunkBits;
    const Links links = chunk < open_links_.size() && open_links_[chunk]
                            ? (*open_links_[chunk])[docid & (Clusters::kChunkDocids - 1)]
                            : clusters_.links(docid);
    return links.next_linked == Clusters::kGone;
  }

  void group_touched() {
    std::sort(touched_.begin(), touched_.end());
    touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
    std::vector<uint32_t> docids;
    std::vector<Original> originals;
    for (const uint32_t docid : touched_) {
      if (!is_gone(docid) && original(docid).comparable()) {
        docids.push_back(docid);
        originals.push_back(original(docid));
      }
    }
    const Grouping grouping = group_copies(docids, originals);
    for (const std::vector<uint32_t>& linked : grouping.linked) {
      for (size_t i = 0; i < linked.size(); ++i) {
        open(linked[i]).next_linked = linked[(i + 1) % linked.size()];
      }
    }
    for (const std::vector<uint32_t>& cluster : grouping.clusters) {
      for (size_t i = 0; i < cluster.size(); ++i) {
        open(cluster[i]).cluster = cluster.front();
        open(cluster[i]).next_member = cluster[(i + 1) % cluster.size()];
      }
    }
  }

  Clusters clusters_;
  std::vector<std::unique_ptr<Clusters::LinkChunk>> open_links_;
  std::unique_ptr<Clusters::OriginalChunk> open_originals_;  // of the last chunk
  std::vector<uint32_t> touched_;
};

Clusters extend_clusters(const Clusters& start, const std::vector<AddedOriginal>& added,
                         const std::vector<uint32_t>& removed) {
  ClustersBuilder builder(start);
  builder.remove(removed);
  builder.add(added);
  return builder.finish();
}

}  // namespace vigie
