#include "indexer/text/unit.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "indexer/text/atoms.h"
#include "indexer/text/characters.h"
#include "indexer/text/fold.h"
#include "indexer/text/number.h"

namespace vigie {
namespace {

constexpr size_t kMostPartsJoined =
    4;  // longer ones (addresses, dates in file names) nobody types joined

// A part of a compound, or the only one.
struct Part {
  std::string folded;
  std::string elided;   // folded letters of an elided word before it
  std::string acronym;  // empty if it is none
  bool is_number = false;
  bool is_dotted = false;
  uint32_t begin_bytes = 0;
  uint32_t end_bytes = 0;
};

bool is_ordinal_ending(const std::string& folded) {
  static const std::unordered_set<std::string_view> endings = {
      "e",    "es", "er",  "ers", "re",   "res", "ere", "eres", "eme",
      "emes", "nd", "nds", "nde", "ndes", "st",  "rd",  "th",   "ths"};
  return endings.count(folded) != 0;
}

bool is_hyphen(char32_t sign) {
  return role_of(sign) == CharacterRole::kHyphen;
}

bool begins_part(const std::vector<Atom>& atoms, size_t index) {
  return index == 0 || atoms[index - 1].separator != 0;
}

bool ends_part(const std::vector<Atom>& atoms, size_t index) {
  return index + 1 == atoms.size() || atoms[index].separator != 0;
}

// Whether the atom is all that stands between two signs: MQ in MQ-9, not in MQ9.
bool stands_alone(const std::vector<Atom>& atoms, size_t index) {
  return begins_part(atoms, index) && ends_part(atoms, index);
}

// One past the last atom of the dotted acronym that begins at `first`; `first` if none does: single
// letters, each followed by one dot, between hyphens or the unit's ends.
size_t end_of_dotted(const std::vector<Atom>& atoms, size_t first) {
  const bool starts = first == 0 || is_hyphen(atoms[first - 1].last_separator);
  size_t end = first;
  bool goes_on = starts;
  while (goes_on && end < atoms.size() && !atoms[end].is_number && atoms[end].letters == 1) {
    goes_on = atoms[end].separator == U'.' && atoms[end].last_separator == U'.';
    ++end;
  }
  if (end - first < 2) {
    return first;
  }
  const bool ends = end == atoms.size() || is_hyphen(atoms[end - 1].last_separator);
  return ends ? end : first;
}

// Letters in capitals without accents: the counterpart of fold() for what stays in capitals.
std::string in_capitals(const std::string& written, bool all_letters) {
  const std::string folded = fold(all_letters ? written : written.substr(0, written.size() - 1));
  std::string capitals;
  icu::UnicodeString::fromUTF8(folded).toUpper(icu::Locale::getRoot()).toUTF8String(capitals);
  return cut_to_term(std::move(capitals));
}

std::string acronym_of(const Atom& atom) {
  if (atom.had_apostrophe || atom.uppercase < 2) {
    return {};
  }
  const bool all = atom.uppercase == atom.letters;
  const bool plural = atom.uppercase + 1 == atom.letters && atom.ends_lowercase_s;
  return all || plural ? in_capitals(atom.written, all) : std::string();
}

// NFKC may write one letter as several words; a word has no space in it.
std::string fold_word(std::string_view written) {
  std::string folded = fold(written);
  folded.erase(std::remove(folded.begin(), folded.end(), ' '), folded.end());
  return cut_to_term(std::move(folded));
}

// Turns the atoms of a unit into parts.
class PartReader {
 public:
  explicit PartReader(const std::vector<Atom>& atoms) : atoms_(atoms) {}

  std::vector<Part> read() {
    while (at_ < atoms_.size()) {
      const size_t dotted_end = end_of_dotted(atoms_, at_);
      if (dotted_end > at_) {
        add_dotted(dotted_end);
      } else if (atoms_[at_].is_number) {
        add_number();
      } else {
        add_letters();
      }
    }
    return std::move(parts_);
  }

 private:
  Part part_of(const Atom& atom) const {
    Part part;
    part.elided = fold_word(atom.elided);
    part.begin_bytes = atom.begin_bytes;
    part.end_bytes = atom.end_bytes;
    return part;
  }

  void add(Part part) {
    if (!part.folded.empty()) {
      parts_.push_back(std::move(part));
    }
  }

