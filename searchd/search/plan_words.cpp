// What the words of a query become: terms in every language, acronyms, exact forms, wildcards.
// Compounds are in plan_compounds.cpp.
#include <algorithm>
#include <utility>

#include "indexer/schema.h"
#include "indexer/text/fold.h"
#include "searchd/search/planner.h"

namespace vigie {

namespace {

using schema::Prefix;

bool first_is_compound(const std::vector<Token>& tokens) {
  return tokens.size() > 1 && tokens.front().compound != 0;
}

/// The tokens of one compound, or of one word and its acronym, at a time.
size_t unit_end(const std::vector<Token>& tokens, size_t begin) {
  size_t end = begin + 1;
  const auto belongs = [&](const Token& token) {
    return (tokens[begin].compound != 0 && token.compound == tokens[begin].compound) ||
           token.position == tokens[begin].position;
  };
  while (end < tokens.size() && belongs(tokens[end])) {
    ++end;
  }
  return end;
}

}  // namespace

std::vector<Alternative> form_alternatives(const WordForm& form) {
  std::vector<Alternative> alternatives = {{schema::term(Prefix::kForm, form.folded), ""}};
  for (const Language language : kLanguages) {
    if (form.stem(language) == form.folded) {
      const Prefix prefix = schema::word_prefix(language);
      alternatives.push_back({schema::term(prefix, form.folded),
                              schema::term(Prefix::kAbsentForm, prefix, form.folded)});
    }
  }
  return alternatives;
}

PlanNode Planner::word_node(const WordForm& form, QueryField field) const {
  std::vector<Alternative> alternatives;
  for (const Language language : kLanguages) {
    const Prefix prefix = schema::word_prefix(language);
    alternatives.push_back({field == QueryField::kTitle
                                ? schema::term(Prefix::kTitle, prefix, form.stem(language))
                                : schema::term(prefix, form.stem(language)),
                            ""});
  }
  return make_terms(std::move(alternatives));
}

void Planner::score(std::vector<std::string> terms, double weight) {
  for (ScoredWord& word : plan_.words) {
    if (word.terms == terms) {
      word.weight += weight;
      return;
    }
  }
  plan_.words.push_back({std::move(terms), weight});
}

void Planner::score_word(const WordForm& form, double weight) {
  std::vector<std::string> terms;
  terms.reserve(kLanguages.size());
  for (const Language language : kLanguages) {
    terms.push_back(schema::term(schema::word_prefix(language), form.stem(language)));
  }
  score(std::move(terms), weight);
}

void Planner::mark(const WordForm& form) {
  for (const Language language : kLanguages) {
    plan_.highlights.stems[static_cast<size_t>(language)][form.stem(language)] = 0;
  }
}

/// The longest first: where two begin at one word, it is the longer that is marked.
void Planner::sort_phrases() {
  for (std::vector<MarkedPhrase>& phrases : plan_.highlights.phrases) {
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const MarkedPhrase& a, const MarkedPhrase& b) {
                       return a.stems.size() > b.stems.size();
                     });
  }
}

std::vector<WordForm> Planner::word_forms(std::string_view text) {
  std::vector<WordForm> forms;
  for (const Token& token : analyzer_.analyze(text)) {
    if (token.kind == TokenKind::kWord) {
      forms.push_back(*token.form);
    }
  }
  return forms;
}

PlanNode Planner::sequence_node(const std::vector<WordForm>& forms, uint32_t window,
                                bool positive) {
  PlanNode node;
  node.kind = PlanKind::kProximity;
  node.window = window;
  for (const Language language : kLanguages) {
    std::vector<std::string> terms;
    std::vector<std::string> stems;
    for (const WordForm& form : forms) {
      stems.push_back(form.stem(language));
      terms.push_back(schema::term(schema::word_prefix(language), form.stem(language)));
    }
    node.sequences.push_back(std::move(terms));
    if (positive) {
      plan_.highlights.phrases[static_cast<size_t>(language)].push_back({std::move(stems)});
    }
  }
  return node;
}

