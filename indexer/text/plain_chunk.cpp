#include "indexer/text/plain_chunk.h"

#include <array>

namespace vigie {
namespace {

enum class Role : unsigned char {
  kForeign,    ///< not told here
  kSpace,      ///< ends the chunk
  kLetter,     ///< ALetter of UAX #29
  kDigit,      ///< Numeric
  kMiddle,     ///< MidNumLet or Single_Quote: goes on between two letters or two digits
  kMidNumber,  ///< MidNum: goes on between two digits
  kBreak,      ///< stands between words
  kLead2,      ///< first byte of a letter of U+00C0 to U+017F, or of × or ÷
  kLeadC2,     ///< first byte of U+0080 to U+00BF
  kLeadE2,     ///< first byte of the general punctuation and of €
};

constexpr std::array<Role, 256> role_table() {
  std::array<Role, 256> roles{};
  const auto set = [&roles](std::string_view bytes, Role role) {
    for (const char byte : bytes) {
      roles[static_cast<unsigned char>(byte)] = role;
    }
  };
  set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", Role::kLetter);
  set("0123456789", Role::kDigit);
  set(" \n\r\t", Role::kSpace);
  set("'.", Role::kMiddle);
  set(",", Role::kMidNumber);
  // A colon and a semicolon may be MidLetter and MidNum; our words end at them all the same.
  set("-:;!?()[]{}\"/\\&%$#*+=<>|~^`", Role::kBreak);
  set("\xC3\xC4\xC5", Role::kLead2);
  set("\xC2", Role::kLeadC2);
  set("\xE2", Role::kLeadE2);
  return roles;
}

constexpr std::array<Role, 256> kRoles = role_table();

struct Sign {
  Role role;
  uint32_t bytes;
};

constexpr Sign kForeignSign{Role::kForeign, 1};

bool is_trail(unsigned char byte) {
  return (byte & 0xC0U) == 0x80U;
}

Sign two_bytes(Role lead, unsigned char first, unsigned char second) {
  if (lead == Role::kLead2) {
    const bool is_sign = first == 0xC3 && (second == 0x97 || second == 0xB7);
    return is_trail(second) ? Sign{is_sign ? Role::kBreak : Role::kLetter, 2} : kForeignSign;
  }
  // No-break space, £ ¥ § © « ® ° ´ »
  constexpr std::string_view kBreaks = "\xA0\xA3\xA5\xA7\xA9\xAB\xAE\xB0\xB4\xBB";
  const bool is_break = kBreaks.find(static_cast<char>(second)) != std::string_view::npos;
  return is_break ? Sign{Role::kBreak, 2} : kForeignSign;
}

Sign three_bytes(unsigned char second, unsigned char third) {
  if (second == 0x82) {
    return third == 0xAC ? Sign{Role::kBreak, 3} : kForeignSign;  // €
  }
  if (second != 0x80) {
    return kForeignSign;
  }
  if (third == 0x98 || third == 0x99) {  // ‘ ’
    return {Role::kMiddle, 3};
  }
  // Thin space, ‐ ‑ – — “ ” „ • …, narrow no-break space, ‹ ›
  constexpr std::string_view kBreaks = "\x89\x90\x91\x93\x94\x9C\x9D\x9E\xA2\xA6\xAF\xB9\xBA";
  const bool is_break = kBreaks.find(static_cast<char>(third)) != std::string_view::npos;
  return is_break ? Sign{Role::kBreak, 3} : kForeignSign;
}

Sign sign_at(std::string_view text, uint32_t at) {
  const auto byte = [text](uint32_t index) -> unsigned char {
    return index < text.size() ? static_cast<unsigned char>(text[index]) : 0;
  };
  const Role role = kRoles[byte(at)];
  if (role < Role::kLead2) {
    return {role, 1};
  }
  return role == Role::kLeadE2 ? three_bytes(byte(at + 1), byte(at + 2))
                               : two_bytes(role, byte(at), byte(at + 1));
}

}  // namespace

uint32_t add_plain_chunk(std::string_view text, uint32_t begin_bytes,
                         std::vector<WordSpan>& words) {
  constexpr uint32_t kMostBytes = 4096;
  constexpr uint32_t kNone = UINT32_MAX;
  const size_t words_before = words.size();
  uint32_t word = kNone;    // where the word under way begins
  uint32_t middle = kNone;  // where in it a sign stands, after which it may go on
  Role middle_role = Role::kBreak;
  Role last = Role::kBreak;  // the letter or digit before it
  const auto end_word = [&](uint32_t at) {
    if (word != kNone) {
      words.push_back({word, middle == kNone ? at : middle});
    }
    word = kNone;
    middle = kNone;
  };
  uint32_t at = begin_bytes;
  while (at < text.size()) {
    const Sign sign = sign_at(text, at);
    if (sign.role == Role::kLetter || sign.role == Role::kDigit) {
      const bool joins =
          last == sign.role && (middle_role == Role::kMiddle || sign.role == Role::kDigit);
      if (middle != kNone && !joins) {
        end_word(at);
      }
      word = word == kNone ? at : word;
      middle = kNone;
      last = sign.role;
    } else if (sign.role == Role::kMiddle || sign.role == Role::kMidNumber) {
      if (middle != kNone || word == kNone) {
        end_word(at);
      } else {
        middle = at;
        middle_role = sign.role;
      }
    } else if (sign.role == Role::kBreak) {
      end_word(at);
    } else if (sign.role == Role::kSpace) {
      break;
    } else {
      words.resize(words_before);
      return begin_bytes;
    }
    at += sign.bytes;
  }
  if (at - begin_bytes > kMostBytes) {
    words.resize(words_before);
    return begin_bytes;
  }
  end_word(at);
  return at;
}

}  // namespace vigie
