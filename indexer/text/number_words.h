// Words that make numbers, in both languages: "deux", "fifty", "cent", "half", and what multiplies
// them: "millions", "Md", "bn", "k".
//
// May be called from any thread.
#pragma once

#include <optional>
#include <string_view>

namespace vigie {

enum class NumberWordKind : unsigned char { kSmall, kHundred, kThousand, kArticle, kHalf };

struct NumberWord {
  NumberWordKind kind;
  double value;
};

/// What `written`, in any case, says as a number, or null; valid for ever. Costs little for a word
/// that says nothing.
const NumberWord* number_word(std::string_view written);

struct Scale {
  double value;
  bool is_letter;  // one letter: may stand for something else
};

/// What `written` multiplies by, or nothing. `billion` is what that word stands for.
std::optional<Scale> scale_of(std::string_view written, double billion);

}  // namespace vigie
