#include "indexer/sum.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "indexer/schema.h"

namespace vigie {

namespace {

constexpr size_t kCurrencyLetters = 3;

/// The shortest text that reads back as the same number.
std::string number_text(double number) {
  std::array<char, 32> text{};
  const auto written = std::to_chars(text.data(), text.data() + text.size(), number);
  return {text.data(), written.ptr};
}

}  // namespace

std::vector<PlacedAmount> amounts_of(const Article& article) {
  const Language language = language_of_tag(article.language);
  std::vector<PlacedAmount> result;
  for (const TextField& field : text_fields(article)) {
    for (Amount& amount : find_amounts(field.text, language)) {
      result.push_back({std::move(amount), field});
    }
  }
  return result;
}

std::string sums_value(const std::vector<PlacedAmount>& amounts) {
  std::vector<std::string> sums;
  std::string value;
  for (const PlacedAmount& placed : amounts) {
    std::string sum = placed.amount.currency + number_text(placed.amount.value);
    if (std::find(sums.begin(), sums.end(), sum) == sums.end()) {
      value.append(value.empty() ? "" : std::string(1, schema::kValueSeparator)).append(sum);
      sums.push_back(std::move(sum));
    }
  }
  return value;
}

std::vector<Sum> sums_in(std::string_view value) {
  std::vector<Sum> sums;
  while (!value.empty()) {
    const std::string_view sum = value.substr(0, value.find(schema::kValueSeparator));
    double number = 0;
    if (sum.size() > kCurrencyLetters &&
        std::from_chars(sum.data() + kCurrencyLetters, sum.data() + sum.size(), number).ec ==
            std::errc()) {
      sums.push_back({number, std::string(sum.substr(0, kCurrencyLetters))});
    }
    value.remove_prefix(std::min(sum.size() + 1, value.size()));
  }
  return sums;
}

}  // namespace vigie
