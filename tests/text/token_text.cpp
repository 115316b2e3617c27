#include "tests/text/token_text.h"

namespace vigie {
namespace {

std::string marked(const Token& token) {
  switch (token.kind) {
    case TokenKind::kJoined:
      return '(' + token.form->folded + ')';
    case TokenKind::kAcronym:
      return '[' + token.form->folded + ']';
    case TokenKind::kWord:
      break;
  }
  return token.form->folded;
}

bool is_border(std::string_view text, size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void add(std::string& line, const std::string& word) {
  if (!line.empty()) {
    line += ' ';
  }
  line += word;
}

}  // namespace

std::string line_of(const std::vector<Token>& tokens) {
  std::string line;
  for (const Token& token : tokens) {
    add(line, marked(token));
  }
  return line;
}

std::string line_of_written(const std::vector<Token>& tokens, std::string_view text) {
  std::string line;
  for (const Token& token : tokens) {
    const auto written = text.substr(token.begin_bytes, token.end_bytes - token.begin_bytes);
    add(line, marked(token) + '=' + std::string(written));
  }
  return line;
}

void expect_sound(const std::vector<Token>& tokens, std::string_view text) {
  uint32_t words = 0;
  uint32_t last_begin = 0;
  uint32_t last_end = 0;
  for (const Token& token : tokens) {
    ASSERT_NE(token.form, nullptr);
    ASSERT_FALSE(token.form->folded.empty() || token.form->french.empty() ||
                 token.form->english.empty());
    ASSERT_LE(token.form->folded.size(), 180U);
    ASSERT_LT(token.begin_bytes, token.end_bytes);
    ASSERT_LE(token.end_bytes, text.size());
    ASSERT_TRUE(is_border(text, token.begin_bytes) && is_border(text, token.end_bytes));
    ASSERT_GE(token.begin_bytes, last_begin);
    last_begin = token.begin_bytes;
    if (token.kind == TokenKind::kWord) {
      ASSERT_EQ(token.position, words++);
      ASSERT_GE(token.begin_bytes, last_end) << "words do not overlap";
      last_end = token.end_bytes;
    } else {
      ASSERT_EQ(token.position + 1, words) << "stands at the position of the word before it";
    }
    ASSERT_TRUE(token.kind != TokenKind::kJoined || token.compound > 0);
  }
}

void expect_rows(std::initializer_list<Row> rows) {
  Analyzer analyzer;
  for (const Row& row : rows) {
    SCOPED_TRACE(row.text);
    const std::vector<Token>& tokens = analyzer.analyze(row.text);
    EXPECT_EQ(line_of(tokens), row.tokens);
    expect_sound(tokens, row.text);
  }
}

}  // namespace vigie
