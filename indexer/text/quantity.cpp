#include "indexer/text/quantity.h"

#include <cmath>

#include "indexer/text/amounts.h"
#include "indexer/text/number_words.h"

namespace vigie {
namespace {

constexpr double kBillionOfEnglish = 1e9;
constexpr int kMostParts = 16;  // words of one number

const NumberWord* number_word_at(const MoneyText& text, size_t index) {
  return text.is(index, LexemeKind::kWord) ? number_word(text.written(index)) : nullptr;
}

// Reads one quantity from left to right: `group` collects what the next scale multiplies ("deux
// cents" millions), `total` what is multiplied already; both in parts of `denominator`, so that
// decimals cost no exactness.
class Reader {
 public:
  Reader(const MoneyText& text, size_t first, double billion)
      : text_(text), next_(first), billion_(billion) {}

  std::optional<Quantity> read() {
    const size_t first = next_;
    const bool is_number = text_.is(next_, LexemeKind::kNumber);
    if (is_number ? !begin_with_digits() : !begin_with_word()) {
      return std::nullopt;
    }
    for (int part = 0; part < kMostParts; ++part) {
      if (!(!is_number && read_small()) && !read_scale() && !read_half()) {
        break;
      }
    }
    const double value = (total_ + group_) / denominator_;
    if (must_scale_ && ((scale_ <= 1 && value < 100) || is_part_of(first))) {
      return std::nullopt;
    }
    return Quantity{value, scale_ > 1 ? number_ : value, scale_, next_};
  }

 private:
  bool begin_with_digits() {
    const Lexeme& lexeme = text_.lexemes[next_++];
    group_ = static_cast<double>(lexeme.digits);
    denominator_ = std::pow(10.0, lexeme.decimals);
    return true;
  }

  bool begin_with_word() {
    const NumberWord* word = number_word(next_);
    must_scale_ = word->value == 1 && text_.folded(next_) != "one";
    if (must_scale_ && is_half(after_hyphen(next_ + 1))) {
      next_ = after_hyphen(next_ + 1);
      word = number_word(next_);
    }
    switch (word->kind) {
      case NumberWordKind::kHalf:
        return begin_with_half();
      case NumberWordKind::kThousand:
        group_ = 1;
        return read_scale();
      case NumberWordKind::kHundred:
        group_ = 100;  // only the French "cent" may begin a number: 5 per cent, hundreds
        return text_.language != Language::kEnglish && text_.written(next_++).size() == 4;
      default:
        group_ = word->value;
        ++next_;
        return true;
    }
  }

  // "half a billion", "un demi-milliard".
  bool begin_with_half() {
    must_scale_ = true;
    group_ = 1;
    denominator_ = 2;
    next_ = after_hyphen(next_ + 1);
    const NumberWord* word = number_word(next_);
    if (word != nullptr && word->kind == NumberWordKind::kArticle) {
      next_ = after_hyphen(next_ + 1);
    }
    return read_scale();
  }

  // Whether the text speaks of a part of what begins at `first`: "three quarters of a billion".
  bool is_part_of(size_t first) const {
    const std::string of = first >= 2 ? text_.folded(first - 1) : std::string();
    const std::string part = of == "of" ? text_.folded(first - 2) : std::string();
    return part == "quarter" || part == "quarters" || part == "third" || part == "thirds" ||
           part == "fraction";
  }

  // Past the hyphen at `index`, if one ties two words there.
  size_t after_hyphen(size_t index) const {
    return text_.is_hyphen(index) && !text_.lexemes[index + 1].spaced ? index + 1 : index;
  }

  const NumberWord* number_word(size_t index) const { return number_word_at(text_, index); }

  bool is_half(size_t index) const {
    const NumberWord* word = number_word(index);
    return word != nullptr && word->kind == NumberWordKind::kHalf;
  }

  bool is_and(size_t index) const {
    return text_.is(index, LexemeKind::kWord) &&
           (text_.written(index) == "et" || text_.written(index) == "and");
  }

  // The next word of a number in words: "cinq" of "vingt-cinq", "fifty" of "hundred and fifty".
  bool read_small() {
    size_t at = after_hyphen(next_);
    const bool joined = is_and(at);
    at = joined ? after_hyphen(at + 1) : at;
    const NumberWord* word = number_word(at);
    if (word == nullptr || (joined && (group_ < 20 || is_hundred(after_hyphen(at + 1))))) {
      return false;
    }
    const bool fits = word->kind == NumberWordKind::kHundred ? add_hundred() : add_small(*word);
    next_ = fits ? at + 1 : next_;
    return fits;
  }

