// The plan of a query: its expression with every word looked up, ready to match, to score and to
// highlight.
//
// Plain values; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/text/language.h"
#include "searchd/query/expression.h"

namespace vigie {

/// Articles that hold `term`, without those that hold `without` (where that is not empty): exact
/// forms need it (schema.h).
struct Alternative {
  std::string term;
  std::string without;
};

enum class PlanKind : unsigned char {
  kTerms,      ///< any of the alternatives
  kProximity,  ///< the words of one of the sequences, in order and adjacent, or in any order within
               ///< a window
  kAnd,        ///< all children
  kOr,         ///< any child
  kNot,        ///< every article that the one child does not match
  kSum,        ///< a sum of money within `amount`
  kEverything,
  kNothing,
};

/// What decides which articles match.
struct PlanNode {
  PlanKind kind = PlanKind::kNothing;
  std::vector<Alternative> alternatives;            ///< of kTerms
  std::vector<std::vector<std::string>> sequences;  ///< of kProximity: the terms, once per language
  uint32_t window = 0;  ///< of kProximity: words they stand within; 0: a phrase
  AmountRange amount;   ///< of kSum
  std::vector<PlanNode> children;
};

/// What a word is translated into, and what that weighs beside the word typed.
struct ScoredTranslation {
  std::vector<std::string> terms;  ///< of one word's forms
  double weight = 0;
};

/// A word that adds to the score: the largest impact of its terms, times weight and the word's one
/// idf. Its terms are of different languages' namespaces: no article holds two of them; its
/// translations may stand beside each other.
struct ScoredWord {
  std::vector<std::string> terms;
  double weight = 1;  ///< a word said twice counts twice
  std::vector<ScoredTranslation> translations = {};
};

/// A term of the query and what else was looked for, as the lexicon writes it.
struct QueryTranslation {
  std::string from;
  std::vector<std::string> to;
};

/// Words of the query and what they name.
struct QueryEntity {
  std::string text;
  uint32_t entity = 0;  ///< number in the gazetteer
};

/// Words to mark, and the words typed that each stands for: 1 and on, a place in
/// Highlights::typed; 0 where it is itself what was typed.
using MarkedWords = std::unordered_map<std::string, uint32_t>;

/// Words to mark where they stand in this order.
struct MarkedPhrase {
  std::vector<std::string> stems;
  uint32_t stands_for = 0;  ///< as in MarkedWords
};

/// What to mark in a text of one language.
struct Highlights {
  std::array<MarkedWords, kLanguages.size()> stems;
  MarkedWords acronyms;               ///< as written
  MarkedWords forms;                  ///< folded, exact
  std::vector<std::string> prefixes;  ///< folded beginnings, all typed
  std::array<std::vector<MarkedPhrase>, kLanguages.size()> phrases;  ///< the longest first
  std::vector<std::string> typed;  ///< words of the query that others were looked for beside

  bool empty() const;
};

struct Plan {
  PlanNode tree;
  std::vector<ScoredWord> words;
  Highlights highlights;
  std::vector<QueryTranslation> translations;
  std::vector<QueryEntity> entities;
  std::vector<std::string> notes;   ///< what was bounded, a sentence each
  std::vector<std::string> folded;  ///< the words outside quotes as folded, for spelling
  bool has_sequence = false;        ///< whether `match` makes a difference
};

/// Nodes of one child, or with nothing in them, in their shortest form.
PlanNode make_and(std::vector<PlanNode> children);
PlanNode make_or(std::vector<PlanNode> children);
PlanNode make_not(PlanNode child);
PlanNode make_terms(std::vector<Alternative> alternatives);

}  // namespace vigie
