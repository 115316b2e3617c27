#include "indexer/knowledge/longer_name.h"

#include <algorithm>
#include <array>

#include "indexer/knowledge/surname.h"
#include "indexer/knowledge/word_list.h"
#include "indexer/text/fold.h"
#include "indexer/text/function_words.h"
#include "indexer/text/letter_case.h"

namespace vigie {

namespace {

/// Written with a capital directly before a place, the place is part of a name.
constexpr std::array<std::string_view, 16> kHeads = {
    "air",  "banco", "copa",   "credit", "credito", "fort", "ironman", "miss",
    "open", "port",  "puerto", "radio",  "saint",   "san",  "santa",   "shell"};

/// Before "de", "d'", "du", "des" or "of" and a place: competitions and grounds.
constexpr std::array<std::string_view, 16> kContests = {
    "championnat", "championnats", "championship", "championships", "copa",  "coupe",
    "criterium",   "cup",          "giro",         "ironman",       "ligue", "masters",
    "rallye",      "tournoi",      "trophee",      "vuelta"};
/// The same, where they have a capital: "le tour de la France", an open question.
constexpr std::array<std::string_view, 4> kCapitalContests = {"open", "prix", "stade", "tour"};

constexpr std::array<std::string_view, 6> kOf = {"d", "de", "des", "du", "of", "the"};

/// Written with a capital directly after a place, the place is part of a name.
constexpr std::array<std::string_view, 28> kTails = {
    "airline",   "airlines",    "airways", "bank",    "bleu",   "cup",     "day",
    "express",   "fc",          "globe",   "herald",  "hilton", "info",    "inter",
    "marathon",  "match",       "morning", "musique", "open",   "post",    "savings",
    "telegraph", "televisions", "theatre", "times",   "today",  "tribune", "united"};

/// The last word of a company's name; with a capital.
constexpr std::array<std::string_view, 22> kCompanyForms = {
    "ab",  "ag",           "airlines", "airways",     "bancorp", "bhd",
    "co",  "company",      "corp",     "corporation", "gmbh",    "holdings",
    "inc", "incorporated", "kk",       "limited",     "llc",     "ltd",
    "nv",  "plc",          "pty",      "sa"};

bool is_capital(std::string_view written) {
  return may_be_capital(written.front()) && has_capital(letter_case(written));
}

/// Whether the word `at` stands directly before the next, with one space between.
bool touches_next(const NameInText& name, size_t at) {
  return name.gap_after(at) == " ";
}

bool follows_head(const NameInText& name) {
  if (name.first == 0 || !touches_next(name, name.first - 1)) {
    return false;
  }
  const std::string_view before = name.written(name.first - 1);
  return is_capital(before) && contains(kHeads, fold(before));
}

bool is_of(std::string_view written) {
  constexpr size_t kLongest = 3;
  return written.size() <= kLongest && contains(kOf, fold(written));
}

/// Whether `gap` is an elided "d'" between two words.
bool is_elided_of(std::string_view gap) {
  return gap == " d'" || gap == " d\u2019";
}

/// "Coupe d'", "Tour de", "championnats du" before the name.
bool follows_contest(const NameInText& name) {
  size_t at = name.first;
  while (at > 0 && touches_next(name, at - 1) && is_of(name.written(at - 1))) {
    --at;
  }
  const bool has_of = at < name.first || (at > 0 && is_elided_of(name.gap_after(at - 1)));
  if (!has_of || at == 0) {
    return false;
  }
  const std::string_view written = name.written(at - 1);
  const std::string head = fold(written);
  return contains(kContests, head) || (is_capital(written) && contains(kCapitalContests, head));
}

bool precedes_tail(const NameInText& name) {
  if (name.end >= name.word_count || !touches_next(name, name.end - 1)) {
    return false;
  }
  const std::string_view after = name.written(name.end);
  return is_capital(after) && contains(kTails, fold(after));
}

/// Whether words in capitals lead from the name to the form of a company: "Indian Head Inc".
bool is_in_company_name(const NameInText& name) {
  constexpr size_t kMostWords = 4;
  if (name.before_known_name || letter_case(name.written(name.end - 1)) == LetterCase::kSmall) {
    return false;
  }
  const size_t end = std::min(name.word_count, name.end + kMostWords);
  for (size_t at = name.end; at < end && touches_next(name, at - 1); ++at) {
    const std::string_view written = name.written(at);
    if (is_capital(written) && contains(kCompanyForms, fold(written))) {
      return true;
    }
    const bool joins = written == "of" || (at > name.end && written == "and");
    const bool leads_on =
        may_be_capital(written.front()) && letter_case(written) == LetterCase::kCapital;
    if (!leads_on && !joins) {
      return false;  // in a line of capitals all are, and tell nothing
    }
  }
  return false;
}

/// Whether it is a word that stands before names: "Will", "General".
bool is_common(std::string_view written) {
  const std::string folded = fold(written);
  return is_function_word(folded) || is_title_of_people(folded);
}

/// Whether the sign of a share follows, so that the name ends a company's: "TEXACO CANADA <TXC>".
bool precedes_share_sign(const NameInText& name) {
  const std::string_view after = name.text.substr(name.words[name.end - 1].end_bytes, 2);
  return after == " <" && name.first > 0 && touches_next(name, name.first - 1) &&
         is_capital(name.written(name.first - 1)) && !is_common(name.written(name.first - 1));
}

/// Whether a first name stands directly before: "Paul London", "George Lucas".
bool follows_first_name(const NameInText& name, const Gazetteer& gazetteer) {
  if (name.first == 0 || name.end - name.first != 1 || !touches_next(name, name.first - 1)) {
    return false;
  }
  const std::string_view before = name.written(name.first - 1);
  return may_be_capital(before.front()) && letter_case(before) == LetterCase::kCapital &&
         gazetteer.is_first_name(name.words[name.first - 1].key) && !is_common(before);
}

/// Whether an acronym written as a word has a word with a capital before it: "Agriculture Minister
/// Iris Resende" does not speak of IRIS.
bool is_acronym_after_capital(const NameInText& name, const NamePattern& pattern) {
  if (pattern.letters.size() != 1 || pattern.letters.front() != LetterCase::kCapitals ||
      letter_case(name.written(name.first)) != LetterCase::kCapital || name.first == 0 ||
      !touches_next(name, name.first - 1)) {
    return false;
  }
  const std::string_view before = name.written(name.first - 1);
  return letter_case(before) == LetterCase::kCapital && !is_function_word(fold(before));
}

/// Whether it is the sign of a share: "<TNP>", "<IBM.N>".
bool is_share_sign(const NameInText& name) {
  const size_t begin = name.words[name.first].begin_bytes;
  const size_t end = name.words[name.end - 1].end_bytes;
  return begin > 0 && name.text[begin - 1] == '<' && end < name.text.size() &&
         (name.text[end] == '>' || name.text[end] == '.') &&
         letter_case(name.text.substr(begin, end - begin)) == LetterCase::kCapitals;
}

/// Whether the letters and numbers of a designation are apart, or belong to a longer one: "3M's
/// 14", "D/P-8".
bool is_torn_designation(const NameInText& name) {
  constexpr size_t kWidestGap = 3;  // a hyphen or a space, in bytes
  for (size_t at = name.first; at + 1 < name.end; ++at) {
    const std::string_view gap = name.gap_after(at);
    if (gap.size() > kWidestGap || gap.find('\'') != std::string_view::npos) {
      return true;
    }
  }
  const size_t begin = name.words[name.first].begin_bytes;
  const char before = begin == 0 ? ' ' : name.text[begin - 1];
  return before == '-' || before == '/' || before == '.' || (before >= '0' && before <= '9');
}

}  // namespace

bool is_in_longer_name(const NameInText& name, const EntityName& meaning,
                       const Gazetteer& gazetteer) {
  const NamePattern& pattern = meaning.pattern;
  if (is_share_sign(name) || (pattern.designation && is_torn_designation(name))) {
    return true;
  }
  const EntityKind kind = gazetteer.entity(meaning.entity).kind;
  if (kind == EntityKind::kPerson) {
    return false;
  }
  if (follows_first_name(name, gazetteer) || is_acronym_after_capital(name, pattern)) {
    return true;
  }
  if (kind != EntityKind::kOrganisation && is_in_company_name(name)) {
    return true;
  }
  return kind == EntityKind::kPlace && (follows_head(name) || follows_contest(name) ||
                                        precedes_tail(name) || precedes_share_sign(name));
}

}  // namespace vigie
