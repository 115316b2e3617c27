#include "searchd/mirror/postings.h"

#include <algorithm>
#include <cmath>

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
  block_max.clear();
  block_max.reserve((impacts.size() + kBlockPostings - 1) / kBlockPostings);
  for (size_t begin = 0; begin < impacts.size(); begin += kBlockPostings) {
    const size_t end = std::min(begin + kBlockPostings, impacts.size());
    block_max.push_back(*std::max_element(impacts.begin() + static_cast<std::ptrdiff_t>(begin),
                                          impacts.begin() + static_cast<std::ptrdiff_t>(end)));
  }
  max_impact = block_max.empty() ? 0 : *std::max_element(block_max.begin(), block_max.end());
  if (docids.size() >= kBitmapPostings) {
    bitmap.emplace(docids.size(), docids.data());
    bitmap->runOptimize();
    bitmap->shrinkToFit();
  }
}

size_t Postings::bytes() const {
  size_t total = sizeof(Postings) + docids.capacity() * sizeof(uint32_t) + impacts.capacity() +
                 block_max.capacity();
  if (bitmap) {
    total += bitmap->getSizeInBytes(false);
  }
  return total;
}

void Postings::add_to(Roaring& set) const {
  if (bitmap) {
    set |= *bitmap;
  } else {
    set.addMany(docids.size(), docids.data());
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
