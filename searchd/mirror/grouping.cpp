#include "searchd/mirror/grouping.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace vigie {

namespace {

/// The first of what articles are ordered by: day and text, as one number.
uint64_t order_key(const Original& original) {
  constexpr unsigned kHigh = 32;
  return uint64_t{static_cast<uint32_t>(original.day)} << kHigh | original.fingerprint.text;
}

/// The rest of an order that tells nothing of when an article came. Articles of several languages
/// may stand in any order: they are never together.
bool comes_before(const Original& a, const Original& b) {
  return a.language != b.language ? a.language < b.language : a.fingerprint < b.fingerprint;
}

/// Articles that cannot be told apart, taken as one: a thousand of them are no million pairs.
struct Vertices {
  std::vector<Original> originals;
  std::vector<std::vector<uint32_t>> docids;  ///< of each
  std::vector<std::vector<uint32_t>> copies;  ///< of each, other vertices
  std::vector<uint32_t> weight;               ///< articles among its copies and itself
};

Vertices make_vertices(const std::vector<uint32_t>& docids,
                       const std::vector<Original>& originals) {
  std::vector<std::pair<uint64_t, uint32_t>> order;
  order.reserve(docids.size());
  for (uint32_t i = 0; i < docids.size(); ++i) {
    order.emplace_back(order_key(originals[i]), i);
  }
  std::sort(order.begin(), order.end(), [&originals](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first
                              : comes_before(originals[a.second], originals[b.second]);
  });
  Vertices vertices;
  uint64_t last = 0;
  for (const auto& [key, i] : order) {
    if (vertices.originals.empty() || key != last ||
        comes_before(vertices.originals.back(), originals[i])) {
      vertices.originals.push_back(originals[i]);
      vertices.docids.emplace_back();
    }
    vertices.docids.back().push_back(docids[i]);
    last = key;
  }
  return vertices;
}

void join_vertices(Vertices& vertices) {
  vertices.copies.resize(vertices.originals.size());
  for (const std::vector<uint32_t>& docids : vertices.docids) {
    vertices.weight.push_back(static_cast<uint32_t>(docids.size()));
  }
  for (const auto& [a, b] : find_copies(vertices.originals)) {
    vertices.copies[a].push_back(b);
    vertices.copies[b].push_back(a);
    vertices.weight[a] += static_cast<uint32_t>(vertices.docids[b].size());
    vertices.weight[b] += static_cast<uint32_t>(vertices.docids[a].size());
  }
}

/// The articles of `members`, if they are several, as one more of `groups`.
void add_group(const Vertices& vertices, const std::vector<uint32_t>& members,
               Grouping::Groups& groups) {
  std::vector<uint32_t> docids;
  for (const uint32_t vertex : members) {
    docids.insert(docids.end(), vertices.docids[vertex].begin(), vertices.docids[vertex].end());
  }
  if (docids.size() > 1) {
    std::sort(docids.begin(), docids.end());
    groups.push_back(std::move(docids));
  }
}

/// Adds those of `copies` that no group has yet.
void take_copies(const std::vector<uint32_t>& copies, std::vector<bool>& taken,
                 std::vector<uint32_t>& members) {
  for (const uint32_t copy : copies) {
    if (!taken[copy]) {
      taken[copy] = true;
      members.push_back(copy);
    }
  }
}

Grouping::Groups cluster(const Vertices& vertices) {
  std::vector<uint32_t> order(vertices.originals.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&vertices](uint32_t a, uint32_t b) {
    return vertices.weight[a] > vertices.weight[b];
  });
  Grouping::Groups groups;
  std::vector<bool> taken(order.size());
  for (const uint32_t centre : order) {
    if (taken[centre]) {
      continue;
    }
    std::vector<uint32_t> members = {centre};
    taken[centre] = true;
    take_copies(vertices.copies[centre], taken, members);
    add_group(vertices, members, groups);
  }
  return groups;
}

Grouping::Groups link(const Vertices& vertices) {
  Grouping::Groups groups;
  std::vector<bool> taken(vertices.originals.size());
  for (uint32_t start = 0; start < taken.size(); ++start) {
    if (taken[start]) {
      continue;
    }
    std::vector<uint32_t> members = {start};
    taken[start] = true;
    for (size_t at = 0; at < members.size(); ++at) {
      take_copies(vertices.copies[members[at]], taken, members);
    }
    add_group(vertices, members, groups);
  }
  return groups;
}

}  // namespace

Grouping group_copies(const std::vector<uint32_t>& docids, const std::vector<Original>& originals) {
  Vertices vertices = make_vertices(docids, originals);
  join_vertices(vertices);
  return {cluster(vertices), link(vertices)};
}

}  // namespace vigie
