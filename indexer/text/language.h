// The languages whose words Vigie stems, and how a text's language is told.
//
// An article's language is decided once, at indexing, and stored; it selects the stemmer. Texts in
// neither language are kept and searched unstemmed. Everything here may be called from any thread.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace vigie {

/// Which stemmer and which namespace of terms a text's words go to.
enum class Language : unsigned char { kFrench, kEnglish, kOther };

inline constexpr std::array<Language, 3> kLanguages = {Language::kFrench, Language::kEnglish,
                                                       Language::kOther};

/// The analysis language of a BCP 47 tag: "fr", "fr-CA", "FR" → kFrench; "de", "" → kOther.
Language language_of_tag(std::string_view tag);

/// The two-letter tag of the language `text` (UTF-8) is written in ("fr", "en", "de", …), or
/// nothing where the text is too short or too mixed to tell. CLD2, best effort, French hint: made
/// to be right on a bare headline.
std::optional<std::string> detect_language(std::string_view text);

}  // namespace vigie
