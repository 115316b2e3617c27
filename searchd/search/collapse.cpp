#include "searchd/search/collapse.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace vigie {

Copies copies_among(const Roaring& matches, const Snapshot& snapshot) {
  std::unordered_map<uint32_t, std::vector<uint32_t>> by_cluster;
  for (const uint32_t docid : matches& snapshot.clustered) {
    by_cluster[snapshot.clusters.cluster_of(docid)].push_back(docid);
  }
  Copies copies;
  for (auto& [cluster, docids] : by_cluster) {
    if (docids.size() > 1) {
      copies.push_back(std::move(docids));
    }
  }
  return copies;
}

uint64_t surplus(const Copies& copies) {
  uint64_t count = 0;
  for (const std::vector<uint32_t>& cluster : copies) {
    count += cluster.size() - 1;
  }
  return count;
}

std::vector<Ranked> first_of_clusters(const std::vector<Ranked>& ranked, const Clusters& clusters) {
  std::vector<Ranked> first;
  std::unordered_set<uint32_t> seen;
  for (const Ranked& each : ranked) {
    const uint32_t cluster = clusters.cluster_of(each.docid);
    if (cluster == 0 || seen.insert(cluster).second) {
      first.push_back(each);
    }
  }
  return first;
}

}  // namespace vigie
