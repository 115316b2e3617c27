#include "indexer/knowledge/typed_word.h"

namespace vigie {

void append_typed_words(std::string_view text, Analyzer& analyzer, std::vector<TypedWord>& words) {
  for (const Token& token : analyzer.analyze(text)) {
    if (token.kind == TokenKind::kWord) {
      words.push_back(
          {*token.form, "",
           letter_case(text.substr(token.begin_bytes, token.end_bytes - token.begin_bytes))});
    } else if (token.kind == TokenKind::kAcronym && !words.empty()) {
      words.back().acronym = token.form->folded;
    }
  }
}

}  // namespace vigie
