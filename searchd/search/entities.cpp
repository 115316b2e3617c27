#include "searchd/search/entities.h"

#include <algorithm>

#include "indexer/clean_text.h"
#include "indexer/schema.h"
#include "searchd/search/engine.h"

namespace vigie {

EntityShown shown(const Entity& entity) {
  return {entity.kind, entity.id, entity.french_label, entity.english_label};
}

std::string entity_term(const Entity& entity) {
  return schema::term(schema::Prefix::kEntity, entity.id);
}

std::vector<uint32_t> entities_called(const Gazetteer& gazetteer, const FacetValue& value,
                                      const char* parameter) {
  std::vector<uint32_t> found = gazetteer.find(value.value);
  const auto is_other = [&](uint32_t number) {
    return gazetteer.entity(number).kind != entity_kind_of(value.facet);
  };
  found.erase(std::remove_if(found.begin(), found.end(), is_other), found.end());
  if (found.empty()) {
    throw InvalidRequest(parameter, std::string(parameter) + "=" + in_quotes(value.value) +
                                        ": expected the id or a name of a known " +
                                        facet_name(value.facet) + ".");
  }
  return found;
}

}  // namespace vigie
