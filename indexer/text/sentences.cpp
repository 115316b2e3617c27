#include "indexer/text/sentences.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "indexer/text/characters.h"

namespace vigie {

namespace {

/// Before and after what is asked for; a sentence that reaches further is cut between words.
constexpr uint32_t kMostBytesAside = 500;

constexpr std::array<std::string_view, 39> kAbbreviations = {
    "MM",  "Mme",  "Mlle", "Me",   "Mgr", "Mr",   "Mrs", "Ms",  "Dr",  "Pr",  "Prof", "St",  "Ste",
    "Inc", "Corp", "Ltd",  "Co",   "Cie", "Bros", "Gen", "Gén", "Col", "Maj", "Capt", "Cdt", "Lt",
    "Sgt", "Adm",  "Cmdr", "Brig", "Gov", "Sen",  "Rep", "Jr",  "Sr",  "Sec", "No",   "vs",  "Mt"};

bool is_space(char32_t code) {
  return u_isUWhiteSpace(static_cast<UChar32>(code)) != 0;
}

bool is_closing(char32_t code) {
  return code == U'"' || code == U'\'' || code == U')' || code == U']' || code == U'»' ||
         code == U'”' || code == U'’';
}

bool is_opening(char32_t code) {
  return code == U'"' || code == U'\'' || code == U'(' || code == U'[' || code == U'«' ||
         code == U'“' || code == U'‘' || code == U'—' || code == U'–' || code == U'-';
}

/// Whether the word that ends before `dot` is shortened: known, one capital, or with dots inside.
bool is_abbreviation(std::string_view text, uint32_t dot) {
  uint32_t begin = dot;
  while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n' && text[begin - 1] != '(') {
    --begin;
  }
  std::string_view word = text.substr(begin, dot - begin);
  for (const std::string_view elided : {"d'", "l'", "d’", "l’"}) {
    if (word.substr(0, elided.size()) == elided) {
      word.remove_prefix(elided.size());
    }
  }
  if (word.size() == 1) {
    return word.front() >= 'A' && word.front() <= 'Z';
  }
  const size_t inner = word.find('.');
  const bool is_number = !word.empty() && word.front() >= '0' && word.front() <= '9';
  return (inner == 1 && word.size() < 8 && !is_number) ||
         std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end();
}

/// What a reader of characters meets next.
class Walk {
 public:
  Walk(std::string_view text, uint32_t at) : text_(text), at_(at) {}

  bool at_end() const { return at_ >= text_.size(); }
  uint32_t at() const { return at_; }
  char32_t code() const { return character_at(text_, at_).code; }
  void step() { at_ = character_at(text_, at_).end_bytes; }

  template <typename Is>
  uint32_t pass(const Is& is) {
    uint32_t passed = 0;
    for (; !at_end() && is(code()); step()) {
      ++passed;
    }
    return passed;
  }

 private:
  std::string_view text_;
  uint32_t at_;
};

/// Where the sentence that the mark at `mark` may end does end; 0 where it does not.
uint32_t end_at(std::string_view text, uint32_t mark) {
  Walk walk(text, mark);
  const char32_t code = walk.code();
  if ((code != U'.' && code != U'!' && code != U'?' && code != U'…') ||
      (code == U'.' && is_abbreviation(text, mark))) {
    return 0;
  }
  walk.step();
  walk.pass(is_closing);
  uint32_t end = walk.at();
  uint32_t spaces = walk.pass(is_space);
  if (walk.at_end()) {
    return end;
  }
  if (spaces > 0 && walk.code() == U'»') {
    walk.step();
    end = walk.at();
    spaces = walk.pass(is_space);
  }
  walk.pass([](char32_t each) { return is_opening(each) || is_space(each); });
  return spaces > 0 && !walk.at_end() && u_isupper(static_cast<UChar32>(walk.code())) ? end : 0;
}

/// `range` without white space at its ends.
TextRange trimmed(std::string_view text, TextRange range, TextRange inner) {
  Walk walk(text, range.begin_bytes);
  walk.pass(is_space);
  range.begin_bytes = std::min(walk.at(), inner.begin_bytes);
  uint32_t last = inner.end_bytes;
  for (Walk rest(text, inner.end_bytes); rest.at() < range.end_bytes;) {
    const bool space = is_space(rest.code());
    rest.step();
    last = space ? last : rest.at();
  }
  range.end_bytes = last;
  return range;
}

/// The line of `inner`, or what of it is not too far away.
TextRange line_around(std::string_view text, TextRange inner) {
  const uint32_t first =
      inner.begin_bytes > kMostBytesAside ? inner.begin_bytes - kMostBytesAside : 0;
  const size_t last = std::min(text.size(), size_t{inner.end_bytes} + kMostBytesAside);
  const std::string_view before = text.substr(first, inner.begin_bytes - first);
  const std::string_view after = text.substr(inner.end_bytes, last - inner.end_bytes);
  TextRange line{first, static_cast<uint32_t>(last)};
  if (const size_t newline = before.rfind('\n'); newline != std::string_view::npos) {
    line.begin_bytes = first + static_cast<uint32_t>(newline) + 1;
  } else if (first > 0) {
    line.begin_bytes = first + static_cast<uint32_t>(std::min(before.find(' '), before.size()));
  }
  if (const size_t newline = after.find('\n'); newline != std::string_view::npos) {
    line.end_bytes = inner.end_bytes + static_cast<uint32_t>(newline);
  } else if (last < text.size()) {
    const size_t space = after.rfind(' ');
    line.end_bytes =
        inner.end_bytes + static_cast<uint32_t>(space == std::string_view::npos ? 0 : space);
  }
  return line;
}

}  // namespace

TextRange sentence_around(std::string_view text, TextRange inner) {
  TextRange range = line_around(text, inner);
  const std::string_view line = text.substr(0, range.end_bytes);
  for (Walk walk(line, range.begin_bytes); !walk.at_end(); walk.step()) {
    const uint32_t end = end_at(line, walk.at());
    if (end == 0) {
      continue;
    }
    if (end >= inner.end_bytes) {
      range.end_bytes = end;
      break;
    }
    if (end <= inner.begin_bytes) {
      range.begin_bytes = end;
    }
  }
  return trimmed(text, range, inner);
}

}  // namespace vigie
