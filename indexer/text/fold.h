// Folding: the form of a word in which case, accents and ligatures no longer tell words apart.
//
// May be called from any thread.
#pragma once

#include <string>
#include <string_view>

namespace vigie {

/// `text` (UTF-8; what is not UTF-8 becomes U+FFFD) case-folded under NFKC, without combining
/// marks, soft hyphens and other format characters, and with the letters that NFKC leaves written
/// plainly: œ oe, æ ae, ß ss, ø o, ł l, đ d, ı i, ŋ n, þ th, ð d. Text that is ASCII already costs
/// one pass.
std::string fold(std::string_view text);

/// A whole name as filters compare it: folded, outer white space gone and inner runs of it one
/// space. "  Bureau  Paris " and "BUREAU PARIS" are one.
std::string fold_name(std::string_view name);

}  // namespace vigie
