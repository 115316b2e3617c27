#include "indexer/knowledge/name_pattern.h"

#include <algorithm>

namespace vigie {

namespace {

/// A name of so many words is one in any letters: "ministère des armées".
constexpr size_t kTellingWords = 3;
/// Acronyms of so many letters are words written in capitals ("US"); longer ones are also written
/// with one capital ("Otan").
constexpr size_t kShortAcronymLetters = 3;

CapitalRule rule_of(const NamePattern& pattern, bool person) {
  const std::vector<LetterCase>& letters = pattern.letters;
  if (std::none_of(letters.begin(), letters.end(), has_capital)) {
    return CapitalRule::kAny;
  }
  if (person) {
    return CapitalRule::kEach;
  }
  if (letters.size() >= kTellingWords) {
    return CapitalRule::kAny;
  }
  const bool is_short_acronym = letters.size() == 1 && letters.front() == LetterCase::kCapitals &&
                                pattern.words.front().size() <= kShortAcronymLetters;
  return is_short_acronym ? CapitalRule::kShortAcronym : CapitalRule::kSome;
}

bool is_plain(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

/// Several short words, one of them a number: "f 35", "3 m 14".
bool is_designation(const std::vector<std::string>& words) {
  constexpr size_t kLongestPart = 3;
  const auto is_short = [](const std::string& word) { return word.size() <= kLongestPart; };
  const auto is_number = [](const std::string& word) {
    return word.front() >= '0' && word.front() <= '9';
  };
  return words.size() > 1 && is_short(words.front()) &&
         std::any_of(words.begin(), words.end(), is_number) &&
         !std::all_of(words.begin(), words.end(), is_number);
}

bool is_article(const std::string& word) {
  return word == "the" || word == "la" || word == "le" || word == "les";
}

/// Whether a word that every text has stands in other letters than in the name: "Dome or", "At 14".
/// An article may: "in the Hague".
bool has_stray_word(const NamePattern& pattern, const WrittenWord* words) {
  for (size_t i = 0; i < pattern.words.size(); ++i) {
    if (pattern.function_word[i] && has_capital(pattern.letters[i]) &&
        words[i].letters != pattern.letters[i] && !is_article(pattern.words[i])) {
      return true;
    }
  }
  return false;
}

/// Whether most words of the line around `at` are all in capitals.
bool is_capitals_line(std::string_view text, size_t at) {
  constexpr size_t kMostBytes = 200;  // to each side
  const std::string_view left =
      text.substr(at - std::min(at, kMostBytes), std::min(at, kMostBytes));
  const size_t before = left.rfind('\n');
  const size_t begin = at - left.size() + (before == std::string_view::npos ? 0 : before + 1);
  const std::string_view right = text.substr(at, kMostBytes);
  const size_t end = at + std::min(right.find('\n'), right.size());
  const std::string_view line = text.substr(begin, end - begin);
  size_t capitals = 0;
  size_t small = 0;
  for (const char c : line) {
    capitals += c >= 'A' && c <= 'Z' ? 1 : 0;
    small += c >= 'a' && c <= 'z' ? 1 : 0;
  }
  return capitals > 3 * small;
}

/// Whether each word is written as in the name; in a line of capitals its capitals do not tell.
bool are_exact(const NamePattern& pattern, const WrittenWord* words) {
  for (size_t i = 0; i < pattern.words.size(); ++i) {
    const bool is_hidden =
        words[i].in_capitals_line && has_capital(pattern.letters[i]) && !pattern.function_word[i];
    if ((pattern.letters[i] != words[i].letters && !is_hidden) ||
        (pattern.plain && !words[i].plain)) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::string_view singular_of(std::string_view folded, char last_written) {
  constexpr size_t kShortestPlural = 4;
  const bool is_plural =
      folded.size() >= kShortestPlural &&
      (last_written == 's' || (last_written == 'x' && folded[folded.size() - 2] == 'u'));
  return is_plural ? folded.substr(0, folded.size() - 1) : folded;
}

bool has_parting_signs(std::string_view written) {
  constexpr size_t kLongestAbbreviation = 4;  // "Corp. Ltd", "St. Petersburg"
  size_t letters = 0;
  for (size_t at = 0; at < written.size(); ++at) {
    const char c = written[at];
    if (c == ',' || c == '(' || c == ')' || (c >= ':' && c <= '?' && c != '=') || c == '!' ||
        c == '[' || c == ']') {
      return true;
    }
    if (c == '.' && letters > kLongestAbbreviation && written.substr(at + 1, 1) == " ") {
      return true;
    }
    letters = c == ' ' || c == '.' ? 0 : letters + 1;
  }
  return false;
}

NamePattern pattern_of(std::string_view name, NameUse use, Analyzer& analyzer) {
  NamePattern pattern;
  pattern.takes_plural = use.takes_plural;
  pattern.plain = is_plain(name);
  pattern.marks = has_parting_signs(name);
  for (const Token& token : analyzer.analyze(name)) {
    if (token.kind == TokenKind::kWord) {
      pattern.words.push_back(token.form->folded);
      pattern.function_word.push_back(token.form->function_word);
      pattern.letters.push_back(
          letter_case(name.substr(token.begin_bytes, token.end_bytes - token.begin_bytes)));
    }
  }
  if (!pattern.words.empty()) {
    pattern.designation = is_designation(pattern.words);
    pattern.rule = use.ambiguous ? CapitalRule::kExact : rule_of(pattern, use.person);
  }
  return pattern;
}

WrittenWord written_word(std::string_view text, size_t begin, size_t end) {
  const std::string_view written = text.substr(begin, end - begin);
  WrittenWord word;
  word.letters = letter_case(written);
  word.plain = is_plain(written);
  word.in_capitals_line = word.letters == LetterCase::kCapitals && is_capitals_line(text, begin);
  return word;
}

bool has_capitals_for(const NamePattern& pattern, const WrittenWord* words) {
  const size_t count = pattern.words.size();
  switch (pattern.rule) {
    case CapitalRule::kAny:
      return true;
    case CapitalRule::kSome:
      return std::any_of(words, words + count,
                         [](const WrittenWord& word) { return has_capital(word.letters); }) &&
             !(count > 1 && has_stray_word(pattern, words));
    case CapitalRule::kShortAcronym:
      return words->letters == LetterCase::kCapitals &&
             !(words->in_capitals_line && pattern.function_word.front());
    case CapitalRule::kEach:
      return std::equal(words, words + count, pattern.letters.begin(),
                        [](const WrittenWord& word, LetterCase letters) {
                          return has_capital(word.letters) || !has_capital(letters);
                        });
    case CapitalRule::kExact:
      break;
  }
  return are_exact(pattern, words);
}

}  // namespace vigie
