#include "indexer/text/number_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "indexer/text/fold.h"

namespace vigie {
namespace {

constexpr NumberWordKind kSmall = NumberWordKind::kSmall;

struct NamedNumberWord {
  std::string_view name;
  NumberWord word;
};

// In both languages; none is a word of another value in the other.
constexpr NamedNumberWord kNumberWords[] = {{"a", {NumberWordKind::kArticle, 1}},
                                            {"an", {NumberWordKind::kArticle, 1}},
                                            {"demi", {NumberWordKind::kHalf, 0.5}},
                                            {"half", {NumberWordKind::kHalf, 0.5}},
                                            {"cent", {NumberWordKind::kHundred, 100}},
                                            {"cents", {NumberWordKind::kHundred, 100}},
                                            {"hundred", {NumberWordKind::kHundred, 100}},
                                            {"un", {kSmall, 1}},
                                            {"une", {kSmall, 1}},
                                            {"one", {kSmall, 1}},
                                            {"deux", {kSmall, 2}},
                                            {"two", {kSmall, 2}},
                                            {"trois", {kSmall, 3}},
                                            {"three", {kSmall, 3}},
                                            {"quatre", {kSmall, 4}},
                                            {"four", {kSmall, 4}},
                                            {"cinq", {kSmall, 5}},
                                            {"five", {kSmall, 5}},
                                            {"six", {kSmall, 6}},
                                            {"sept", {kSmall, 7}},
                                            {"seven", {kSmall, 7}},
                                            {"huit", {kSmall, 8}},
                                            {"eight", {kSmall, 8}},
                                            {"neuf", {kSmall, 9}},
                                            {"nine", {kSmall, 9}},
                                            {"dix", {kSmall, 10}},
                                            {"ten", {kSmall, 10}},
                                            {"onze", {kSmall, 11}},
                                            {"eleven", {kSmall, 11}},
                                            {"douze", {kSmall, 12}},
                                            {"twelve", {kSmall, 12}},
                                            {"treize", {kSmall, 13}},
                                            {"thirteen", {kSmall, 13}},
                                            {"quatorze", {kSmall, 14}},
                                            {"fourteen", {kSmall, 14}},
                                            {"quinze", {kSmall, 15}},
                                            {"fifteen", {kSmall, 15}},
                                            {"seize", {kSmall, 16}},
                                            {"sixteen", {kSmall, 16}},
                                            {"seventeen", {kSmall, 17}},
                                            {"eighteen", {kSmall, 18}},
                                            {"nineteen", {kSmall, 19}},
                                            {"vingt", {kSmall, 20}},
                                            {"vingts", {kSmall, 20}},
                                            {"twenty", {kSmall, 20}},
                                            {"trente", {kSmall, 30}},
                                            {"thirty", {kSmall, 30}},
                                            {"quarante", {kSmall, 40}},
                                            {"forty", {kSmall, 40}},
                                            {"cinquante", {kSmall, 50}},
                                            {"fifty", {kSmall, 50}},
                                            {"soixante", {kSmall, 60}},
                                            {"sixty", {kSmall, 60}},
                                            {"septante", {kSmall, 70}},
                                            {"seventy", {kSmall, 70}},
                                            {"huitante", {kSmall, 80}},
                                            {"eighty", {kSmall, 80}},
                                            {"nonante", {kSmall, 90}},
                                            {"ninety", {kSmall, 90}},
                                            {"mille", {NumberWordKind::kThousand, 1000}}};

constexpr size_t kMostNumberWordBytes = 9;

// For each first letter, the lengths (as bits) of the number words that begin with it: most words
// of a text are told by it to be none.
constexpr std::array<uint32_t, 32> kLengthsByLetter = [] {
  std::array<uint32_t, 32> lengths{};
  for (const NamedNumberWord& entry : kNumberWords) {
    lengths[static_cast<size_t>(entry.name[0]) & 31U] |= 1U << entry.name.size();
  }
  return lengths;
}();

using Scales = std::unordered_map<std::string_view, double>;

const Scales& scale_words() {
  static const Scales words = {
      {"mille", 1e3},  {"millier", 1e3},   {"milliers", 1e3},  {"thousand", 1e3},
      {"lakh", 1e5},   {"lakhs", 1e5},     {"million", 1e6},   {"millions", 1e6},
      {"mln", 1e6},    {"mn", 1e6},        {"mio", 1e6},       {"crore", 1e7},
      {"crores", 1e7}, {"milliard", 1e9},  {"milliards", 1e9}, {"md", 1e9},
      {"mds", 1e9},    {"mrd", 1e9},       {"mrds", 1e9},      {"mld", 1e9},
      {"mlrd", 1e9},   {"bn", 1e9},        {"bln", 1e9},       {"tn", 1e12},
      {"trn", 1e12},   {"trillion", 1e12}, {"trillions", 1e12}};
  return words;
}

std::optional<Scale> letter_scale(char letter) {
  switch (letter) {
    case 'k':
    case 'K':
      return Scale{1e3, true};
    case 'm':
    case 'M':
      return Scale{1e6, true};
    case 'b':
    case 'B':
    case 'G':
      return Scale{1e9, true};
    case 't':
    case 'T':
      return Scale{1e12, true};
    default:
      return std::nullopt;
  }
}

}  // namespace

const NumberWord* number_word(std::string_view written) {
  const auto letter = static_cast<unsigned char>(written.front());
  if (letter > 'z' || written.size() > kMostNumberWordBytes ||
      (kLengthsByLetter[letter & 31U] >> written.size() & 1U) == 0) {
    return nullptr;
  }
  const auto same_letter = [](char name, char c) {
    return name == ((c >= 'A' && c <= 'Z') ? static_cast<char>(c | 0x20) : c);
  };
  for (const NamedNumberWord& entry : kNumberWords) {
    if (std::equal(entry.name.begin(), entry.name.end(), written.begin(), written.end(),
                   same_letter)) {
      return &entry.word;
    }
  }
  return nullptr;
}

std::optional<Scale> scale_of(std::string_view written, double billion) {
  if (written.size() == 1) {
    return letter_scale(written.front());
  }
  if (written == "MM") {  // "mm" are millimetres
    return Scale{1e6, false};
  }
  const std::string word = fold(written);
  if (word == "billion" || word == "billions") {
    return Scale{billion, false};
  }
  const auto found = scale_words().find(word);
  return found == scale_words().end() ? std::nullopt : std::optional<Scale>({found->second, false});
}

}  // namespace vigie
