#include "searchd/mirror/agreement.h"

#include <algorithm>

namespace vigie {

namespace {

uint32_t equal_rows(const Sketch& a, const Sketch& b) {
  uint32_t equal = 0;
  for (size_t i = 0; i < kSketchRows; ++i) {
    equal += a.rows[i] == b.rows[i] ? 1U : 0U;
  }
  return equal;
}

/// The hashes of `names` that are at most `limit`.
uint32_t count_to(const Names& names, uint32_t limit, bool figures_only) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < names.count && names.hashes[i] <= limit; ++i) {
    count += !figures_only || is_figure(names.hashes[i]) ? 1U : 0U;
  }
  return count;
}

uint32_t known_to(const Names& names) {
  return names.all ? UINT32_MAX : names.hashes[names.count - 1];
}

/// Whether a name in the headline and the text of `a` is known to be none of `b`.
bool names_another(const Names& a, const Names& b) {
  const uint32_t limit = known_to(b);
  const auto* last = b.hashes.begin() + b.count;
  for (uint32_t i = 0; i < a.count && a.hashes[i] <= limit; ++i) {
    if ((a.in_title >> i & 1U) != 0 && !std::binary_search(b.hashes.begin(), last, a.hashes[i])) {
      return true;
    }
  }
  return false;
}

}  // namespace

/// Estimated: of sets of a and b members with Jaccard coefficient j, j (a + b) / (1 + j) are common.
uint32_t shared_percent(const Sketch& a, const Sketch& b) {
  const uint32_t least = std::min(a.count, b.count);
  if (least == 0) {
    return a.count == b.count ? 100 : 0;
  }
  const uint32_t equal = equal_rows(a, b);
  const uint32_t sum = uint32_t{a.count} + b.count;
  return std::min(100U, equal * sum * 100 / ((uint32_t{kSketchRows} + equal) * least));
}

bool is_share(uint32_t part, uint32_t whole, uint32_t percent) {
  return part * 100 >= whole * percent;
}

Common common_names(const Names& a, const Names& b) {
  const uint32_t limit = std::min(known_to(a), known_to(b));
  Common common;
  for (uint32_t i = 0, j = 0; i < a.count && j < b.count && a.hashes[i] <= limit;) {
    if (a.hashes[i] == b.hashes[j]) {
      ++common.names;
      common.figures += is_figure(a.hashes[i]) ? 1U : 0U;
      ++i;
      ++j;
    } else {
      (a.hashes[i] < b.hashes[j] ? i : j) += 1;
    }
  }
  const uint32_t in_a = count_to(a, limit, false);
  const uint32_t in_b = count_to(b, limit, false);
  common.fewer_names = std::min(in_a, in_b);
  common.more_names = std::max(in_a, in_b);
  common.fewer_figures = std::min(count_to(a, limit, true), count_to(b, limit, true));
  return common;
}

bool name_others(const Names& a, const Names& b) {
  return a.in_title != 0 && b.in_title != 0 && names_another(a, b) && names_another(b, a);
}

uint32_t count_figures(const Names& names) {
  return count_to(names, UINT32_MAX, true);
}

uint32_t estimate_count(const Names& names) {
  const uint32_t figures = count_figures(names);
  if (names.all || figures == names.count) {
    return names.count;
  }
  // Figures come first, so all are known; the names' hashes are even over what lies above.
  const uint32_t last = names.hashes[names.count - 1U];
  return figures +
         (names.count - figures) * (UINT16_MAX + 1U - kFirstName) / (last - kFirstName + 1U);
}

Agreement::Agreement(const Fingerprint& a, const Fingerprint& b)
    : names(common_names(a.names, b.names)),
      pairs(shared_percent(a.pairs, b.pairs)),
      words(shared_percent(a.words, b.words)),
      both(pairs + (names.fewer_names == 0 ? 100 : 100 * names.names / names.fewer_names)) {}

bool Agreement::figures_agree(uint32_t percent) const {
  return (names.fewer_figures - names.figures) * 100 <= names.fewer_figures * percent;
}

bool Agreement::names_agree(uint32_t percent) const {
  return is_share(names.names, names.fewer_names, percent);
}

}  // namespace vigie
