#include "searchd/search/request.h"

#include <array>

namespace vigie {

namespace {

constexpr std::array<const char*, kFacetCount> kNames = {
    "language",  "source", "author", "year",   "organisation", "person",
    "programme", "place",  "topic",  "amount", "currency"};

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

std::optional<EntityKind> entity_kind_of(Facet facet) {
  switch (facet) {
    case Facet::kOrganisation:
      return EntityKind::kOrganisation;
    case Facet::kPerson:
      return EntityKind::kPerson;
    case Facet::kProgramme:
      return EntityKind::kProgramme;
    case Facet::kPlace:
      return EntityKind::kPlace;
    case Facet::kTopic:
      return EntityKind::kTopic;
    default:
      return std::nullopt;
  }
}

std::vector<Facet> all_facets() {
  std::vector<Facet> facets;
  for (size_t i = 0; i < kFacetCount; ++i) {
    facets.push_back(static_cast<Facet>(i));
  }
  return facets;
}

}  // namespace vigie
