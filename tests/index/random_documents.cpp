#include "tests/index/random_documents.h"

#include <set>
#include <string>

namespace vigie {

namespace {

uint32_t below(Random& random, uint32_t count) {
  return std::uniform_int_distribution<uint32_t>(0, count - 1)(random);
}

/// Some terms are in nearly all documents, most in few; some hold zero bytes, some are long.
std::string random_term(Random& random) {
  const uint32_t rank = below(random, 1 + below(random, 3000));
  std::string term = "t" + std::to_string(rank);
  if (rank % 97 == 0) {
    term += std::string("\0z", 2);
  }
  if (rank % 89 == 0) {
    term += std::string(200, 'l');
  }
  return term;
}

std::string random_bytes(Random& random, size_t size) {
  std::string bytes(size, '\0');
  for (char& byte : bytes) {
    byte = static_cast<char>(below(random, 256));
  }
  return bytes;
}

void add_word(Random& random, TermTable& terms) {
  const uint32_t number = terms.add(random_term(random));
  if (!terms.positions(number).empty()) {
    return;
  }
  terms.add_wdf(number, below(random, 4) == 0 ? below(random, 500) : below(random, 3));
  uint32_t position = 0;
  for (uint32_t left = below(random, 3) == 0 ? below(random, 40) : below(random, 3); left > 0;
       --left) {
    position += 1 + below(random, 1 + below(random, 2000));
    terms.add_position(number, position);
    terms.add_wdf(number, 1);
  }
}

}  // namespace

PlainDocument random_document(Random& random) {
  PlainDocument document;
  for (uint32_t left = below(random, 20) == 0 ? 0 : below(random, 400); left > 0; --left) {
    add_word(random, document.terms);
  }
  for (const uint32_t slot : {0U, 1U, 5U, 14U}) {
    if (below(random, 3) != 0) {
      document.values.emplace_back(slot, random_bytes(random, 1 + below(random, 12)));
    }
  }
  const uint32_t size = below(random, 10) == 0 ? below(random, 40000) : below(random, 40);
  document.data = below(random, 2) == 0 ? random_bytes(random, size) : std::string(size, 'x');
  return document;
}

std::vector<uint32_t> random_docids(Random& random, size_t count) {
  std::set<uint32_t> docids = {0x7FFF, 0x8000, 0x3FFFFF, 0x400000};
  while (docids.size() < count) {
    docids.insert(1 + below(random, below(random, 2) == 0 ? 5000 : 5000000));
  }
  return {docids.begin(), docids.end()};
}

}  // namespace vigie
