#include "indexer/text/wanted_words.h"

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

/// The bytes of the letters a to z and U+00C0 to U+00FF, of which × and ÷ are none.
constexpr std::array<bool, 256> plain_bytes() {
  std::array<bool, 256> plain{};
  for (size_t byte = 0; byte < plain.size(); ++byte) {
    const char letter = static_cast<char>(byte);
    const bool is_trail = byte >= 0x80 && byte <= 0xBF && byte != 0x97 && byte != 0xB7;
    plain[byte] = is_small(letter) || is_capital(letter) || is_trail;
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

size_t WantedWords::needless_bytes(std::string_view text) const {
  if (text.size() < 2 || !is_small(text[1]) || !(is_small(text[0]) || is_capital(text[0]))) {
    return 0;
  }
  const char first = is_small(text[0]) ? text[0] : static_cast<char>(text[0] - 'A' + 'a');
  if ((seconds_[static_cast<size_t>(first - 'a')] & bit_of(text[1])) != 0) {
    return 0;
  }
  size_t bytes = 2;
  while (bytes < text.size() && kPlain[static_cast<unsigned char>(text[bytes])]) {
    ++bytes;
  }
  return bytes;
}

}  // namespace vigie
