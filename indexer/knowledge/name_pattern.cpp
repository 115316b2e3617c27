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

}  // namespace

NamePattern pattern_of(std::string_view name, bool ambiguous, bool person, Analyzer& analyzer) {
  NamePattern pattern;
  for (const Token& token : analyzer.analyze(name)) {
    if (token.kind == TokenKind::kWord) {
      pattern.words.push_back(token.form->folded);
      pattern.letters.push_back(
          letter_case(name.substr(token.begin_bytes, token.end_bytes - token.begin_bytes)));
    }
  }
  if (!pattern.words.empty()) {
    pattern.rule = ambiguous ? CapitalRule::kExact : rule_of(pattern, person);
  }
  return pattern;
}

bool has_capitals_for(const NamePattern& pattern, const WrittenWord* words) {
  const size_t count = pattern.words.size();
  switch (pattern.rule) {
    case CapitalRule::kAny:
      return true;
    case CapitalRule::kSome:
      return std::any_of(words, words + count,
                         [](const WrittenWord& word) { return has_capital(word.letters); });
    case CapitalRule::kShortAcronym:
      // In a headline in capitals US and IT are us and it.
      return words->letters == LetterCase::kCapitals &&
             !(words->in_capitals_line &&
               (words->function_word || pattern.words.front().size() < 3));
    case CapitalRule::kEach:
      for (size_t i = 0; i < count; ++i) {
        if (has_capital(pattern.letters[i]) && !has_capital(words[i].letters)) {
          return false;
        }
      }
      return true;
    case CapitalRule::kExact:
      break;
  }
  for (size_t i = 0; i < count; ++i) {
    if (pattern.letters[i] != words[i].letters) {
      return false;
    }
  }
  return true;
}

}  // namespace vigie
