#include "indexer/text/wanted_words.h"

#include <algorithm>

namespace vigie {
namespace {

constexpr uint32_t kAnyLetter = UINT32_MAX;

constexpr bool is_small(char byte) {
  return byte >= 'a' && byte <= 'z';
}

constexpr bool is_capital(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

constexpr uint32_t bit_of(char small) {
  return 1U << static_cast<uint32_t>(small - 'a');
}

/// The letters of which a plain word is made, in UTF-8: a to z, and U+00C0 to U+00FF.
constexpr std::array<bool, 256> plain_bytes() {
  std::array<bool, 256> plain{};
  for (size_t byte = 0; byte < plain.size(); ++byte) {
    const char letter = static_cast<char>(byte);
    plain[byte] = is_small(letter) || is_capital(letter) || (byte >= 0x80 && byte <= 0xBF);
  }
  plain[0xC3] = true;
  return plain;
}

constexpr std::array<bool, 256> kPlain = plain_bytes();

}  // namespace

void WantedWords::add(std::string_view beginning) {
  if (beginning.empty() || !is_small(beginning[0])) {
    return;  // such a word is never needless
  }
  uint32_t& seconds = seconds_[static_cast<size_t>(beginning[0] - 'a')];
  if (beginning.size() < 2 || !is_small(beginning[1])) {
    seconds = kAnyLetter;
    return;
  }
  seconds |= bit_of(beginning[1]);
  if (beginning[1] == 'i') {
    seconds |= bit_of('y');  // the English stem of "dying" is "die"
  }
  if (beginning == "oeil") {
    add("yeux");
  }
}

bool WantedWords::is_needless(std::string_view unit) const {
  if (unit.size() < 2 || !is_small(unit[1]) || !(is_small(unit[0]) || is_capital(unit[0]))) {
    return false;
  }
  const char first = is_small(unit[0]) ? unit[0] : static_cast<char>(unit[0] - 'A' + 'a');
  return (seconds_[static_cast<size_t>(first - 'a')] & bit_of(unit[1])) == 0 &&
         std::all_of(unit.begin(), unit.end(),
                     [](char byte) { return kPlain[static_cast<unsigned char>(byte)]; });
}

}  // namespace vigie
