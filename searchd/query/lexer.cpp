#include "searchd/query/lexer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "indexer/clean_text.h"
#include "indexer/text/amounts.h"
#include "indexer/text/characters.h"
#include "searchd/query/amount_range.h"
#include "searchd/query/day_range.h"
#include "searchd/query/parentheses.h"
#include "searchd/query/syntax.h"

namespace vigie {
namespace {

constexpr size_t kShortestPrefix = 2;  // letters before the star: fewer match half the vocabulary

bool is_sign(char c) {
  return c == '-' || c == '+' || c == '=';
}

bool is_letter_or_digit(const Character& character) {
  return character.role == CharacterRole::kLetter || character.role == CharacterRole::kDigit;
}

size_t count_letters(std::string_view text) {
  const std::vector<Character> characters = characters_of(text);
  return static_cast<size_t>(
      std::count_if(characters.begin(), characters.end(), is_letter_or_digit));
}

bool is_ascii_digit(std::string_view text, size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<QueryToken> tokens() {
    while (at_ < text_.size()) {
      step();
    }
    return std::move(tokens_);
  }

 private:
  Character peek() const { return character_at(text_, static_cast<uint32_t>(at_)); }

  void step() {
    const Character character = peek();
    if (is_gap(character.code)) {
      at_ = character.end_bytes;
      at_border_ = true;
      after_sign_ = false;
    } else if (is_sign(text_[at_])) {
      read_signs();
    } else {
      read_item(/*minus=*/false, /*exact=*/false);
    }
  }

  /// Signs before a word: a minus that excludes, a plus that says nothing, an equals sign. All of
  /// them inside a text, and minus in front of a space or another sign, are punctuation.
  void read_signs() {
    const size_t begin = at_;
    at_ = std::min(text_.find_first_not_of("-+=", begin), text_.size());
    const std::string_view signs = text_.substr(begin, at_ - begin);
    const bool minus = at_border_ && signs.front() == '-' && (signs.size() == 1 || signs[1] == '=');
    at_border_ = false;
    after_sign_ = true;
    skip_unclosed_quotes();
    if (at_ < text_.size() && !is_gap(peek().code) && !is_sign(text_[at_])) {
      read_item(minus, signs.back() == '=');
    }
  }

  void read_item(bool minus, bool exact) {
    const Character character = peek();
    const bool after_sign = after_sign_;
    after_sign_ = false;
    if (character.code == U'(') {
      push_minus(minus);
      push({QueryTokenKind::kOpen, {}});
      at_border_ = true;
    } else if (character.code == U')') {
      push({QueryTokenKind::kClose, {}});
      at_border_ = false;
    } else if (quote_class(character.code) != QuoteClass::kNone) {
      read_phrase(character, minus);
      return;
    } else if (character.code != U'*' && character.code != U',' && character.code != U';') {
      read_run(minus, exact, after_sign);
      return;
    } else {
      at_border_ = false;
    }
    at_ = character.end_bytes;
  }

  /// Where the phrase that `quote` opens ends; npos if it never does.
  size_t closing_quote(const Character& quote) {
    const QuoteClass wanted = quote_class(quote.code);
    bool& is_unclosed = unclosed_[static_cast<size_t>(wanted)];
    for (size_t at = quote.end_bytes; !is_unclosed && at < text_.size();) {
      const Character character = character_at(text_, static_cast<uint32_t>(at));
      if (quote_class(character.code) == wanted) {
        return at;
      }
      at = character.end_bytes;
    }
    is_unclosed = true;  // nor is any later one: many quotes must not cost their square
    return std::string_view::npos;
  }

  void skip_unclosed_quotes() {
    while (at_ < text_.size()) {
      const Character character = peek();
      if (quote_class(character.code) == QuoteClass::kNone ||
          closing_quote(character) != std::string_view::npos) {
        return;
      }
      at_ = character.end_bytes;
    }
  }

  void read_phrase(const Character& quote, bool minus) {
    const size_t end = closing_quote(quote);
    at_ = quote.end_bytes;
    if (end == std::string_view::npos) {
      return;
    }
    const std::string_view phrase = text_.substr(at_, end - at_);
    at_ = character_at(text_, static_cast<uint32_t>(end)).end_bytes;
    at_border_ = false;
    if (count_letters(phrase) == 0) {
      drop_prefixes(tokens_);
      return;
    }
    push_minus(minus);
    push({QueryTokenKind::kPhrase, trimmed(phrase)});
  }

  /// A word or an operator, with the field before it.
  void read_run(bool minus, bool exact, bool after_sign) {
    const std::optional<FieldName> field = field_at(text_.substr(at_));
    const bool has_words = field && field->values == FieldValues::kWords;
    if (field && !has_words && read_range(*field, minus)) {
      return;
    }
    if (field && (has_words || run_end(at_) == at_ + field->name.size() + 1)) {
      push_minus(minus);
      read_field(*field);
      return;
    }
    const std::string_view run = text_.substr(at_, run_end(at_) - at_);
    at_ += run.size();
    at_border_ = false;
    const bool starred = skip_stars();
    const size_t letters = count_letters(run);
    if (letters == 0) {
      return;
    }
    push_minus(minus);
    const std::optional<QueryOperator> op = query_operator(run);
    if (exact) {
      push({QueryTokenKind::kExact, run});
    } else if (starred && letters >= kShortestPrefix) {
      push({QueryTokenKind::kPrefix, run});
    } else if (op && !after_sign && !starred) {
      push({op->kind, run, QueryField::kText, op->distance, {}, {}});
    } else {
      push({QueryTokenKind::kWord, run});
    }
  }

  void read_field(const FieldName& field) {
    at_ += field.name.size() + 1;
    if (field.values != FieldValues::kWords) {
      push({QueryTokenKind::kWord, field.name});
      at_border_ = false;
      return;
    }
    push({QueryTokenKind::kField, field.name, field.field, 0, {}, {}});
    at_border_ = true;
    after_sign_ = true;
  }

  /// Where the gap that begins at `at` ends.
  size_t gap_end(size_t at) const {
    while (at < text_.size() && is_gap(character_at(text_, static_cast<uint32_t>(at)).code)) {
      at = character_at(text_, static_cast<uint32_t>(at)).end_bytes;
    }
    return at;
  }

  /// A field and a range of its values, if that is what stands here.
  bool read_range(const FieldName& field, bool minus) {
    const size_t begin = gap_end(at_ + field.name.size() + 1);
    return field.values == FieldValues::kDays ? read_days(begin, minus)
                                              : read_amounts(begin, minus);
  }

  /// What is no amount is a token, too: whoever types `amount:` means one.
  bool read_amounts(size_t begin, bool minus) {
    const size_t end = run_end(begin);
    const std::string_view typed = text_.substr(begin, end - begin);
    if (count_letters(typed) == 0) {
      return false;
    }
    std::optional<AmountRange> range = parse_amount_range(typed);
    at_ = end;
    const size_t code = gap_end(end);
    const std::string_view next = text_.substr(code, run_end(code) - code);
    if (range && range->currency.empty() && is_currency(next)) {
      range->currency = next;
      at_ = code + next.size();
    }
    at_border_ = false;
    push_minus(minus);
    push({QueryTokenKind::kAmounts,
          range ? std::string_view() : typed,
          QueryField::kText,
          0,
          {},
          range.value_or(AmountRange())});
    return true;
  }

  bool read_days(size_t begin, bool minus) {
    const size_t end = run_end(begin);
    const auto days = parse_day_range(text_.substr(begin, end - begin));
    if (!days) {
      return false;
    }
    at_ = end;
    at_border_ = false;
    push_minus(minus);
    push({QueryTokenKind::kDates, {}, QueryField::kText, 0, *days, {}});
    return true;
  }

  /// Where the run of characters that begins at `begin` ends.
  size_t run_end(size_t begin) const {
    size_t at = begin;
    while (at < text_.size()) {
      const Character character = character_at(text_, static_cast<uint32_t>(at));
      const char32_t code = character.code;
      const bool in_number =
          code == U',' && at > 0 && is_ascii_digit(text_, at - 1) && is_ascii_digit(text_, at + 1);
      if (is_gap(code) || code == U'(' || code == U')' || code == U'*' || code == U';' ||
          (code == U',' && !in_number) || quote_class(code) != QuoteClass::kNone) {
        break;
      }
      at = character.end_bytes;
    }
    return at;
  }

  /// Whether stars stood here and ended a word; goes past them.
  bool skip_stars() {
    const size_t begin = at_;
    at_ = std::min(text_.find_first_not_of('*', begin), text_.size());
    return at_ > begin && (at_ == text_.size() || !is_letter_or_digit(peek()));
  }

  void push(const QueryToken& token) { tokens_.push_back(token); }

  void push_minus(bool minus) {
    if (minus) {
      push({QueryTokenKind::kMinus, {}});
    }
  }

  std::string_view text_;
  size_t at_ = 0;
  bool at_border_ = true;  // a minus here excludes
  bool after_sign_ = false;
  std::array<bool, 3> unclosed_{};
  std::vector<QueryToken> tokens_;
};

}  // namespace

std::vector<QueryToken> query_tokens(std::string_view text, size_t max_depth) {
  return balanced(Lexer(text).tokens(), max_depth);
}

}  // namespace vigie
