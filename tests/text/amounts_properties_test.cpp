// What holds of the sums of money of any text whatsoever, and how many are found in a real one.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <random>

#include "indexer/text/amounts.h"
#include "indexer/text/characters.h"
#include "tests/support/shared_data.h"

namespace vigie {
namespace {

void expect_sound(std::string_view text, Language language) {
  uint32_t end = 0;
  for (const Amount& amount : find_amounts(text, language)) {
    ASSERT_GE(amount.begin_bytes, end);
    ASSERT_LT(amount.begin_bytes, amount.end_bytes);
    ASSERT_LE(amount.end_bytes, text.size());
    ASSERT_TRUE(is_currency(amount.currency));
    ASSERT_TRUE(std::isfinite(amount.value) && amount.value >= 0);
    end = amount.end_bytes;
  }
}

TEST(AmountsProperty, SumsOfRandomTextAreSound) {
  static const std::vector<std::string> pieces = {
      "$",   "€",       "£",       "1",         "200",       "1.5",  "3,5",  "000",
      "M",   "Md",      "k",       "million",   "milliards", "de",   "d",    "'",
      "’",   "euros",   "dollars", "won",       "-",         "–",    "à",    "to",
      "and", "between", "half",    "demi",      "a",         "un",   "US",   "C",
      "EUR", "\n",      "cent",    "deux",      "et",        "u.s.", "U.S.", "sud",
      " ",   "\u00A0",  "\u202F",  "suédoises", "couronnes", ".",    ",",    "mille",
      "é",   "R",       "Rs"};
  std::mt19937 generator(20240229);
  const auto random = [&generator] { return static_cast<uint32_t>(generator()); };
  for (int round = 0; round < 30000; ++round) {
    std::string text;
    for (uint32_t i = random() % 14; i > 0; --i) {
      text += pieces[random() % pieces.size()];
      text += random() % 2 == 0 ? " " : "";
    }
    SCOPED_TRACE(testing::PrintToString(text));
    const Language language = kLanguages[random() % kLanguages.size()];
    ASSERT_NO_FATAL_FAILURE(expect_sound(text, language));
    ASSERT_NO_THROW(parse_quantity(text));
    for (const Amount& amount : find_amounts(text, language)) {
      ASSERT_EQ(border_before(text, amount.begin_bytes), amount.begin_bytes);
      ASSERT_EQ(border_before(text, amount.end_bytes), amount.end_bytes);
    }
  }
}

TEST(AmountsProperty, RandomBytesNeverThrow) {
  std::mt19937 generator(20240229);
  const auto random = [&generator] { return static_cast<uint32_t>(generator()); };
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (uint32_t i = random() % 60; i > 0; --i) {
      text += random() % 3 == 0 ? "$1 .€"[random() % 7] : static_cast<char>(random() % 256);
    }
    SCOPED_TRACE(testing::PrintToString(text));
    ASSERT_NO_FATAL_FAILURE(expect_sound(text, kLanguages[random() % kLanguages.size()]));
    ASSERT_NO_THROW(parse_quantity(text));
  }
}

std::chrono::duration<double> time_of(std::string_view link, size_t size_bytes) {
  std::string text;
  while (text.size() < size_bytes) {
    text += link;
  }
  const auto begin = std::chrono::steady_clock::now();
  find_amounts(text, Language::kFrench);
  return std::chrono::steady_clock::now() - begin;
}

// A hundred times the text takes about a hundred times as long; a quadratic pass would take ten
// thousand times. The bound is wide, for busy machines.
TEST(AmountsProperty, ChainsTakeTimeInProportion) {
  constexpr size_t kSmall = 10000;
  constexpr size_t kTimes = 100;
  for (const std::string_view link :
       {"$1 $1 ", "1 1 1 1 ", "1 à ", "1-", "1 000 ", "1", "1.", "a", "mille ", "deux cent ",
        "un demi ", "$", "US$", "1 million ", "entre 1 et ", "U.S.", "\u202F1", "1 €"}) {
    const double small = std::max(time_of(link, kSmall).count(), 0.0005);
    EXPECT_LT(time_of(link, kSmall * kTimes).count(), small * kTimes * 20) << link;
  }
}

// What a `$` and the digits after it are worth, read in another way than the code does.
std::vector<double> dollars_of(std::string_view text) {
  std::vector<double> values;
  for (size_t at = text.find('$'); at != std::string_view::npos; at = text.find('$', at + 1)) {
    std::string digits;
    size_t end = at + 1;
    while (end < text.size() && (std::isdigit(static_cast<unsigned char>(text[end])) != 0 ||
                                 text[end] == ',' || text[end] == '.')) {
      digits += text[end] == ',' ? "" : std::string(1, text[end]);
      ++end;
    }
    if (!digits.empty()) {
      const std::string_view after = text.substr(end, 8);
      const double scale = after == " million" ? 1e6 : after == " billion" ? 1e9 : 1;
      values.push_back(std::strtod(digits.c_str(), nullptr) * scale);
    }
  }
  return values;
}

// How many of `values` are among `amounts`, in their order.
size_t count_found(const std::vector<double>& values, const std::vector<Amount>& amounts) {
  size_t found = 0;
  auto next = amounts.begin();
  for (const double value : values) {
    const auto same = std::find_if(next, amounts.end(), [value](const Amount& amount) {
      return amount.currency == "USD" && std::abs(amount.value - value) < 0.005;
    });
    if (same != amounts.end()) {
      next = same + 1;
      ++found;
    }
  }
  return found;
}

TEST(AmountsMeasure, FindsTheDollarsOfContractAnnouncements) {
  VIGIE_SHARED_DATA_OR_SKIP(path, "dod-contracts/dod-contracts.jsonl");
  std::ifstream lines(path);
  size_t expected = 0;
  size_t found = 0;
  for (std::string line; std::getline(lines, line);) {
    const std::vector<double> values = dollars_of(line);
    expected += values.size();
    found += count_found(values, find_amounts(line, Language::kEnglish));
  }
  EXPECT_GT(expected, 2000U);
  EXPECT_GE(static_cast<double>(found), 0.99 * static_cast<double>(expected))
      << found << " of " << expected;
}

}  // namespace
}  // namespace vigie
