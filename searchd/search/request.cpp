#include "searchd/search/request.h"

#include <array>

namespace vigie {

namespace {

constexpr std::array<const char*, kFacetCount> kNames = {"language", "source", "author", "year"};

}  // namespace

const char* facet_name(Facet facet) {
  return kNames[static_cast<size_t>(facet)];
}

std::optional<Facet> facet_of_name(std::string_view name) {
  for (size_t i = 0; i < kNames.size(); ++i) {
    if (name == kNames[i]) {
      return static_cast<Facet>(i);
    }
  }
  return std::nullopt;
}

}  // namespace vigie
