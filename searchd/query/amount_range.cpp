#include "searchd/query/amount_range.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "indexer/text/amounts.h"
#include "indexer/text/currency.h"

namespace vigie {
namespace {

constexpr std::string_view kDots = "..";

/// One end of a range.
struct End {
  double value = 0;
  std::string currency;
};

/// What a sign ($), a code (USD), or a prefix and the dollar sign (US$) mean.
CurrencySet currencies_of(std::string_view written) {
  if (const CurrencyMark* mark = currency_mark(written)) {
    return mark->code.any() ? mark->code : mark->sign;
  }
  if (written.size() < 2 || written.back() != '$') {
    return {};
  }
  const CurrencyMark* prefix = currency_mark(written.substr(0, written.size() - 1));
  return prefix == nullptr ? CurrencySet() : prefix->prefix & currency_mark("$")->sign;
}

/// The currency that a sign or code is; nothing where it is none.
std::optional<std::string> currency_of(std::string_view written) {
  const CurrencySet currencies = currencies_of(written);
  const auto meant = currency_meant(currencies);
  return currencies.any() && meant ? std::optional<std::string>(*meant) : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') {
    text.remove_prefix(1);
  }
  while (!text.empty() && text.back() == ' ') {
    text.remove_suffix(1);
  }
  return text;
}

/// Takes a sign or code off one end of `text`.
std::string take_currency(std::string_view& text) {
  const size_t first = std::min(text.find_first_of("0123456789"), text.size());
  if (const auto before = currency_of(trimmed(text.substr(0, first)))) {
    text.remove_prefix(first);
    return *before;
  }
  // The longest first: of 100MUSD the code is USD, of 100M$ the sign $.
  constexpr size_t kLongestMark = 4;
  for (size_t bytes = std::min(kLongestMark, text.size()); bytes > 0; --bytes) {
    const size_t at = text.size() - bytes;
    if (const auto after = at > 0 ? currency_of(text.substr(at)) : std::nullopt) {
      text = trimmed(text.substr(0, at));
      return *after;
    }
  }
  return "";
}

std::optional<End> parse_end(std::string_view text) {
  End end;
  text = trimmed(text);
  if (const auto value = parse_quantity(text)) {
    end.value = *value;
    return end;
  }
  end.currency = take_currency(text);
  const auto value = parse_quantity(text);
  if (!value) {
    return std::nullopt;
  }
  end.value = *value;
  return end;
}

std::optional<AmountRange> parse_comparison(std::string_view text) {
  const bool above = text.front() == '>';
  const bool or_equal = text.size() > 1 && text[1] == '=';
  const std::optional<End> end = parse_end(text.substr(or_equal ? 2 : 1));
  if (!end) {
    return std::nullopt;
  }
  AmountRange range;
  range.currency = end->currency;
  const double beyond = above ? kNoMost : -kNoMost;
  (above ? range.least : range.most) = or_equal ? end->value : std::nextafter(end->value, beyond);
  return range;
}

std::optional<AmountRange> parse_between(std::string_view from, std::string_view to) {
  const std::optional<End> least = from.empty() ? End{} : parse_end(from);
  const std::optional<End> most = to.empty() ? End{kNoMost, ""} : parse_end(to);
  const bool is_range =
      least && most && !(from.empty() && to.empty()) &&
      (least->currency.empty() || most->currency.empty() || least->currency == most->currency);
  if (!is_range) {
    return std::nullopt;
  }
  return AmountRange{std::min(least->value, most->value), std::max(least->value, most->value),
                     most->currency.empty() ? least->currency : most->currency};
}

/// Digits without an exponent, which read back as the same number.
std::string plain_digits(double value) {
  std::array<char, 400> text{};
  const auto written =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  return {text.data(), written.ptr};
}

/// The shortest way to write it: 1.5B, 200M, 12.5.
std::string quantity_text(double value) {
  for (const auto& [scale, letter] : {std::pair(1e9, 'B'), std::pair(1e6, 'M')}) {
    const double number = value / scale;
    const std::string digits = plain_digits(number);
    constexpr size_t kMostDigits = 7;
    if (number >= 1 && digits.size() <= kMostDigits && number * scale == value) {
      return digits + letter;
    }
  }
  return plain_digits(value);
}

/// Whether the number next to `value` towards `end` is the rounder one.
bool is_beside(double value, double end) {
  return plain_digits(std::nextafter(value, end)).size() < plain_digits(value).size();
}

}  // namespace

std::optional<AmountRange> parse_amount_range(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) {
    return std::nullopt;
  }
  if (text.front() == '<' || text.front() == '>') {
    return parse_comparison(text);
  }
  const size_t dots = text.find(kDots);
  if (dots != std::string_view::npos) {
    return parse_between(text.substr(0, dots), text.substr(dots + kDots.size()));
  }
  return parse_between(text, text);
}

std::string amount_range_text(const AmountRange& range) {
  const std::string code = range.currency.empty() ? "" : " " + range.currency;
  // What was typed as >a or <b ends right beside it.
  if (range.most == kNoMost && range.least > 0 && is_beside(range.least, 0)) {
    return ">" + quantity_text(std::nextafter(range.least, 0)) + code;
  }
  if (range.least <= 0 && range.most < kNoMost && is_beside(range.most, kNoMost)) {
    return "<" + quantity_text(std::nextafter(range.most, kNoMost)) + code;
  }
  std::string text;
  if (range.least > 0) {
    text += quantity_text(range.least);
  }
  text += kDots;
  if (range.most < kNoMost) {
    text += quantity_text(range.most);
  } else if (range.least <= 0) {
    text.insert(0, "0");
  }
  return text + code;
}

}  // namespace vigie
