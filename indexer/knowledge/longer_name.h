// Whether what looks like a name is a piece of another, unknown one: "Washington" of "Washington
// Post", "France" of "Tour de France", "Indian" of "Indian Head Inc", "London" of "Paul London".
//
// Told by the words beside it, in both languages. Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/knowledge/gazetteer.h"
#include "indexer/knowledge/text_word.h"

namespace vigie {

/// Whether a word that begins with this byte may begin with a capital; false is certain.
inline bool may_be_capital(char first) {
  return (first >= 'A' && first <= 'Z') || (static_cast<unsigned char>(first) & 0x80U) != 0;
}

/// Words [first, end) of a field.
struct NameInText {
  std::string_view text;  ///< of the field
  const TextWord* words;  ///< of the field
  size_t word_count;      ///< in the field
  size_t first;
  size_t end;
  bool before_known_name;  ///< a name of the gazetteer begins at `end`

  std::string_view written(size_t word) const {
    return text.substr(words[word].begin_bytes, words[word].end_bytes - words[word].begin_bytes);
  }
  /// What stands between the word and the next.
  std::string_view gap_after(size_t word) const {
    return text.substr(words[word].end_bytes, words[word + 1].begin_bytes - words[word].end_bytes);
  }
};

/// Whether the place, organisation or programme named is a piece of a longer name.
bool is_in_longer_name(const NameInText& name, const EntityName& meaning,
                       const Gazetteer& gazetteer);

}  // namespace vigie
