#include "indexer/text/amounts.h"

#include <algorithm>

#include "indexer/text/characters.h"
#include "indexer/text/currency.h"
#include "indexer/text/currency_reader.h"
#include "indexer/text/money_text.h"
#include "indexer/text/quantity.h"

namespace vigie {
namespace {

// What stands between the ends of a range.
enum class Link : unsigned char {
  kNone,
  kHyphen,  // 2-3, no space
  kDash,    // 2 – 3
  kTo,      // to, à, or, ou; "and" after "between"
};

// A quantity with the currency written before or after it, as lexemes [first, end).
struct Sum {
  Quantity quantity;
  size_t first;
  size_t end;
  std::optional<std::string_view> before;
  std::optional<std::string_view> after;

  bool has_currency() const { return before || after; }
  std::string_view currency() const { return before ? *before : *after; }
};

class Finder {
 public:
  Finder(std::string_view text, Language language)
      : text_(money_text(text, language)), reader_(text_) {}

  std::vector<Amount> amounts() {
    for (size_t at = 0; at < text_.lexemes.size();) {
      std::optional<Sum> sum = sum_at(at, free_);
      at = sum ? take(*sum) : at + 1;
    }
    return std::move(amounts_);
  }

 private:
  // The sum whose number begins at `at`; what stands before `free` belongs to another.
  std::optional<Sum> sum_at(size_t at, size_t free) const {
    constexpr double kEnglish = 1e9;
    constexpr double kFrench = 1e12;
    if (!may_begin_quantity(text_, at) || ends_fraction(at)) {
      return std::nullopt;
    }
    size_t first = at;
    CurrencySet before = reader_.before(at, free, first);
    const bool french = text_.language == Language::kFrench && before.none();
    const std::optional<Quantity> quantity = quantity_at(text_, at, french ? kFrench : kEnglish);
    if (!quantity) {
      return std::nullopt;
    }
    if (before.any() && reader_.is_doubtful_code(first, *quantity)) {
      before.reset();
      first = at;
    }
    Sum sum{*quantity, first, quantity->end, currency_meant(before), std::nullopt};
    find_currency_after(sum, before);
    return sum;
  }

  // "1/2", and the second price of "1.8240/50 marks".
  bool ends_fraction(size_t at) const {
    return at >= 2 && !text_.lexemes[at].spaced && text_.is_other(at - 1, "/") &&
           !text_.lexemes[at - 1].spaced && text_.is(at - 2, LexemeKind::kNumber);
  }

  // The currency after the number. After one before it ("$5 million Canadian dollars"), only one of
  // those `before` can mean counts.
  void find_currency_after(Sum& sum, const CurrencySet& before) const {
    size_t end = sum.end;
    const CurrencySet said = reader_.after(sum.quantity, end);
    const std::optional<std::string_view> meant =
        currency_meant(before.any() ? said & before : said);
    if (!meant || (before.none() && reader_.is_doubtful_code(end - 1, sum.quantity))) {
      return;
    }
    if (before.none()) {
      sum.after = meant;
    } else if (sum.before) {
      sum.before = meant;
    } else {
      return;
    }
    sum.end = end;
  }

  // Takes `sum`, and the other end of the range that it begins; where to go on.
  size_t take(Sum& sum) {
    size_t at = sum.end;
    const Link link = link_after(sum, at);
    if (link != Link::kNone) {
      std::optional<Sum> upper = range_end(at);
      if (upper && share(sum, *upper, link)) {
        add(sum);
        add(*upper);
        return free_;
      }
    }
    if (!sum.has_currency()) {
      return sum.quantity.end;
    }
    add(sum);
    return free_;
  }

  // The sum that begins at `at`, its currency sign included.
  std::optional<Sum> range_end(size_t at) const {
    constexpr size_t kMostMarks = 2;
    size_t number = at;
    while (number < at + kMostMarks && !may_begin_quantity(text_, number) &&
           reader_.mark_at(number) != nullptr) {
      ++number;
    }
    std::optional<Sum> sum = sum_at(number, at);
    return sum && sum->first == at ? sum : std::nullopt;
  }

  // What links `sum` with a number after it, which `at` is moved to.
  Link link_after(const Sum& sum, size_t& at) const {
    const size_t link = at;
    at = link + 1;
    if (text_.is(link, LexemeKind::kOther)) {
      const std::string_view sign = text_.written(link);
      if (sign != "-" && sign != "–" && sign != "‑" && sign != "−") {
        return Link::kNone;
      }
      const bool spaced = text_.lexemes[link].spaced || text_.lexemes[at].spaced;
      return spaced ? Link::kDash : Link::kHyphen;
    }
    if (!text_.is(link, LexemeKind::kWord)) {
      return Link::kNone;
    }
    const std::string_view word = text_.written(link);
    if (word == "to" || word == "à" || word == "or" || word == "ou") {
      return Link::kTo;
    }
    return (word == "and" || word == "et") && is_after_between(sum) ? Link::kTo : Link::kNone;
  }

  bool is_after_between(const Sum& sum) const {
    const std::string word = sum.first > free_ ? text_.folded(sum.first - 1) : std::string();
    return word == "between" || word == "entre";
  }

  // Whether the two ends of a range are both sums, once each has from the other what it leaves out.
  bool share(Sum& lower, Sum& upper, Link link) const {
    const bool ascends = lower.quantity.number < upper.quantity.number;
    const bool needs_scale = !lower.quantity.is_scaled() && upper.quantity.is_scaled();
    if (lower.has_currency() && upper.has_currency()) {
      if (lower.before && needs_scale && ascends && lower.currency() == upper.currency()) {
        lower.quantity.value = lower.quantity.number * upper.quantity.scale;
      }
      return true;
    }
    if (lower.before && (link == Link::kHyphen || (needs_scale && ascends))) {
      upper.before = lower.before;
    } else if (!lower.has_currency() && upper.after && may_begin_range(lower, upper, link)) {
      lower.after = upper.after;
    } else {
      return false;
    }
    if (needs_scale) {
      lower.quantity.value = lower.quantity.number * upper.quantity.scale;
    }
    return true;
  }

  // A number without a currency may be a year or the end of a name: "en 2020 – 35 milliards",
  // "F-16 or 20 million dollars".
  bool may_begin_range(const Sum& lower, const Sum& upper, Link link) const {
    const bool ascends = lower.quantity.number < upper.quantity.number;
    const bool like_year = lower.quantity.value >= 1900 && lower.quantity.value < 2100;
    const bool in_name = lower.first > 0 && text_.is_hyphen(lower.first - 1);
    return !in_name && (link != Link::kDash || ascends) &&
           !(like_year && (!ascends || upper.quantity.is_scaled()));
  }

  void add(const Sum& sum) {
    amounts_.push_back({sum.quantity.value, std::string(sum.currency()),
                        text_.lexemes[sum.first].begin_bytes,
                        text_.lexemes[sum.end - 1].end_bytes});
    free_ = sum.end;
  }

  MoneyText text_;
  CurrencyReader reader_;
  std::vector<Amount> amounts_;
  size_t free_ = 0;  // the first lexeme that no sum has taken
};

}  // namespace

std::vector<Amount> find_amounts(std::string_view text, Language language) {
  constexpr size_t kMostBytes = size_t{1} << 31U;
  return Finder(text.substr(0, border_before(text, kMostBytes)), language).amounts();
}

}  // namespace vigie
