#include "searchd/mirror/postings.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vigie {

void Postings::append(uint32_t docid, uint8_t impact) {
  docids.push_back(docid);
  if (impact != 0) {
    impacts.push_back(impact);
  }
}

void Postings::finish() {
  docids.shrink_to_fit();
  impacts.shrink_to_fit();
  max_impact = impacts.empty() ? 0 : *std::max_element(impacts.begin(), impacts.end());
  make_windows();
  if (docids.size() >= kBitmapPostings) {
    bitmap.emplace(docids.size(), docids.data());
    bitmap->runOptimize();
    bitmap->shrinkToFit();
  }
}

void Postings::make_windows() {
  const size_t windows = empty() ? 0 : docids.back() / kWindowDocids + 1;
  if (impacts.empty() || size() < windows * kWindowPostings) {
    return;
  }
  window_max.assign(windows, 0);
  window_begin.assign(windows + 1, 0);
  for (size_t i = 0; i < size(); ++i) {
    const size_t window = docids[i] / kWindowDocids;
    window_max[window] = std::max(window_max[window], impacts[i]);
    ++window_begin[window + 1];
  }
  std::partial_sum(window_begin.begin(), window_begin.end(), window_begin.begin());
}

size_t Postings::bytes() const {
  size_t total = sizeof(Postings) + docids.capacity() * sizeof(uint32_t) + impacts.capacity() +
                 window_max.capacity() + window_begin.capacity() * sizeof(uint32_t);
  if (bitmap) {
    total += bitmap->getSizeInBytes(false);
  }
  return total;
}

void Postings::add_to(Roaring& set) const {
  if (bitmap) {
    set |= *bitmap;
  } else {
    // Not addMany(): for each docid it would move all those after it.
    set |= Roaring(docids.size(), docids.data());
  }
}

float length_norm(uint32_t length, float average_length) {
  const float relative = average_length > 0 ? static_cast<float>(length) / average_length : 1.0F;
  return kBm25K1 * (1.0F - kBm25B + kBm25B * relative);
}

uint8_t impact_of(uint32_t wdf, float norm) {
  if (wdf == 0) {
    return 0;
  }
  const auto frequency = static_cast<float>(wdf);
  const float impact = std::round(255.0F * frequency / (frequency + norm));
  return static_cast<uint8_t>(std::clamp(impact, 1.0F, 255.0F));
}

}  // namespace vigie
