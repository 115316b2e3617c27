#include "indexer/text/money_text.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "indexer/text/characters.h"
#include "indexer/text/currency.h"
#include "indexer/text/fold.h"

namespace vigie {
namespace {

constexpr size_t kGroup = 3;        // digits between two separators
constexpr size_t kMostDigits = 18;  // that a uint64_t holds

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_ascii_letter(char c) {
  return static_cast<unsigned char>((c | 0x20) - 'a') < 26;
}

class Lexer {
 public:
  Lexer(std::string_view text, Language language) : text_(text), language_(language) {}

  std::vector<Lexeme> lexemes() {
    constexpr size_t kBytesPerLexeme = 4;
    lexemes_.reserve(text_.size() / kBytesPerLexeme + 1);
    while (at_ < text_.size()) {
      read();
    }
    add(at_, LexemeKind::kBreak);
    return std::move(lexemes_);
  }

 private:
  // What stands at `at`; past the end a zero.
  char byte(size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  size_t digits_at(size_t at) const {
    size_t count = 0;
    while (is_digit(byte(at + count))) {
      ++count;
    }
    return count;
  }

  void add(size_t begin, LexemeKind kind) {
    lexemes_.push_back(
        {static_cast<uint32_t>(begin), static_cast<uint32_t>(at_), kind, spaced_, 0, 0});
    spaced_ = false;
  }

  void read() {
    const char c = text_[at_];
    if (c == ' ' || c == '\t') {
      spaced_ = true;
      ++at_;
    } else if (is_digit(c) || (c == '.' && is_bare_decimal())) {
      read_number();
    } else if (is_ascii_letter(c)) {
      read_word();
    } else {
      read_other();
    }
  }

  // Whether the dot here begins a number, as in "$.5 million".
  bool is_bare_decimal() const {
    return is_digit(byte(at_ + 1)) && !lexemes_.empty() && !spaced_ &&
           lexemes_.back().kind == LexemeKind::kSign;
  }

  // A separator of digits at `at`: its length and what it is; no spaces but one at a time.
  size_t separator_at(size_t at, char& sort) const {
    const char c = byte(at);
    if (c == ' ' || c == '\'' || c == ',' || c == '.') {
      sort = c;
      return 1;
    }
    const std::string_view here = text_.substr(std::min(at, text_.size()), 3);
    for (const std::string_view space : {"\u00A0", "\u202F", "\u2009", "\u2007"}) {
      if (here.substr(0, space.size()) == space) {
        sort = ' ';
        return space.size();
      }
    }
    sort = '\'';
    return here == "’" ? here.size() : 0;
  }

  // Whether one `sort` alone before three digits is a decimal sign. A sign before the number
  // ($1,200) tells the English style.
  bool is_decimal_before_three(char sort) const {
    const bool after_sign =
        !lexemes_.empty() && !spaced_ && lexemes_.back().kind == LexemeKind::kSign;
    const bool english = language_ == Language::kEnglish || after_sign;
    return sort == '.' ? english : sort == ',' && language_ == Language::kFrench && !after_sign;
  }

  // Whether what follows the three digits at `after` tells that `sort` before them parts groups:
  // 1.200.000, 1,200.5.
  bool is_grouping(char sort, size_t after) const {
    const char sign = byte(after);
    const bool decimals = (sign == '.' || sign == ',') && sign != sort && is_digit(byte(after + 1));
    return decimals || (sign == sort && digits_at(after + 1) == kGroup);
  }

  void take_digits(Lexeme& number, size_t count) {
    for (size_t i = 0; i < count; ++i) {
      number.digits = number.digits * 10 + static_cast<uint64_t>(text_[at_ + i] - '0');
    }
    at_ += count;
  }

  // The groups of three after the first digits; which separator parts them ('\0' for none), and
  // how many digits there are.
  char read_groups(Lexeme& number, size_t& digits) {
    char used = '\0';
    const bool may_group = digits <= kGroup && number.digits != 0;
    while (may_group && digits <= kMostDigits - kGroup) {
      char sort = '\0';
      const size_t length = separator_at(at_, sort);
      if (length == 0 || (used != '\0' && sort != used) || digits_at(at_ + length) != kGroup) {
        break;
      }
      const size_t after = at_ + length + kGroup;
      if (used == '\0' && is_decimal_before_three(sort) && !is_grouping(sort, after)) {
        break;
      }
      used = sort;
      at_ += length;
      take_digits(number, kGroup);
      digits += kGroup;
    }
    return used;
  }

  void read_number() {
    const size_t begin = at_;
    Lexeme number{};
    size_t digits = digits_at(at_);
    if (digits > kMostDigits) {
      at_ += digits;
      add(begin, LexemeKind::kOther);
      return;
    }
    take_digits(number, digits);
    const char used = read_groups(number, digits);
    const char sign = byte(at_);
    const size_t decimals = (sign == '.' || sign == ',') && sign != used ? digits_at(at_ + 1) : 0;
    if (decimals > 0 && decimals + digits <= kMostDigits) {
      ++at_;
      take_digits(number, decimals);
      number.decimals = static_cast<uint8_t>(decimals);
    }
    if (skip_more_parts()) {  // a version, a date, a list: 1.2.3
      add(begin, LexemeKind::kOther);
      return;
    }
    add(begin, LexemeKind::kNumber);
    lexemes_.back().digits = number.digits;
    lexemes_.back().decimals = number.decimals;
  }

  bool skip_more_parts() {
    const size_t begin = at_;
    while ((byte(at_) == '.' || byte(at_) == ',') && is_digit(byte(at_ + 1))) {
      ++at_;
      at_ += digits_at(at_);
    }
    return at_ != begin;
  }

  // Past the letters and marks at `at`.
  size_t end_of_letters(size_t at) const {
    while (at < text_.size()) {
      if (is_ascii_letter(text_[at])) {
        ++at;
        continue;
      }
      if (static_cast<unsigned char>(text_[at]) < 0x80) {
        break;
      }
      const Character character = character_at(text_, static_cast<uint32_t>(at));
      if (character.role != CharacterRole::kLetter && character.role != CharacterRole::kMark) {
        break;
      }
      at = character.end_bytes;
    }
    return at;
  }

  void read_word() {
    const size_t begin = at_;
    at_ = end_of_letters(at_);
    if (at_ == begin + 1 && byte(at_) == '.' && is_ascii_letter(byte(at_ + 1)) &&
        byte(at_ + 2) == '.') {
      at_ += 3;  // U.S.
    }
    if (is_digit(byte(at_)) && !is_mark(begin)) {
      while (at_ < text_.size() && (is_digit(text_[at_]) || is_ascii_letter(text_[at_]))) {
        ++at_;  // A400M
      }
    }
    const bool after_number = !lexemes_.empty() && lexemes_.back().kind == LexemeKind::kNumber;
    add(begin, LexemeKind::kWord);
    if (after_number) {
      split_scale_from_code();
    }
  }

  // Whether the word from `begin` may stand right before a number: EUR12, $US5.
  bool is_mark(size_t begin) const {
    const CurrencyMark* mark = currency_mark(text_.substr(begin, at_ - begin));
    const bool after_sign =
        begin > 0 && !spaced_ && !lexemes_.empty() && lexemes_.back().kind == LexemeKind::kSign;
    return mark != nullptr && (mark->code.any() || (mark->prefix.any() && after_sign));
  }

  // "MEUR", "kUSD" are two words to what follows.
  void split_scale_from_code() {
    constexpr uint32_t kCodeBytes = 3;
    Lexeme& word = lexemes_.back();
    const std::string_view written = text_.substr(word.begin_bytes, at_ - word.begin_bytes);
    if (written.size() <= kCodeBytes) {
      return;
    }
    const std::string_view scale = written.substr(0, written.size() - kCodeBytes);
    constexpr std::string_view kScales[] = {"k", "K", "M", "m", "G", "Md", "Mds", "bn"};
    if (std::find(std::begin(kScales), std::end(kScales), scale) == std::end(kScales)) {
      return;
    }
    const CurrencyMark* mark = currency_mark(written.substr(scale.size()));
    if (mark != nullptr && mark->code.any()) {
      word.end_bytes -= kCodeBytes;
      add(word.end_bytes, LexemeKind::kWord);
    }
  }

  void read_other() {
    const Character character = character_at(text_, static_cast<uint32_t>(at_));
    const auto code = static_cast<UChar32>(character.code);
    const bool is_ascii = character.code < 0x80;
    if (character.role == CharacterRole::kLetter) {
      read_word();
      return;
    }
    const size_t begin = at_;
    at_ = character.end_bytes;
    if ((character.code >= 0x0A && character.code <= 0x0D) || character.code == 0x85 ||
        character.code == 0x2028 || character.code == 0x2029) {
      add(begin, LexemeKind::kBreak);
    } else if (!is_ascii && (u_isUWhiteSpace(code) || character.role == CharacterRole::kFormat)) {
      spaced_ = true;
    } else if (character.code == '$' || (!is_ascii && u_charType(code) == U_CURRENCY_SYMBOL)) {
      add(begin, LexemeKind::kSign);
    } else {
      add(begin, LexemeKind::kOther);
    }
  }

  std::string_view text_;
  Language language_;
  std::vector<Lexeme> lexemes_;
  size_t at_ = 0;
  bool spaced_ = false;
};

}  // namespace

std::string MoneyText::folded(size_t index) const {
  if (!is(index, LexemeKind::kWord)) {
    return {};
  }
  std::string word = fold(written(index));
  word.erase(std::remove(word.begin(), word.end(), '.'), word.end());
  return word;
}

MoneyText money_text(std::string_view text, Language language) {
  return {text, language, Lexer(text, language).lexemes()};
}

}  // namespace vigie
