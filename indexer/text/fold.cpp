#include "indexer/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>

#include "indexer/text/characters.h"

namespace vigie {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

std::string fold_ascii(std::string_view text) {
  std::string folded(text);
  for (char& byte : folded) {
    if (byte >= 'A' && byte <= 'Z') {
      byte = static_cast<char>(byte - 'A' + 'a');
    }
  }
  return folded;
}

struct Normalizers {
  const icu::Normalizer2* casefold;   // NFKC, case folded, ignorable characters gone
  const icu::Normalizer2* decompose;  // NFD
  const icu::Normalizer2* compose;    // NFC
};

const Normalizers& normalizers() {
  static const Normalizers instances = [] {
    UErrorCode status = U_ZERO_ERROR;
    const Normalizers made = {icu::Normalizer2::getNFKCCasefoldInstance(status),
                              icu::Normalizer2::getNFDInstance(status),
                              icu::Normalizer2::getNFCInstance(status)};
    if (U_FAILURE(status)) {
      throw std::runtime_error(std::string("ICU has no normalization data: ") +
                               u_errorName(status));
    }
    return made;
  }();
  return instances;
}

// Letters with a stroke, a hook or a tie have no decomposition in Unicode; readers type them
// plainly.
const char* plain_letters(UChar32 letter) {
  switch (letter) {
    case 0x0153:
      return "oe";
    case 0x00E6:
      return "ae";
    case 0x00F8:
      return "o";
    case 0x0142:
      return "l";
    case 0x0111:
    case 0x00F0:
      return "d";
    case 0x0131:
      return "i";
    case 0x014B:
      return "n";
    case 0x00FE:
      return "th";
    case 0x0127:
      return "h";
    case 0x0167:
      return "t";
    default:
      return nullptr;
  }
}

// Accents go; signs that spell a word (kana voicing, Indic viramas, vowels of class 0) stay.
bool is_dropped(UChar32 character) {
  const int combining_class = u_getCombiningClass(character);
  constexpr int kOverlay = 1;
  constexpr int kLastSpellingClass = 9;
  if (combining_class == kOverlay || combining_class > kLastSpellingClass) {
    return true;
  }
  const int8_t category = u_charType(character);
  return category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR;
}

}  // namespace

std::string fold(std::string_view text) {
  if (is_ascii(text)) {
    return fold_ascii(text);
  }
  const Normalizers& forms = normalizers();
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString given = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  const icu::UnicodeString apart =
      forms.decompose->normalize(forms.casefold->normalize(given, status), status);
  icu::UnicodeString plain;
  for (int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
    const UChar32 character = apart.char32At(at);
    if (const char* letters = plain_letters(character)) {
      plain.append(icu::UnicodeString(letters, -1, US_INV));
    } else if (!is_dropped(character)) {
      plain.append(character);
    }
  }
  const icu::UnicodeString whole = forms.compose->normalize(plain, status);
  if (U_FAILURE(status)) {  // only memory can fail here
    throw std::bad_alloc();
  }
  std::string folded;
  whole.toUTF8String(folded);
  return folded;
}

std::string fold_name(std::string_view name) {
  const std::string folded = fold(name);
  std::string compact;
  bool space_before = false;
  for (uint32_t at = 0; at < folded.size();) {
    const Character character = character_at(folded, at);
    at = character.end_bytes;
    if (u_isUWhiteSpace(static_cast<UChar32>(character.code))) {
      space_before = !compact.empty();
      continue;
    }
    if (space_before) {
      compact += ' ';
      space_before = false;
    }
    compact.append(folded, character.begin_bytes, at - character.begin_bytes);
  }
  return compact;
}

}  // namespace vigie
