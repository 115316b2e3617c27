#include "searchd/query/parentheses.h"

namespace vigie {
namespace {

/// Of each token, whether it is half of a pair.
std::vector<bool> paired(const std::vector<QueryToken>& tokens) {
  std::vector<bool> is_paired(tokens.size(), false);
  std::vector<size_t> open;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == QueryTokenKind::kOpen) {
      open.push_back(i);
    } else if (tokens[i].kind == QueryTokenKind::kClose && !open.empty()) {
      is_paired[i] = true;
      is_paired[open.back()] = true;
      open.pop_back();
    }
  }
  return is_paired;
}

void close(std::vector<QueryToken>& tokens) {
  if (tokens.back().kind == QueryTokenKind::kOpen) {
    tokens.pop_back();
    drop_prefixes(tokens);
  } else {
    tokens.push_back({QueryTokenKind::kClose, {}});
  }
}

}  // namespace

std::vector<QueryToken> balanced(const std::vector<QueryToken>& tokens, size_t max_depth) {
  const std::vector<bool> is_paired = paired(tokens);
  std::vector<QueryToken> kept;
  kept.reserve(tokens.size());
  size_t depth = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const bool is_open = tokens[i].kind == QueryTokenKind::kOpen;
    const bool is_close = tokens[i].kind == QueryTokenKind::kClose;
    if ((is_open || is_close) && !is_paired[i]) {
      continue;
    }
    depth += is_open ? 1 : 0;
    const bool is_too_deep = depth > max_depth;
    depth -= is_close ? 1 : 0;
    if ((is_open || is_close) && is_too_deep) {
      continue;
    }
    if (is_close) {
      close(kept);
    } else {
      kept.push_back(tokens[i]);
    }
  }
  return kept;
}

void drop_prefixes(std::vector<QueryToken>& tokens) {
  while (!tokens.empty() && (tokens.back().kind == QueryTokenKind::kMinus ||
                             tokens.back().kind == QueryTokenKind::kNot ||
                             tokens.back().kind == QueryTokenKind::kField)) {
    tokens.pop_back();
  }
}

}  // namespace vigie
