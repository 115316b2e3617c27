// Stems of folded words, French and English (Snowball).
//
// A Stemmer is for one thread.
#pragma once

#include <xapian.h>

#include <string>

namespace vigie {

class Stemmer {
 public:
  /// The French stem of `folded`, not empty if the word is not. Snowball expects accents and lets
  /// some plurals and feminines go astray; where it would, the word is put in another form before
  /// (stem.cpp).
  std::string french(const std::string& folded) const;

  /// The English stem of `folded`, not empty if the word is not.
  std::string english(const std::string& folded) const;

 private:
  Xapian::Stem french_{"french"};
  Xapian::Stem english_{"english"};
};

}  // namespace vigie