Planner::Node Planner::words(std::string_view text, QueryField field, bool positive) {
  // A copy: looking words up analyses others, which ends the life of the analyser's tokens.
  struct OwnedToken {
    Token token;
    WordForm form;
  };
  std::vector<OwnedToken> owned;
  for (const Token& token : analyzer_.analyze(text)) {
    owned.push_back({token, *token.form});
  }
  std::vector<Token> tokens;
  for (OwnedToken& each : owned) {
    each.token.form = &each.form;
    tokens.push_back(each.token);
  }
  std::vector<PlanNode> nodes;
  for (size_t begin = 0; begin < tokens.size();) {
    const size_t end = unit_end(tokens, begin);
    const auto first = tokens.begin();
    Node unit_node =
        unit({first + static_cast<std::ptrdiff_t>(begin), first + static_cast<std::ptrdiff_t>(end)},
             field, positive);
    if (unit_node) {
      nodes.push_back(std::move(*unit_node));
    }
    begin = end;
  }
  return nodes.empty() ? std::nullopt : Node(make_and(std::move(nodes)));
}

/// Nothing where the tokens hold no acronym, or one that no article has.
Planner::Node Planner::acronym(const std::vector<Token>& tokens, QueryField field, bool positive) {
  const auto at = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.kind == TokenKind::kAcronym;
  });
  if (at == tokens.end()) {
    return std::nullopt;
  }
  const std::string& written = at->form->folded;
  const std::string term = schema::term(Prefix::kAcronym, written);
  if (reader_.live_count(term) == 0) {
    return std::nullopt;
  }
  if (positive) {
    score({term}, 1);
    plan_.highlights.acronyms[written] = 0;
  }
  return make_terms(
      {{field == QueryField::kTitle ? schema::term(Prefix::kTitle, Prefix::kAcronym, written)
                                    : term,
        ""}});
}

Planner::Node Planner::unit(const std::vector<Token>& tokens, QueryField field, bool positive) {
  const WordForm& first = *tokens.front().form;
  if (!capitals_ && tokens.front().compound == 0) {
    if (Node known = acronym(tokens, field, positive)) {
      return known;
    }
  }
  if (first_is_compound(tokens) && field == QueryField::kText) {
    return compound(tokens, positive);
  }
  std::vector<PlanNode> nodes;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::kWord || (token.form->function_word && !function_words_)) {
      continue;
    }
    nodes.push_back(word_node(*token.form, field));
    if (positive) {
      score_word(*token.form, 1);
      mark(*token.form);
      plan_.folded.push_back(token.form->folded);
    }
  }
  if (nodes.empty()) {
    return std::nullopt;
  }
  if (nodes.size() == 1 && field == QueryField::kText) {
    if (std::optional<PlanNode> apart = split(first, positive)) {
      nodes.push_back(std::move(*apart));
      return make_or(std::move(nodes));
    }
  }
  return make_and(std::move(nodes));
}

PlanNode Planner::exact(const Expression& expression, bool positive) {
  std::vector<PlanNode> nodes;
  for (const WordForm& form : word_forms(expression.text)) {
    nodes.push_back(make_terms(form_alternatives(form)));
    if (expression.field == QueryField::kTitle) {
      nodes.push_back(word_node(form, QueryField::kTitle));
    }
    if (positive) {
      score_word(form, 1);
      plan_.highlights.forms[form.folded] = 0;
    }
  }
  return make_and(std::move(nodes));
}

PlanNode Planner::prefix(const Expression& expression, bool positive) {
  std::vector<WordForm> parts = word_forms(expression.text);
  if (parts.empty()) {
    return {};
  }
  const std::string beginning = parts.back().folded;
  parts.pop_back();
  const WordExpansion expansion = expand_prefix(reader_.snapshot(), beginning, kMaxExpansions);
  if (expansion.total > expansion.words.size()) {
    plan_.notes.push_back(beginning + "*: the " + std::to_string(expansion.words.size()) +
                          " most frequent of " + std::to_string(expansion.total) +
                          " words were searched");
  }
  std::vector<Alternative> alternatives;
  for (const auto& [word, count] : expansion.words) {
    const WordForm form = analyzer_.form_of(word);
    const PlanNode node = expression.field == QueryField::kTitle
                              ? word_node(form, QueryField::kTitle)
                              : make_terms(form_alternatives(form));
    alternatives.insert(alternatives.end(), node.alternatives.begin(), node.alternatives.end());
  }
  if (positive) {
    plan_.highlights.prefixes.push_back(beginning);
  }
  std::vector<PlanNode> nodes;
  for (const WordForm& form : parts) {
    nodes.push_back(word_node(form, expression.field));
    if (positive) {
      score_word(form, 1);
      mark(form);
    }
  }
  nodes.push_back(make_terms(std::move(alternatives)));
  return make_and(std::move(nodes));
}

}  // namespace vigie
