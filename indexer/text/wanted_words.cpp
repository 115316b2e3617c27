#include "indexer/text/wanted_words.h"

#include <algorithm>

namespace vigie {
namespace {

constexpr uint32_t kAll = UINT32_MAX;

constexpr unsigned char kLead = 0xC3;  ///< first byte of U+00C0 to U+00FF

enum class Sign : unsigned char { kOther, kLetter, kClosing, kSpace, kLineBreak };

constexpr std::array<Sign, 256> signs_of_bytes() {
  std::array<Sign, 256> signs{};
  const auto set = [&signs](std::string_view bytes, Sign sign) {
    for (const char byte : bytes) {
      signs[static_cast<unsigned char>(byte)] = sign;
    }
  };
  // The second bytes of U+00C0 to U+00FF: letters but for × and ÷.
  std::fill(signs.begin() + 0x80, signs.begin() + 0xC0, Sign::kLetter);
  set("\x97\xB7", Sign::kOther);
  set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ\xC3", Sign::kLetter);
  set(".,;:!?)", Sign::kClosing);
  set(" \t", Sign::kSpace);
  set("\n\r", Sign::kLineBreak);
  return signs;
}

constexpr std::array<Sign, 256> kSigns = signs_of_bytes();

Sign sign_at(std::string_view text, size_t at) {
  return at < text.size() ? kSigns[static_cast<unsigned char>(text[at])] : Sign::kLineBreak;
}

/// A letter from a to z, accents aside.
struct Letter {
  uint32_t number = 0;
  uint32_t bytes = 0;  ///< 0: it is none of these
  bool is_small = false;
};

constexpr Letter letter_of(char small, uint32_t bytes, bool is_small) {
  // The English stem of "sky" is "sky" and that of "skies" too, that of "cry" is "cri".
  const char told = small == 'y' ? 'i' : small;
  return {static_cast<uint32_t>(told - 'a'), bytes, is_small};
}

/// The letter that `text` begins with.
Letter first_letter(std::string_view text) {
  // U+00E0 to U+00FF; those that are folded to two letters are not told here.
  constexpr std::string_view kFolded = "aaaaaa?ceeeeiiii?nooooo??uuuuy?y";
  const char byte = text.empty() ? '\0' : text[0];
  if (byte >= 'a' && byte <= 'z') {
    return letter_of(byte, 1, true);
  }
  if (byte >= 'A' && byte <= 'Z') {
    return letter_of(static_cast<char>(byte - 'A' + 'a'), 1, false);
  }
  if (static_cast<unsigned char>(byte) != kLead || text.size() < 2) {
    return {};
  }
  const auto trail = static_cast<unsigned char>(text[1]);
  const char folded = kFolded[trail % kFolded.size()];
  // U+00DF is small, and U+00FF has no capital beside it.
  return folded == '?' || trail == 0x9F ? Letter{} : letter_of(folded, 2, trail >= 0xA0);
}

constexpr bool is_told(std::string_view beginning, size_t at) {
  return at < beginning.size() && beginning[at] >= 'a' && beginning[at] <= 'z';
}

constexpr uint32_t bit_of(uint32_t letter) {
  return 1U << letter;
}

}  // namespace

void WantedWords::add(std::string_view beginning) {
  if (!is_told(beginning, 0)) {
    return;  // such a word is never needless
  }
  if (beginning == "oeil") {
    add("yeux");
  }
  if (beginning.size() >= 3 && beginning[2] == 'e' && !is_told(beginning, 3)) {
    beginning.remove_suffix(beginning.size() - 2);  // "using" is a form of "use", "dying" of "die"
  }
  const uint32_t first = first_letter(beginning).number;
  uint32_t* const thirds = &thirds_[first * kLetters];
  if (!is_told(beginning, 1)) {
    singles_ |= bit_of(first);
    std::fill(thirds, thirds + kLetters, kAll);
    return;
  }
  uint32_t& wanted = thirds[first_letter(beginning.substr(1)).number];
  wanted |= is_told(beginning, 2) ? bit_of(first_letter(beginning.substr(2)).number) : kAll;
}

/// Whether the word that `text` begins with is needless, if it is of letters alone.
bool WantedWords::is_needless(std::string_view text) const {
  const Letter first = first_letter(text);
  if (first.bytes == 0) {
    return false;
  }
  if (sign_at(text, first.bytes) != Sign::kLetter) {
    return (singles_ & bit_of(first.number)) == 0;
  }
  const Letter second = first_letter(text.substr(first.bytes));
  if (second.bytes == 0 || !second.is_small) {
    return false;
  }
  const uint32_t thirds = thirds_[first.number * kLetters + second.number];
  const size_t third_at = first.bytes + second.bytes;
  if (thirds == 0) {
    return true;
  }
  if (sign_at(text, third_at) != Sign::kLetter) {
    return (thirds & bit_of(kLetters)) == 0;
  }
  const Letter third = first_letter(text.substr(third_at));
  return third.bytes != 0 && (thirds & bit_of(third.number)) == 0;
}

NeedlessWords WantedWords::needless_words(std::string_view text, uint32_t begin_bytes) const {
  constexpr size_t kMostBytes = 1024;  // longer ones are for the tokenizer to cut
  NeedlessWords passed{begin_bytes};
  size_t at = begin_bytes;
  while (is_needless(text.substr(at))) {
    size_t end = at + 1;
    while (sign_at(text, end) == Sign::kLetter) {
      ++end;
    }
    size_t next = end;
    while (sign_at(text, next) == Sign::kClosing) {
      ++next;
    }
    if (sign_at(text, next) < Sign::kSpace || next - at > kMostBytes) {
      break;
    }
    const size_t one_letter = static_cast<unsigned char>(text[at]) == kLead ? 2 : 1;
    ++passed.words;
    passed.letter_words += end - at > one_letter ? 1 : 0;
    passed.end_bytes = static_cast<uint32_t>(end);
    while (sign_at(text, next) == Sign::kSpace) {
      ++next;
    }
    at = next;
  }
  return passed;
}

}  // namespace vigie
