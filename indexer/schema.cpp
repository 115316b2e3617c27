#include "indexer/schema.h"

#include <xxhash.h>

#include <array>
#include <cstdio>

namespace vigie::schema {

namespace {

constexpr size_t kMaxTermBytes = 245;
constexpr size_t kHashDigits = 16;

bool starts_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

std::string bounded(std::string term) {
  if (term.size() <= kMaxTermBytes) {
    return term;
  }
  std::array<char, kHashDigits + 1> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx",
                static_cast<unsigned long long>(XXH64(term.data(), term.size(), 0)));
  size_t cut = kMaxTermBytes - kHashDigits;
  while (cut > 0 && !starts_character(term[cut])) {
    --cut;
  }
  term.resize(cut);
  return term.append(digits.data(), kHashDigits);
}

}  // namespace

Prefix word_prefix(Language language) {
  switch (language) {
    case Language::kFrench:
      return Prefix::kFrenchWord;
    case Language::kEnglish:
      return Prefix::kEnglishWord;
    case Language::kOther:
      break;
  }
  return Prefix::kOtherWord;
}

std::string term(Prefix prefix, std::string_view text) {
  std::string result;
  result.reserve(1 + text.size());
  result.push_back(static_cast<char>(prefix));
  result.append(text);
  return bounded(std::move(result));
}

std::string term(Prefix outer, Prefix inner, std::string_view text) {
  std::string result;
  result.reserve(2 + text.size());
  result.push_back(static_cast<char>(outer));
  result.push_back(static_cast<char>(inner));
  result.append(text);
  return bounded(std::move(result));
}

std::string year_term(int32_t day) {
  return term(Prefix::kYear, std::to_string(day / 10000));
}
std::string month_term(int32_t day) {
  return term(Prefix::kMonth, std::to_string(day / 100));
}
std::string day_term(int32_t day) {
  return term(Prefix::kDay, std::to_string(day));
}

}  // namespace vigie::schema
