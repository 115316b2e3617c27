// The entities that the words of a query name. People type in small letters: only what is also an
// ordinary word ("orange", "us") needs its capitals.
//
// Any thread.
#pragma once

#include <vector>

#include "indexer/knowledge/gazetteer.h"
#include "indexer/knowledge/typed_word.h"

namespace vigie {

struct TypedName {
  size_t words = 0;                ///< how many of them are the name; 0: none
  std::vector<uint32_t> entities;  ///< that it names: one, but where several are called so
};

/// The longest name that `words` begin with.
TypedName typed_name(const Gazetteer& gazetteer, const std::vector<TypedWord>& words);

}  // namespace vigie
