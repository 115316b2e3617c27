#include "indexer/text/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdio>  // CLD2's header uses FILE and does not include it

namespace vigie {
namespace {

std::string primary_subtag(std::string_view tag) {
  std::string primary(tag.substr(0, tag.find_first_of("-_")));
  for (char& letter : primary) {
    if (letter >= 'A' && letter <= 'Z') {
      letter = static_cast<char>(letter - 'A' + 'a');
    }
  }
  return primary;
}

// CLD2 trusts its input to be UTF-8.
std::string valid_utf8(std::string_view text) {
  std::string valid;
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())))
      .toUTF8String(valid);
  return valid;
}

}  // namespace

Language language_of_tag(std::string_view tag) {
  const std::string primary = primary_subtag(tag);
  if (primary == "fr") {
    return Language::kFrench;
  }
  return primary == "en" ? Language::kEnglish : Language::kOther;
}

std::optional<std::string> detect_language(std::string_view text) {
  // The beginning tells the language of any article; a book would only cost time.
  constexpr size_t kEnoughBytes = 32768;
  const std::string valid = valid_utf8(text.substr(0, kEnoughBytes));
  const CLD2::CLDHints hints = {nullptr, "", CLD2::UNKNOWN_ENCODING, CLD2::FRENCH};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int text_bytes = 0;
  bool is_reliable = false;
  CLD2::ExtDetectLanguageSummary(valid.data(), static_cast<int>(valid.size()), true, &hints,
                                 CLD2::kCLDFlagBestEffort, languages.data(), percents.data(),
                                 scores.data(), nullptr, &text_bytes, &is_reliable);
  // Below this a guess is only the hint come back: "OTAN" and "NATO" are both told to be French.
  constexpr int kFewestBytes = 8;
  if (!is_reliable || text_bytes < kFewestBytes) {
    return std::nullopt;
  }
  if (languages[0] == CLD2::UNKNOWN_LANGUAGE || languages[0] == CLD2::TG_UNKNOWN_LANGUAGE) {
    return std::nullopt;
  }
  return primary_subtag(CLD2::LanguageCode(languages[0]));
}

}  // namespace vigie
