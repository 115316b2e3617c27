// Entities in answers: looked up by what requests call them, shown by their labels.
//
// Any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/knowledge/gazetteer.h"
#include "searchd/search/answer.h"
#include "searchd/search/request.h"

namespace vigie {

EntityShown shown(const Entity& entity);

/// The term of the index that an entity is.
std::string entity_term(const Entity& entity);

/// The entities of `facet`, which is one of them, that are called `value`: by id or any name. Throws
/// InvalidRequest, in the name of the facet's parameter or of `exclude`, where there is none.
std::vector<uint32_t> entities_called(const Gazetteer& gazetteer, const FacetValue& value,
                                      const char* parameter);

}  // namespace vigie
