// Tokens as one readable line, and what must hold of the tokens of any text.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"

namespace vigie {

/// Words as they are, joined forms in parentheses, acronyms in brackets: "f (f35) 35 otan [OTAN]".
std::string line_of(const std::vector<Token>& tokens);

/// The same with what is highlighted: "armee=armée [OTAN]=OTAN".
std::string line_of_written(const std::vector<Token>& tokens, std::string_view text);

/// Fails the test unless offsets ascend, stand on character borders inside `text`, positions count
/// up by words, and forms are whole.
void expect_sound(const std::vector<Token>& tokens, std::string_view text);

struct Row {
  std::string_view text;
  std::string_view tokens;
};

/// Analyses every row's text and compares with its tokens, as line_of() writes them.
void expect_rows(std::initializer_list<Row> rows);

}  // namespace vigie
