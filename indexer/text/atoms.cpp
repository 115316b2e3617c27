#include "indexer/text/atoms.h"

#include <unicode/uchar.h>

#include "indexer/text/fold.h"
#include "indexer/text/number.h"
#include "indexer/text/unit.h"

namespace vigie {
namespace {

using Role = CharacterRole;

// Reads atoms from the characters of one unit, left to right.
class AtomReader {
 public:
  explicit AtomReader(std::string_view unit) : unit_(unit), characters_(characters_of(unit)) {}

  std::vector<Atom> read() {
    while (at_ < characters_.size()) {
      const Role role = characters_[at_].role;
      if (role == Role::kLetter) {
        read_letters();
      } else if (role == Role::kDigit) {
        read_number();
      } else {
        read_separator();
      }
    }
    return std::move(atoms_);
  }

 private:
  Role role(size_t index) const {
    return index < characters_.size() ? characters_[index].role : Role::kOther;
  }

  std::string_view bytes(const Character& character) const {
    return unit_.substr(character.begin_bytes, character.end_bytes - character.begin_bytes);
  }

  void read_separator() {
    const Character& sign = characters_[at_++];
    if (atoms_.empty() || sign.role == Role::kMark || sign.role == Role::kFormat) {
      return;
    }
    if (atoms_.back().separator == 0) {
      atoms_.back().separator = sign.code;
      atoms_.back().separator_end_bytes = sign.end_bytes;
    }
    atoms_.back().last_separator = sign.code;
  }

  // One past the last character of the run of letters that begins here.
  size_t end_of_letters() const {
    size_t end = at_ + 1;
    for (;; ++end) {
      const Role here = role(end);
      const bool is_inner =
          (here == Role::kApostrophe || here == Role::kMiddleDot) && role(end + 1) == Role::kLetter;
      if (here != Role::kLetter && here != Role::kMark && here != Role::kFormat && !is_inner) {
        return end;
      }
    }
  }

  void read_letters() {
    const size_t end = end_of_letters();
    Atom atom;
    const size_t begin = cut_elision(end, atom);
    const size_t stop = cut_possessive(begin, end);
    for (size_t i = begin; i < stop; ++i) {
      add_letter(characters_[i], atom);
    }
    atom.begin_bytes = characters_[begin].begin_bytes;
    at_ = end;
    if (!is_possessive_s(atom)) {
      atoms_.push_back(std::move(atom));
    }
  }

  void add_letter(const Character& character, Atom& atom) const {
    if (character.role == Role::kFormat || character.role == Role::kMiddleDot) {
      return;
    }
    if (character.role == Role::kApostrophe) {
      atom.had_apostrophe = true;
      return;
    }
    atom.written += bytes(character);
    atom.end_bytes = character.end_bytes;
    if (character.role == Role::kLetter) {
      ++atom.letters;
      atom.uppercase += u_isUUppercase(static_cast<UChar32>(character.code)) ? 1 : 0;
      atom.ends_lowercase_s = character.code == U's';
    }
  }

  // Where the letters go on after an elided word, kept in `atom`; where they begin if there is
  // none.
  size_t cut_elision(size_t end, Atom& atom) const {
    constexpr size_t kLongestElision =
        7;  // jusqu, lorsqu, puisqu, quoiqu and room for a soft hyphen
    std::string letters;
    size_t i = at_;
    while (i < end && i - at_ <= kLongestElision && role(i) != Role::kApostrophe) {
      letters += bytes(characters_[i++]);
    }
    if (i + 1 >= end || role(i) != Role::kApostrophe || !is_elision(letters)) {
      return at_;
    }
    if (!may_follow_elision(letters, i + 1, end)) {
      return at_;
    }
    atom.elided = letters;
    return i + 1;
  }

  // Whether the letters from `begin` on may have made the word before them elide.
  bool may_follow_elision(const std::string& letters, size_t begin, size_t end) const {
    const std::string elided = fold(letters);
    const std::string first = fold(bytes(characters_[begin]));
    if (elided == "quelqu" && (first == "u")) {
      return false;  // quelqu'un is one word, and means no "un"
    }
    if (!first.empty() && std::string_view("aeiouyh").find(first[0]) != std::string_view::npos) {
      return true;
    }
    // l'FBI, d'F-16: spelt out, they begin with a vowel; N'DJAMENA and D'SOUZA are names.
    const bool may_be_spelt = elided == letters || elided == "l";
    return may_be_spelt && is_capital(begin) && (begin + 1 == end || is_capital(begin + 1));
  }

  bool is_capital(size_t index) const {
    return u_isUUppercase(static_cast<UChar32>(characters_[index].code));
  }

  size_t cut_possessive(size_t begin, size_t end) const {
    const bool has_s = end - begin > 2 && (characters_[end - 1].code | 0x20) == U's' &&
                       role(end - 2) == Role::kApostrophe;
    return has_s ? end - 2 : end;
  }

  // The s of F-35's and U.S.'s, where the apostrophe is not between letters.
  bool is_possessive_s(const Atom& atom) const {
    return atom.letters == 1 && (atom.written == "s" || atom.written == "S") && !atoms_.empty() &&
           role_of(atoms_.back().last_separator) == Role::kApostrophe;
  }

  void read_number() {
    const size_t begin = at_;
    const bool is_known_row = at_ < row_end_;
    Atom atom = number_atom(is_known_row);
    if (!is_known_row && plain_number(atom.written).empty()) {  // 1,2,3: numbers in a row
      row_end_ = at_;
      at_ = begin;
      atom = number_atom(true);
    }
    atoms_.push_back(std::move(atom));
  }

  // The digits from here on and, between them, the signs of one number, or only dots.
  Atom number_atom(bool only_dots) {
    Atom atom;
    atom.is_number = true;
    atom.begin_bytes = characters_[at_].begin_bytes;
    for (; at_ < characters_.size(); ++at_) {
      const Character& character = characters_[at_];
      if (character.role == Role::kDigit) {
        const int value = u_charDigitValue(static_cast<UChar32>(character.code));
        atom.written += static_cast<char>('0' + value);
        atom.end_bytes = character.end_bytes;
        ++atom.letters;
      } else if (may_part_digits(character.role, only_dots) && role(at_ + 1) == Role::kDigit) {
        const bool is_apostrophe = character.role == Role::kApostrophe;
        atom.written += is_apostrophe ? '\'' : static_cast<char>(character.code);
      } else if (character.role != Role::kMark && character.role != Role::kFormat) {
        break;
      }
    }
    return atom;
  }

  static bool may_part_digits(Role role, bool only_dots) {
    return role == Role::kDot ||
           (!only_dots && (role == Role::kComma || role == Role::kApostrophe));
  }

  std::string_view unit_;
  std::vector<Character> characters_;
  size_t at_ = 0;
  size_t row_end_ = 0;  // up to here, digits parted by other signs than dots are several numbers
  std::vector<Atom> atoms_;
};

}  // namespace

std::vector<Atom> atoms_of(std::string_view unit) {
  return AtomReader(unit).read();
}

}  // namespace vigie
