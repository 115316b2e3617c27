#include "indexer/text/plain_chunk.h"

#include <array>
#include <optional>

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

/// The word under way: its first byte, and where a sign stands after which it may go on.
class OpenWord {
 public:
  explicit OpenWord(std::vector<WordSpan>& words) : words_(words) {}

  void add_character(uint32_t at, Role role) {
    const bool joins = last_ == role && (middle_role_ == Role::kMiddle || role == Role::kDigit);
    if (middle_ != kNone && !joins) {
      end(at);
    }
    begin_ = begin_ == kNone ? at : begin_;
    middle_ = kNone;
    last_ = role;
  }

  void add_middle(uint32_t at, Role role) {
    if (middle_ != kNone || begin_ == kNone) {
      end(at);
      return;
    }
    middle_ = at;
    middle_role_ = role;
  }

  void end(uint32_t at) {
    if (begin_ != kNone) {
      words_.push_back({begin_, middle_ == kNone ? at : middle_});
    }
    begin_ = kNone;
    middle_ = kNone;
  }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;

  std::vector<WordSpan>& words_;
  uint32_t begin_ = kNone;
  uint32_t middle_ = kNone;
  Role middle_role_ = Role::kBreak;
  Role last_ = Role::kBreak;  // the letter or digit before the sign
};

/// Where the chunk ends; nothing where it is not plain.
std::optional<uint32_t> scan_chunk(std::string_view text, uint32_t begin_bytes,
                                   std::vector<WordSpan>& words) {
  OpenWord word(words);
  for (uint32_t at = begin_bytes;;) {
    const Sign sign = at < text.size() ? sign_at(text, at) : Sign{Role::kSpace, 0};
    switch (sign.role) {
      case Role::kLetter:
      case Role::kDigit:
        word.add_character(at, sign.role);
        break;
      case Role::kMiddle:
      case Role::kMidNumber:
        word.add_middle(at, sign.role);
        break;
      case Role::kBreak:
        word.end(at);
        break;
      case Role::kSpace:
        word.end(at);
        return at;
      default:
        return std::nullopt;
    }
    at += sign.bytes;
  }
}

}  // namespace

uint32_t add_plain_chunk(std::string_view text, uint32_t begin_bytes,
                         std::vector<WordSpan>& words) {
  constexpr uint32_t kMostBytes = 4096;
  const size_t words_before = words.size();
  const std::optional<uint32_t> end = scan_chunk(text, begin_bytes, words);
  if (!end || *end - begin_bytes > kMostBytes) {
    words.resize(words_before);
    return begin_bytes;
  }
  return *end;
}

}  // namespace vigie