  void add_dotted(size_t end) {
    Part part = part_of(atoms_[at_]);
    std::string written;
    for (; at_ < end; ++at_) {
      written += atoms_[at_].written;
    }
    const Atom& last = atoms_[end - 1];
    part.end_bytes = last.separator == U'.' ? last.separator_end_bytes : last.end_bytes;
    part.folded = fold_word(written);
    part.acronym = in_capitals(written, true);
    part.is_dotted = true;
    add(std::move(part));
  }

  void add_letters() {
    const Atom& atom = atoms_[at_];
    Part part = part_of(atom);
    part.folded = fold_word(atom.written);
    if (stands_alone(atoms_, at_)) {
      part.acronym = acronym_of(atom);
    }
    ++at_;
    add(std::move(part));
  }

  void add_number() {
    const Atom& atom = atoms_[at_];
    Part part = part_of(atom);
    part.is_number = true;
    part.folded = cut_to_term(plain_number(atom.written));
    const bool may_be_ordinal = begins_part(atoms_, at_) && atom.letters == atom.written.size();
    const Atom* ending = ending_of_number();
    ++at_;
    if (ending != nullptr && may_be_ordinal && is_ordinal_ending(fold(ending->written))) {
      part.folded += fold(ending->written);
      part.end_bytes = ending->end_bytes;
      ++at_;
    } else if (ending != nullptr && ending->written == "s") {
      ++at_;  // a plural: F-35s, 1990s
    }
    add(std::move(part));
  }

  // The letters that end the part whose number is at hand: "e" of 2e, "mm" of 155mm.
  const Atom* ending_of_number() const {
    const size_t next = at_ + 1;
    const bool follows = next < atoms_.size() && atoms_[at_].separator == 0;
    return follows && ends_part(atoms_, next) ? &atoms_[next] : nullptr;
  }

  const std::vector<Atom>& atoms_;
  size_t at_ = 0;
  std::vector<Part> parts_;
};

// The parts written as one word; empty where nobody would write them so.
std::string joined(const std::vector<Part>& parts) {
  const bool numbers_only =
      std::all_of(parts.begin(), parts.end(), [](const Part& part) { return part.is_number; });
  if (parts.size() < 2 || parts.size() > kMostPartsJoined || numbers_only) {
    return {};
  }
  std::string whole = parts[0].folded;
  for (size_t i = 1; i < parts.size(); ++i) {
    whole += parts[i].elided + parts[i].folded;
  }
  return cut_to_term(std::move(whole));
}

void count_letter_words(const std::vector<Atom>& atoms, UnitWords& result) {
  for (size_t i = 0; i < atoms.size(); ++i) {
    const Atom& atom = atoms[i];
    if (!atom.is_number && atom.letters > 1 && stands_alone(atoms, i)) {
      ++result.letter_words;
      result.capital_words += atom.uppercase == atom.letters ? 1 : 0;
    }
  }
}

}  // namespace

std::string cut_to_term(std::string folded) {
  // A term holds 245 bytes with its prefix; what is longer than this is no word anybody types.
  constexpr size_t kMostBytes = 180;
  if (folded.size() > kMostBytes) {
    folded.resize(border_before(folded, kMostBytes));
  }
  return folded;
}

bool is_elision(std::string_view letters) {
  constexpr std::array<std::string_view, 16> kElided = {
      "c",      "d",  "j",      "jusqu",  "l", "lorsqu", "m",        "n",
      "puisqu", "qu", "quelqu", "quoiqu", "s", "t",      "tandisqu", "parcequ"};
  const std::string folded = fold(letters);
  return std::find(kElided.begin(), kElided.end(), folded) != kElided.end();
}

bool is_dotted_acronym(std::string_view unit) {
  const std::vector<Atom> atoms = atoms_of(unit);
  return !atoms.empty() && end_of_dotted(atoms, 0) == atoms.size();
}

UnitWords words_of_unit(std::string_view unit) {
  const std::vector<Atom> atoms = atoms_of(unit);
  const std::vector<Part> parts = PartReader(atoms).read();
  UnitWords result;
  result.is_compound = parts.size() > 1;
  count_letter_words(atoms, result);
  const std::string whole = joined(parts);
  for (const Part& part : parts) {
    result.words.push_back(
        {TokenKind::kWord, false, part.begin_bytes, part.end_bytes, part.folded});
    if (!part.acronym.empty()) {
      result.words.push_back(
          {TokenKind::kAcronym, !part.is_dotted, part.begin_bytes, part.end_bytes, part.acronym});
    }
    if (&part == &parts.front() && !whole.empty()) {
      result.words.push_back(
          {TokenKind::kJoined, false, parts.front().begin_bytes, parts.back().end_bytes, whole});
    }
  }
  return result;
}

}  // namespace vigie
