#include "searchd/query/syntax.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "indexer/text/fold.h"
#include "searchd/query/parser.h"

namespace vigie {
namespace {

constexpr size_t kLongestFieldName = 12;

constexpr std::array<FieldName, 22> kFieldNames = {
    {{"title", QueryField::kTitle},
     {"titre", QueryField::kTitle},
     {"author", QueryField::kAuthor},
     {"auteur", QueryField::kAuthor},
     {"source", QueryField::kSource},
     {"lang", QueryField::kLanguage},
     {"language", QueryField::kLanguage},
     {"langue", QueryField::kLanguage},
     {"org", QueryField::kOrganisation},
     {"organisation", QueryField::kOrganisation},
     {"organization", QueryField::kOrganisation},
     {"person", QueryField::kPerson},
     {"personne", QueryField::kPerson},
     {"programme", QueryField::kProgramme},
     {"program", QueryField::kProgramme},
     {"place", QueryField::kPlace},
     {"lieu", QueryField::kPlace},
     {"topic", QueryField::kTopic},
     {"sujet", QueryField::kTopic},
     {"date", QueryField::kText, FieldValues::kDays},
     {"amount", QueryField::kText, FieldValues::kAmounts},
     {"montant", QueryField::kText, FieldValues::kAmounts}}};

/// Folded names; a tag of three letters is one too.
using LanguageName = std::pair<std::string_view, std::string_view>;
constexpr std::array<LanguageName, 20> kLanguageNames = {{
    {"francais", "fr"},  {"french", "fr"},      {"fra", "fr"},     {"fre", "fr"},
    {"anglais", "en"},   {"english", "en"},     {"eng", "en"},     {"allemand", "de"},
    {"german", "de"},    {"espagnol", "es"},    {"spanish", "es"}, {"italien", "it"},
    {"italian", "it"},   {"russe", "ru"},       {"russian", "ru"}, {"ukrainien", "uk"},
    {"ukrainian", "uk"}, {"neerlandais", "nl"}, {"dutch", "nl"},   {"polonais", "pl"},
}};

bool equal_without_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

std::optional<QueryOperator> near_operator(std::string_view digits) {
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  uint32_t distance = kMaxNearDistance;  // what more digits than fit come to
  std::from_chars(digits.data(), digits.data() + digits.size(), distance);
  return QueryOperator{QueryTokenKind::kNear, std::clamp(distance, 1U, kMaxNearDistance)};
}

}  // namespace

QuoteClass quote_class(char32_t code) {
  switch (code) {
    case U'"':
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
    case U'\u201F':
    case U'\uFF02':
      return QuoteClass::kCommas;
    case U'\u00AB':
    case U'\u00BB':
      return QuoteClass::kGuillemets;
    default:
      return QuoteClass::kNone;
  }
}

bool is_gap(char32_t code) {
  return code == U' ' || code == U'\t' || code == U'\n' || code == U'\u00A0' || code == U'\u1680' ||
         (code >= U'\u2000' && code <= U'\u200B') || (code >= U'\u200E' && code <= U'\u200F') ||
         (code >= U'\u2028' && code <= U'\u202F') || code == U'\u205F' ||
         (code >= U'\u2066' && code <= U'\u2069') || code == U'\u3000' || code == U'\uFEFF';
}

std::optional<FieldName> field_at(std::string_view text) {
  const size_t colon = text.substr(0, kLongestFieldName + 1).find(':');
  if (colon == std::string_view::npos) {
    return std::nullopt;
  }
  for (const FieldName& known : kFieldNames) {
    if (equal_without_case(text.substr(0, colon), known.name)) {
      return FieldName{text.substr(0, colon), known.field, known.values};
    }
  }
  return std::nullopt;
}

std::optional<QueryOperator> query_operator(std::string_view text) {
  if (text == "AND") {
    return QueryOperator{QueryTokenKind::kAnd};
  }
  if (text == "OR") {
    return QueryOperator{QueryTokenKind::kOr};
  }
  if (text == "NOT") {
    return QueryOperator{QueryTokenKind::kNot};
  }
  if (text == "NEAR") {
    return QueryOperator{QueryTokenKind::kNear, kDefaultNearDistance};
  }
  return text.substr(0, 5) == "NEAR/" ? near_operator(text.substr(5)) : std::nullopt;
}

std::optional<std::string_view> language_tag_of_name(std::string_view name) {
  const std::string folded = fold(name);
  const auto* const found =
      std::find_if(kLanguageNames.begin(), kLanguageNames.end(),
                   [&folded](const LanguageName& known) { return known.first == folded; });
  if (found != kLanguageNames.end()) {
    return found->second;
  }
  if (folded == "fr" || folded.substr(0, 3) == "fr-") {
    return "fr";
  }
  return folded == "en" || folded.substr(0, 3) == "en-" ? std::optional<std::string_view>("en")
                                                        : std::nullopt;
}

}  // namespace vigie
