#include "indexer/text/analyzer.h"

#include <unicode/uchar.h>
#include <unicode/uversion.h>
#include <xapian.h>

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "indexer/text/characters.h"
#include "indexer/text/function_words.h"
#include "indexer/text/number.h"
#include "indexer/text/stem.h"
#include "indexer/text/tokenizer.h"
#include "indexer/text/unit.h"
#include "indexer/text/word_table.h"

namespace vigie {
namespace {

// Raised with every change of the rules that changes the words of any text.
constexpr int kRulesVersion = 2;

// About 200 bytes each; the words of some ten thousand articles.
constexpr size_t kMostCachedUnits = 200'000;

struct FormHash {
  using is_transparent = void;
  size_t operator()(std::string_view folded) const { return std::hash<std::string_view>{}(folded); }
  size_t operator()(const WordForm& form) const { return (*this)(form.folded); }
};

struct FormEqual {
  using is_transparent = void;
  bool operator()(const WordForm& a, const WordForm& b) const { return a.folded == b.folded; }
  bool operator()(const WordForm& a, std::string_view b) const { return a.folded == b; }
  bool operator()(std::string_view a, const WordForm& b) const { return a == b.folded; }
};

struct BytesHash {
  using is_transparent = void;
  size_t operator()(std::string_view bytes) const { return std::hash<std::string_view>{}(bytes); }
};

// A word of a unit whose form is known.
struct KnownWord {
  const WordForm* form;
  uint32_t begin_bytes;
  uint32_t end_bytes;
  TokenKind kind;
  bool needs_mixed_case;
};

struct KnownUnit {
  std::vector<KnownWord> words;
  bool is_compound = false;
  uint32_t letter_words = 0;
  uint32_t capital_words = 0;
};

using Forms = std::unordered_set<WordForm, FormHash, FormEqual>;  // addresses are stable

}  // namespace

struct Analyzer::State {
  const WordForm& word_form(std::string_view folded);
  const WordForm& acronym_form(std::string_view capitals);
  const KnownUnit& known_unit(std::string_view unit);
  const std::vector<Unit>& begin(std::string_view text, const WantedWords* wanted);
  void expect(std::string_view text, const Unit& unit) const;
  void add(std::string_view text, const Unit& unit);
  void pass(const Unit& unit);
  bool add_known_word(std::string_view text, const Unit& unit);
  void remember_word(std::string_view unit, const KnownUnit& known);
  void add_unit(std::string_view text, const Unit& unit);
  void add_spaced_number(std::string_view text, const Unit& unit);
  void end_line();
  void clear_if_full();

  Tokenizer tokenizer;
  Stemmer stemmer;
  Forms words;
  Forms acronyms;
  WordTable short_words;  // units that are one short word, in front of `units`
  std::unordered_map<std::string, KnownUnit, BytesHash, std::equal_to<>> units;

  // Of the text under way.
  std::vector<Token> tokens;
  uint32_t position = 0;
  uint32_t compound = 0;