  bool is_hundred(size_t index) const {
    const NumberWord* word = number_word(index);
    return word != nullptr && word->kind == NumberWordKind::kHundred;
  }

  bool add_hundred() {
    if (group_ >= 100 || (group_ == 0 && scale_ <= 1)) {
      return false;
    }
    group_ = group_ == 0 ? 100 : group_ * 100;
    return true;
  }

  bool add_small(const NumberWord& word) {
    const double rest = std::fmod(group_, 100);
    if (word.kind != NumberWordKind::kSmall || denominator_ > 1) {
      return false;
    }
    if (word.value == 20 && rest == 4) {  // quatre-vingt
      group_ += 76;
      return true;
    }
    const bool takes_teens = rest == 60 || rest == 80;
    const double room = rest == 0 ? 100 : takes_teens ? 20 : std::fmod(rest, 10) == 0 ? 10 : 0;
    if (word.value >= room) {
      return false;
    }
    group_ += word.value;
    return true;
  }

  bool read_scale() {
    const size_t at = after_hyphen(next_);
    const std::optional<Scale> scale = scale_at(at);
    if (!scale || ended_ || (group_ == 0 && scale->value <= last_) ||
        (scale->is_letter && (scale_ > 1 || !stands_apart(at)))) {
      return false;
    }
    number_ = scale_ > 1 ? number_ : group_ / denominator_;
    if (scale->value > last_) {
      scale_ = group_ == 0 || scale_ <= 1 ? scale_ * scale->value : scale->value;
      total_ = (total_ + group_) * scale->value;
    } else {
      total_ += group_ * scale->value;
    }
    group_ = 0;
    last_ = scale->value;
    ended_ = scale->is_letter;
    next_ = at + 1;
    return true;
  }

  std::optional<Scale> scale_at(size_t at) const {
    return text_.is(at, LexemeKind::kWord) ? scale_of(text_.written(at), billion_) : std::nullopt;
  }

  // Whether the letter at `at` is no initial and no part of a name: M. Dupont, B-52, B&B.
  bool stands_apart(size_t at) const {
    const Lexeme& after = text_.lexemes[at + 1];
    if (!text_.lexemes[at].spaced || after.spaced || after.kind == LexemeKind::kBreak ||
        after.kind == LexemeKind::kSign || after.kind == LexemeKind::kWord) {  // MEUR
      return true;
    }
    const char sign = text_.text[after.begin_bytes];
    const bool is_initial = sign == '.' && text_.is(at + 2, LexemeKind::kWord);
    return !is_initial && (sign == '.' || sign == ',' || sign == ';' || sign == ')');
  }

  // "et demi", "and a half": half of what stands before.
  bool read_half() {
    size_t at = next_;
    if (!is_and(at) && !(text_.is_hyphen(at) && is_and(at + 1))) {
      return false;
    }
    at = after_hyphen(at);
    const NumberWord* article = number_word(after_hyphen(at + 1));
    const bool has_article = article != nullptr && article->kind == NumberWordKind::kArticle;
    at = after_hyphen(has_article ? after_hyphen(at + 1) + 1 : at + 1);
    const std::string half = text_.folded(at);
    if (half != "half" && half != "demi" && half != "demie") {
      return false;
    }
    (last_ > 1 ? total_ : group_) += last_ * denominator_ / 2;
    next_ = at + 1;
    return true;
  }

  const MoneyText& text_;
  size_t next_;
  double billion_;
  double total_ = 0;
  double group_ = 0;
  double denominator_ = 1;
  double number_ = 0;        // what stood before the first scale
  double scale_ = 1;         // of all scales read
  double last_ = 1;          // the last one
  bool ended_ = false;       // after a letter nothing more multiplies
  bool must_scale_ = false;  // "a", "un" alone are no numbers
};

}  // namespace

bool may_begin_quantity(const MoneyText& text, size_t first) {
  return text.is(first, LexemeKind::kNumber) || number_word_at(text, first) != nullptr;
}

std::optional<Quantity> quantity_at(const MoneyText& text, size_t first, double billion) {
  return may_begin_quantity(text, first) ? Reader(text, first, billion).read() : std::nullopt;
}

std::optional<double> parse_quantity(std::string_view written) {
  constexpr size_t kMostBytes = 100;
  if (written.size() > kMostBytes) {
    return std::nullopt;
  }
  const MoneyText text = money_text(written, Language::kEnglish);
  const std::optional<Quantity> quantity = quantity_at(text, 0, kBillionOfEnglish);
  if (!quantity || !text.is(0, LexemeKind::kNumber) || quantity->end + 1 != text.lexemes.size()) {
    return std::nullopt;
  }
  return quantity->value;
}

}  // namespace vigie
