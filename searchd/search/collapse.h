// Collapsing: a story that several articles tell in the same words is shown and counted once.
//
// Which articles are copies of each other is the mirror's business (mirror/clusters.h). Any thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <roaring/roaring.hh>
#include <vector>

#include "searchd/mirror/snapshot.h"
#include "searchd/search/ranking.h"

namespace vigie {

/// The matches of each cluster of which two or more match.
using Copies = std::vector<std::vector<uint32_t>>;
Copies copies_among(const Roaring& matches, const Snapshot& snapshot);

/// How many of them are not shown.
uint64_t surplus(const Copies& copies);

/// Calls use(number) each time that the copies of a cluster have a number that one of them has had
/// already. add_numbers(docid, numbers) appends the numbers of an article, each once.
template <typename AddNumbers, typename Use>
void each_repetition(const Copies& copies, const AddNumbers& add_numbers, const Use& use) {
  std::vector<uint32_t> numbers;
  for (const std::vector<uint32_t>& cluster : copies) {
    numbers.clear();
    for (const uint32_t docid : cluster) {
      add_numbers(docid, numbers);
    }
    std::sort(numbers.begin(), numbers.end());
    for (auto at = numbers.begin(); (at = std::adjacent_find(at, numbers.end())) != numbers.end();
         ++at) {
      use(*at);
    }
  }
}

/// Of `ranked`, the first of each cluster.
std::vector<Ranked> first_of_clusters(const std::vector<Ranked>& ranked, const Clusters& clusters);

/// The first `most` stories in the order of which order(count) gives the first `count` articles.
template <typename Order>
std::vector<Ranked> first_stories(const Order& order, size_t most, const Clusters& clusters) {
  for (size_t asked = most;; asked *= 2) {
    const std::vector<Ranked> ranked = order(asked);
    std::vector<Ranked> stories = first_of_clusters(ranked, clusters);
    if (stories.size() >= most || ranked.size() < asked) {
      stories.resize(std::min(stories.size(), most));
      return stories;
    }
  }
}

}  // namespace vigie
