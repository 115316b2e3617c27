#include "indexer/plain_document.h"

#include <numeric>

namespace vigie {

uint32_t TermTable::add(std::string_view text) {
  const uint32_t number = numbers_.of(text);
  if (number == terms_.size()) {
    terms_.emplace_back();
  }
  return number;
}

void TermTable::add_position(uint32_t number, uint32_t position) {
  Term& term = terms_[number];
  if (term.last_place != kNone && places_[term.last_place].position == position) {
    return;  // a compound and its part may share a stem
  }
  const auto place = static_cast<uint32_t>(places_.size());
  places_.push_back({position, kNone});
  (term.last_place == kNone ? term.first_place : places_[term.last_place].next) = place;
  term.last_place = place;
}

void TermTable::clear() {
  numbers_.clear();
  terms_.clear();
  places_.clear();
}

uint32_t TermTable::length() const {
  return std::accumulate(terms_.begin(), terms_.end(), 0U,
                         [](uint32_t sum, const Term& term) { return sum + term.wdf; });
}

const std::vector<uint32_t>& TermTable::sorted() {
  numbers_.sort(sorted_);
  return sorted_;
}

const std::vector<uint32_t>& TermTable::positions(uint32_t number) {
  positions_.clear();
  for (uint32_t at = terms_[number].first_place; at != kNone; at = places_[at].next) {
    positions_.push_back(places_[at].position);
  }
  return positions_;
}

Xapian::Document xapian_document(PlainDocument& document) {
  Xapian::Document made;
  TermTable& terms = document.terms;
  for (const uint32_t number : terms.sorted()) {
    const std::string& text = terms.text(number);
    made.add_term(text, terms.wdf(number));
  }
  for (const auto& [slot, value] : document.values) {
    made.add_value(slot, value);
  }
  made.set_data(document.data);
  return made;
}

}  // namespace vigie
