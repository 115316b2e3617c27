#include "indexer/glass/term_list.h"

#include <algorithm>

#include "indexer/varint.h"

namespace vigie::glass {

namespace {

/// Only a wdf below it may share a byte.
constexpr uint32_t kSmallWdf = 127;
constexpr size_t kByte = 256;

size_t shared_prefix(const std::string& a, const std::string& b) {
  const auto ends = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<size_t>(ends.first - a.begin());
}

}  // namespace

TermList::TermList(uint32_t length, uint32_t terms) {
  if (terms != 0) {
    append_varint(packed_, length);
    append_varint(packed_, terms);
  }
}

void TermList::add(const std::string& term, uint32_t wdf) {
  if (last_.empty()) {
    add_first(term, wdf);
  } else {
    add_after(term, wdf);
  }
  last_ = term;
}

void TermList::add_first(const std::string& term, uint32_t wdf) {
  packed_.push_back(static_cast<char>(term.size()));
  packed_.append(term);
  append_varint(packed_, wdf);
}

/// What it shares with the term before is left out; how much that is and a small wdf make one byte.
void TermList::add_after(const std::string& term, uint32_t wdf) {
  const size_t shared = shared_prefix(last_, term);
  const size_t both = wdf < kSmallWdf ? (wdf + 1) * (last_.size() + 1) + shared : kByte;
  packed_.push_back(static_cast<char>(both < kByte ? both : shared));
  packed_.push_back(static_cast<char>(term.size() - shared));
  packed_.append(term, shared);
  if (both >= kByte) {
    append_varint(packed_, wdf);
  }
}

}  // namespace vigie::glass
