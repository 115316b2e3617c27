// Expression → Plan: the words of a query, analysed as those of articles are and looked up in every
// language.
//
// For one thread, like the analyser and the reader it uses.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/knowledge/lexicon.h"
#include "indexer/text/analyzer.h"
#include "searchd/mirror/snapshot.h"
#include "searchd/query/expression.h"
#include "searchd/search/plan.h"
#include "searchd/search/request.h"

namespace vigie {

struct TypedName;

/// Words a `prefix*` expands to at most, the most frequent ones.
inline constexpr size_t kMaxExpansions = 500;

class Planner {
 public:
  /// Both are kept by reference. `translate`: words are looked for in the other language, and what
  /// they name by its other names.
  Planner(TermReader& reader, Analyzer& analyzer, MatchMode mode, bool translate)
      : reader_(reader),
        analyzer_(analyzer),
        mode_(mode),
        gazetteer_(*reader.snapshot().gazetteer),
        lexicon_(translate ? reader.snapshot().lexicon.get() : nullptr) {}

  /// The plan of `expression`. A kNothing expression plans to kEverything: no query, all articles.
  /// Throws InvalidRequest where the expression says `amount:` of what is none.
  Plan plan(const Expression& expression);

 private:
  /// What one expression became: nothing where it holds only function words, which are optional.
  using Node = std::optional<PlanNode>;

  Node node(const Expression& expression, bool positive);
  Node leaf(const Expression& expression, bool positive);
  Node group(const Expression& expression, bool positive);
  Node near(const Expression& expression, bool positive);
  Node words(std::string_view text, QueryField field, bool positive);
  Node unit(const std::vector<Token>& tokens, QueryField field, bool positive);
  Node acronym(const std::vector<Token>& tokens, QueryField field, bool positive);
  Node phrase(const Expression& expression, bool positive);
  PlanNode exact(const Expression& expression, bool positive);
  PlanNode prefix(const Expression& expression, bool positive);
  PlanNode names(const Expression& expression);
  static PlanNode amount(const Expression& expression);
  /// One child of a group, or several that are one term.
  struct Member {
    Node node;
    size_t children = 1;
  };
  Member member(const Expression& group, size_t begin, bool positive);
  /// Plain words side by side: some children of a group.
  struct TypedRun {
    const std::vector<Expression>& children;
    size_t begin;                       ///< the first child
    std::vector<TypedWord> words = {};  ///< of all
    std::vector<size_t> ends = {};      ///< of each child, in words

    /// How many children the first `count` words are; 0 where they end within one.
    size_t children_of(size_t count) const;
    /// What is typed in the first `count` children.
    std::string text(size_t count) const;
  };
  TypedRun typed_run(const std::vector<Expression>& children, size_t begin);
  PlanNode typed_words(const TypedRun& run, size_t count);
  Member meant(const std::vector<Expression>& children, size_t begin);
  Member named(const TypedRun& run);
  Member translated(TypedRun run);
  PlanNode with_entities(PlanNode typed, const TypedName& name, const TypedRun& run,
                         size_t children);
  PlanNode entities(const Expression& expression) const;
  void mark_entity(const Entity& entity, const TypedRun& run, size_t words);
  void mark_phrase(const std::vector<WordForm>& words, uint32_t stands_for);
  Node translated_phrase(const Expression& expression, bool positive);
  PlanNode with_translations(PlanNode typed, const TranslatedTerm& term, std::string from,
                             const std::vector<TypedWord>& words);
  void score_translations(const TypedWord& word, std::vector<ScoredTranslation> scored);
  TranslatedTerm look_up(const std::vector<TypedWord>& words);
  TranslatedTerm look_up(const std::vector<TypedWord>& words, Language from);
  void mark_translation(const Translation& translation);
  void choose_direction(const Expression& expression);
  Node joined_pair(const Expression& first, const Expression& second, bool positive);
  PlanNode compound(const std::vector<Token>& tokens, bool positive);
  std::optional<PlanNode> split(const WordForm& form, bool positive);

  PlanNode word_node(const WordForm& form, QueryField field) const;
  PlanNode sequence_node(const std::vector<WordForm>& forms, uint32_t window, bool positive);
  std::vector<WordForm> word_forms(std::string_view text);
  void score(std::vector<std::string> terms, double weight);
  void score_word(const WordForm& form, double weight);
  void mark(const WordForm& form);
  void sort_phrases();

  TermReader& reader_;
  Analyzer& analyzer_;
  const MatchMode mode_;
  const Gazetteer& gazetteer_;
  const Lexicon* const lexicon_;          // null: nothing is translated
  bool from_french_ = true;               // whether words typed are taken for French …
  bool from_english_ = true;              // … and for English
  Language language_ = Language::kOther;  // of the query, where that can be told
  Plan plan_;
  bool capitals_ = false;        // the whole query is typed in capitals: acronyms are plain words
  bool function_words_ = false;  // the query has nothing else: they count
};

/// The alternatives that exactly the articles with the word written `folded` hold.
std::vector<Alternative> form_alternatives(const WordForm& form);

/// The publication terms that together are the days from `first` to `last` (YYYYMMDD, inclusive;
/// both within the calendar).
std::vector<Alternative> day_alternatives(int32_t first, int32_t last);

}  // namespace vigie