  // Of its line under way.
  std::vector<size_t> doubtful_acronyms;  // indices of tokens that go if the line is in capitals
  uint32_t letter_words = 0;
  uint32_t capital_words = 0;
};

const WordForm& Analyzer::State::word_form(std::string_view folded) {
  const auto found = words.find(folded);
  if (found != words.end()) {
    return *found;
  }
  const std::string word(folded);
  return *words
              .insert({word, stemmer.french(word), stemmer.english(word), is_function_word(folded)})
              .first;
}

const WordForm& Analyzer::State::acronym_form(std::string_view capitals) {
  const auto found = acronyms.find(capitals);
  if (found != acronyms.end()) {
    return *found;
  }
  const std::string word(capitals);
  return *acronyms.insert({word, word, word, false}).first;
}

const KnownUnit& Analyzer::State::known_unit(std::string_view unit) {
  const auto found = units.find(unit);
  if (found != units.end()) {
    return found->second;
  }
  const UnitWords taken_apart = words_of_unit(unit);
  KnownUnit known;
  known.is_compound = taken_apart.is_compound;
  known.letter_words = taken_apart.letter_words;
  known.capital_words = taken_apart.capital_words;
  known.words.reserve(taken_apart.words.size());
  for (const UnitWord& word : taken_apart.words) {
    const WordForm& form =
        word.kind == TokenKind::kAcronym ? acronym_form(word.text) : word_form(word.text);
    known.words.push_back(
        {&form, word.begin_bytes, word.end_bytes, word.kind, word.needs_mixed_case});
  }
  remember_word(unit, known);
  return units.emplace(unit, std::move(known)).first->second;
}

// The table of words is larger than the processor's caches.
void Analyzer::State::expect(std::string_view text, const Unit& unit) const {
  const size_t bytes = unit.end_bytes - unit.begin_bytes;
  if (bytes <= WordTable::kMostBytes) {
    short_words.prefetch(WordTable::key_of(text.substr(unit.begin_bytes, bytes)));
  }
}

// Adds the unit if it is a word met before; tells whether it is.
bool Analyzer::State::add_known_word(std::string_view text, const Unit& unit) {
  const size_t bytes = unit.end_bytes - unit.begin_bytes;
  if (bytes > WordTable::kMostBytes) {
    return false;
  }
  const WordTable::Entry* entry =
      short_words.find(WordTable::key_of(text.substr(unit.begin_bytes, bytes)));
  if (entry == nullptr) {
    return false;
  }
  __builtin_prefetch(entry->form);  // read soon, by whoever analyses
  tokens.push_back(
      {entry->form, unit.begin_bytes, unit.end_bytes, position++, 0, TokenKind::kWord});
  letter_words += entry->letter_words;
  return true;
}

void Analyzer::State::remember_word(std::string_view unit, const KnownUnit& known) {
  if (unit.size() > WordTable::kMostBytes || known.words.size() != 1 || known.capital_words > 0) {
    return;
  }
  const KnownWord& word = known.words.front();
  if (word.kind == TokenKind::kWord && word.begin_bytes == 0 && word.end_bytes == unit.size()) {
    short_words.insert({WordTable::key_of(unit), word.form, known.letter_words});
  }
}

void Analyzer::State::add_unit(std::string_view text, const Unit& unit) {
  const uint32_t begin = unit.begin_bytes;
  const KnownUnit& known = known_unit(text.substr(begin, unit.end_bytes - begin));
  const uint32_t number = known.is_compound ? ++compound : 0;
  letter_words += known.letter_words;
  capital_words += known.capital_words;
  for (const KnownWord& word : known.words) {
    if (word.needs_mixed_case) {
      doubtful_acronyms.push_back(tokens.size());
    }
    const bool is_word = word.kind == TokenKind::kWord;
    position += is_word ? 1 : 0;
    tokens.push_back({word.form, begin + word.begin_bytes, begin + word.end_bytes, position - 1,
                      word.kind == TokenKind::kAcronym ? 0 : number, word.kind});
  }
}

void Analyzer::State::add_spaced_number(std::string_view text, const Unit& unit) {
  std::string written;
  for (const char byte : text.substr(unit.begin_bytes, unit.end_bytes - unit.begin_bytes)) {
    const bool is_written = (byte >= '0' && byte <= '9') || byte == '.' || byte == ',';
    if (is_written || written.back() != ' ') {
      written += is_written ? byte : ' ';
    }
  }
  tokens.push_back({&word_form(cut_to_term(plain_number(written))), unit.begin_bytes,
                    unit.end_bytes, position, 0, TokenKind::kWord});
  ++position;
}

// In a line in capitals, capitals mean nothing; alone in its line, a word in capitals is an
// acronym.
void Analyzer::State::end_line() {
  constexpr uint32_t kMostPercent = 60;
  const bool in_capitals = letter_words >= 2 && capital_words * 100 > letter_words * kMostPercent;
  if (in_capitals && !doubtful_acronyms.empty()) {
    for (const size_t index : doubtful_acronyms) {
      tokens[index].form = nullptr;
    }
    const auto first = tokens.begin() + static_cast<std::ptrdiff_t>(doubtful_acronyms.front());
    tokens.erase(std::remove_if(first, tokens.end(),
                                [](const Token& token) { return token.form == nullptr; }),
                 tokens.end());
  }
  doubtful_acronyms.clear();
  letter_words = 0;
  capital_words = 0;
}

const std::vector<Unit>& Analyzer::State::begin(std::string_view text, const WantedWords* wanted) {
  clear_if_full();
  tokens.clear();
  position = 0;
  compound = 0;
  return tokenizer.units_of(
      text.substr(0, border_before(text, std::numeric_limits<int32_t>::max())), wanted);
}

void Analyzer::State::add(std::string_view text, const Unit& unit) {
  if (unit.starts_line) {
    end_line();
  }
  if (unit.is_spaced_number) {
    add_spaced_number(text, unit);
  } else if (!add_known_word(text, unit)) {
    add_unit(text, unit);
  }
}

// Counts needless words without adding them.
void Analyzer::State::pass(const Unit& unit) {
  if (unit.starts_line) {
    end_line();
  }
  position += unit.needless_words;
  letter_words += unit.needless_letter_words;
}

void Analyzer::State::clear_if_full() {
  if (units.size() + words.size() > 2 * kMostCachedUnits) {
    short_words.clear();
    units.clear();
    words.clear();
    acronyms.clear();
  }
}

Analyzer::Analyzer() : state_(std::make_unique<State>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

const std::vector<Token>& Analyzer::analyze(std::string_view text) {
  const std::vector<Unit>& units = state_->begin(text, nullptr);
  for (size_t i = 0; i < units.size(); ++i) {
    constexpr size_t kAhead = 8;  // units, until which the memory is there
    if (i + kAhead < units.size()) {
      state_->expect(text, units[i + kAhead]);
    }
    state_->add(text, units[i]);
  }
  state_->end_line();
  return state_->tokens;
}

const std::vector<Token>& Analyzer::analyze(std::string_view text, const WantedWords& wanted) {
  for (const Unit& unit : state_->begin(text, &wanted)) {
    if (unit.needless_words > 0) {
      state_->pass(unit);
    } else {
      state_->add(text, unit);
    }
  }
  state_->end_line();
  return state_->tokens;
}

const WordForm& Analyzer::form_of(std::string_view folded) {
  return state_->word_form(folded);
}

std::string analysis_version() {
  UVersionInfo icu;
  UVersionInfo unicode;
  u_getVersion(icu);
  u_getUnicodeVersion(unicode);
  const auto two = [](const UVersionInfo& version) {
    return std::to_string(version[0]) + '.' + std::to_string(version[1]);
  };
  return std::to_string(kRulesVersion) + " icu-" + two(icu) + " unicode-" + two(unicode) +
         " snowball-xapian-" + Xapian::version_string();
}

}  // namespace vigie
