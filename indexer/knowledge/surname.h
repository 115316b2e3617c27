// What people are called by after their full name: "Ursula von der Leyen" → "von der Leyen".
//
// Any thread.
#pragma once

#include <string>
#include <string_view>

namespace vigie {

/// The surname in a full name: its last word with the particles before it. Empty where the name has
/// one word, or a last word too short to stand for somebody.
std::string surname_of(std::string_view full_name);

/// Whether `folded` is a word that stands before a surname ("president", "m", "general"), so that
/// it is no first name of somebody else.
bool is_title_of_people(std::string_view folded);

}  // namespace vigie
