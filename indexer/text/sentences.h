// The sentence that something stands in, for showing it: a plain rule, no model.
//
// A sentence ends at a line break, and at . ! ? or … (and the quotes and brackets after it) before
// white space and a capital; not after an abbreviation ("M. Dupont", "Mr. Smith", "U.S. Army",
// "Acme Inc. Holdings"), so that a sentence that really ends with one joins the next. May be called
// from any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace vigie {

/// Bytes [begin_bytes, end_bytes) of a text; both on character borders.
struct TextRange {
  uint32_t begin_bytes;
  uint32_t end_bytes;
};

/// The sentence of `text` (UTF-8; any bytes) around `inner`, which lies within one line; of one of
/// more than some 1 000 bytes the words about it. No white space at its ends. Where `inner` holds
/// the end of a sentence, what is returned holds both.
TextRange sentence_around(std::string_view text, TextRange inner);

}  // namespace vigie
