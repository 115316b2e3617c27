#include "indexer/text/currency_reader.h"

#include <algorithm>
#include <cmath>

namespace vigie {

// Codes that are other words too (COP 28) need more than a small number.
bool CurrencyReader::is_doubtful_code(size_t at, const Quantity& quantity) const {
  constexpr double kSmall = 1000;
  const CurrencyMark* mark = mark_at(at);
  return mark != nullptr && mark->code.any() && mark->doubtful && quantity.value < kSmall;
}

const CurrencyMark* CurrencyReader::mark_at(size_t at) const {
  return text_.is(at, LexemeKind::kWord) || text_.is(at, LexemeKind::kSign)
             ? currency_mark(text_.written(at))
             : nullptr;
}

// What the prefix or code at `at` says.
CurrencySet CurrencyReader::prefix_at(size_t at) const {
  const CurrencyMark* mark = mark_at(at);
  if (mark != nullptr) {
    return mark->prefix | mark->code;
  }
  const bool acronym = text_.is(at, LexemeKind::kWord) && text_.written(at) == "U.S.";
  return acronym ? currency_mark("US")->prefix : CurrencySet();
}

// The currencies that the sign or code right before `at` can mean; moves `first` to it.
CurrencySet CurrencyReader::before(size_t at, size_t free, size_t& first) const {
  if (at <= free) {
    return {};
  }
  const CurrencyMark* mark = mark_at(at - 1);
  if (mark != nullptr && mark->sign.any()) {
    first = at - 1;
    return sign_with_prefix(at - 1, free, mark->sign, first);
  }
  if (at >= free + 2 && !text_.lexemes[at].spaced && !text_.lexemes[at - 1].spaced) {
    const CurrencyMark* sign = mark_at(at - 2);  // $US5
    if (sign != nullptr && (sign->sign & prefix_at(at - 1)).any()) {
      first = at - 2;
      return sign->sign & prefix_at(at - 1);
    }
  }
  const size_t word = text_.is_other(at - 1, ".") && at >= free + 2 ? at - 2 : at - 1;  // Rs. 5
  const CurrencyMark* code = mark_at(word);
  if (code == nullptr || code->code.none() || (word != at - 1 && text_.written(word) != "Rs")) {
    return {};
  }
  first = word;
  return code->code;
}

CurrencySet CurrencyReader::sign_with_prefix(size_t at, size_t free, const CurrencySet& sign,
                                             size_t& first) const {
  if (at <= free) {
    return sign;
  }
  const bool short_prefix = text_.written(at - 1).size() == 1;
  const CurrencySet said = sign & prefix_at(at - 1);
  if (said.none() || (short_prefix && text_.lexemes[at].spaced)) {
    return sign;
  }
  first = at - 1;
  return said;
}

// Which currencies the words from `end` can mean; moves `end` past them.
CurrencySet CurrencyReader::after(const Quantity& quantity, size_t& end) const {
  size_t at = end;
  if (text_.is_hyphen(at) && !text_.lexemes[at + 1].spaced) {
    ++at;  // a 500-million-dollar order
  }
  at = skip_fillers(at);
  if (quantity.is_scaled()) {
    at = skip_of(at);
  }
  if (text_.is(at, LexemeKind::kSign)) {
    return sign_after(at, end);
  }
  if (!text_.is(at, LexemeKind::kWord)) {
    return {};
  }
  const CurrencySet code = code_after(at, quantity, end);
  return code.any() ? code : noun_after(at, quantity, end);
}

size_t CurrencyReader::skip_fillers(size_t at) const {
  constexpr int kMost = 2;
  for (int i = 0; i < kMost && text_.is(at, LexemeKind::kWord); ++i) {
    const CurrencyWord* word = currency_word(text_.folded(at));
    if (word == nullptr || !word->filler) {
      break;
    }
    at += text_.is_hyphen(at + 1) ? 2 : 1;
  }
  return at;
}

// Past "de", "d'" or "of".
size_t CurrencyReader::skip_of(size_t at) const {
  const std::string word = text_.folded(at);
  if (word == "de" || word == "of") {
    return at + 1;
  }
  const bool elided = word == "d" && (text_.is_other(at + 1, "'") || text_.is_other(at + 1, "’"));
  return elided ? at + 2 : at;
}

bool CurrencyReader::is_number_right_after(size_t at) const {
  return text_.is(at + 1, LexemeKind::kNumber) && !text_.lexemes[at + 1].spaced;
}

// A sign after a number, with what refines it: "$", "$ CA", "$ canadiens".
CurrencySet CurrencyReader::sign_after(size_t at, size_t& end) const {
  const CurrencyMark* mark = mark_at(at);
  if (mark == nullptr || is_number_right_after(at)) {
    return {};
  }
  end = at + 1;
  const bool is_word = text_.is(at + 1, LexemeKind::kWord) && text_.written(at + 1).size() > 1;
  const CurrencySet said = is_word ? mark->sign & prefix_at(at + 1) : CurrencySet();
  if (said.any()) {
    end = at + 2;
    return said;
  }
  return with_adjective(mark->sign, end);
}

// "USD", "EUR", "C$" after a number.
CurrencySet CurrencyReader::code_after(size_t at, const Quantity& quantity, size_t& end) const {
  const CurrencyMark* mark = mark_at(at);
  if (text_.is(at + 1, LexemeKind::kSign) && !text_.lexemes[at + 1].spaced &&
      !is_number_right_after(at + 1)) {
    const CurrencySet said =
        mark_at(at + 1) != nullptr ? mark_at(at + 1)->sign & prefix_at(at) : CurrencySet();
    end = said.any() ? at + 2 : end;
    return said;
  }
  if (mark == nullptr || mark->code.none()) {
    return {};
  }
  const bool before_next = !quantity.is_scaled() && text_.is(at + 1, LexemeKind::kNumber);
  end = before_next ? end : at + 1;
  return before_next ? CurrencySet() : mark->code;
}

// "Canadian dollars", "dollars canadiens", "pounds".
CurrencySet CurrencyReader::noun_after(size_t at, const Quantity& quantity, size_t& end) const {
  const CurrencyWord* word = currency_word(text_.folded(at));
  if (word != nullptr && word->adjective.any()) {
    const size_t next = skip_fillers(text_.is_hyphen(at + 1) ? at + 2 : at + 1);
    const CurrencyWord* noun = currency_word(text_.folded(next));
    if (noun != nullptr && (noun->noun & word->adjective).any()) {
      end = next + 1;
      return is_verb(next) ? CurrencySet() : noun->noun & word->adjective;
    }
  }
  const bool is_tanker = text_.written(at) == "KC";  // KC-130; the crown is Kč
  if (word == nullptr || word->noun.none() || is_tanker) {
    return {};
  }
  size_t after = at + 1;
  const CurrencySet said = with_adjective(word->noun, after);
  const bool has_adjective = after > at + 1;
  if (!has_adjective && (is_verb(at) || (word->doubtful && !is_sure_noun(at, quantity)))) {
    return {};
  }
  end = after;
  return said;
}

// Whether a noun that is another word too means money here.
bool CurrencyReader::is_sure_noun(size_t at, const Quantity& quantity) const {
  constexpr double kMillion = 1e6;
  constexpr double kMuch = 10000;
  const std::string_view noun = text_.written(at);
  if (noun.substr(0, 5) == "livre") {
    return false;
  }
  if (noun.substr(0, 5) == "pound") {
    return quantity.is_scaled() && quantity.value >= kMillion &&
           text_.folded(at + 1) != "of";  // else a weight
  }
  return quantity.value >= kMuch || std::floor(quantity.value) != quantity.value;
}

// "10 million won the prize".
bool CurrencyReader::is_verb(size_t at) const {
  if (text_.written(at) != "won") {
    return false;
  }
  const std::string next = text_.folded(at + 1);
  constexpr std::string_view kAfterVerb[] = {"the",   "a",    "an",   "his", "her",
                                             "their", "its",  "our",  "my",  "your",
                                             "this",  "that", "back", "it",  "them"};
  return std::find(std::begin(kAfterVerb), std::end(kAfterVerb), next) != std::end(kAfterVerb);
}

// `set` as the adjective from `end` narrows it, past which `end` moves: "canadiens", "de
// Singapour", "sud-coréens", "US".
CurrencySet CurrencyReader::with_adjective(const CurrencySet& set, size_t& end) const {
  const size_t at = skip_fillers(text_.folded(end) == "de" ? end + 1 : end);
  if (!text_.is(at, LexemeKind::kWord)) {
    return set;
  }
  const CurrencyWord* word = currency_word(text_.folded(at));
  CurrencySet said = word == nullptr ? CurrencySet() : set & word->adjective;
  if (said.none() && text_.written(at).size() > 1) {
    said = set & prefix_at(at);
  }
  if (said.none()) {
    return set;
  }
  end = at + 1;
  return said;
}

}  // namespace vigie
