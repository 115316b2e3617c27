// Parentheses as people type them, made balanced. Any thread.
#pragma once

#include <cstddef>
#include <vector>

#include "searchd/query/lexer.h"

namespace vigie {

/// `tokens` without the parentheses that have no other half, that hold nothing or that are nested
/// more than `max_depth` deep.
std::vector<QueryToken> balanced(const std::vector<QueryToken>& tokens, size_t max_depth);

/// Takes the NOTs and fields off the end of `tokens`: what an empty phrase or group does, since
/// they were meant for it, not for what comes after.
void drop_prefixes(std::vector<QueryToken>& tokens);

}  // namespace vigie
