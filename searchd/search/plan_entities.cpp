// What the words of a query name, found by all its names.
#include <algorithm>
#include <utility>

#include "indexer/clean_text.h"
#include "indexer/knowledge/typed_names.h"
#include "searchd/search/engine.h"
#include "searchd/search/entities.h"
#include "searchd/search/planner.h"

namespace vigie {

namespace {

/// What an entity by any of its names weighs beside the name typed.
constexpr double kEntityWeight = 0.8;

EntityKind kind_of(QueryField field) {
  switch (field) {
    case QueryField::kOrganisation:
      return EntityKind::kOrganisation;
    case QueryField::kPerson:
      return EntityKind::kPerson;
    case QueryField::kProgramme:
      return EntityKind::kProgramme;
    case QueryField::kPlace:
      return EntityKind::kPlace;
    default:
      return EntityKind::kTopic;
  }
}

/// Whether all the words typed, the first `count`, stand in a name: who reads it needs not be told
/// what it stands for.
bool has_all(const std::vector<WordForm>& name, const std::vector<TypedWord>& typed, size_t count) {
  const auto end = typed.begin() + static_cast<std::ptrdiff_t>(count);
  return std::all_of(typed.begin(), end, [&name](const TypedWord& one) {
    const WordForm& form = one.form;
    return form.function_word ||
           std::any_of(name.begin(), name.end(), [&form](const WordForm& word) {
             return word.french == form.french || word.english == form.english;
           });
  });
}

}  // namespace

/// The plain words from the child `begin` on; no name and no term has more children.
Planner::TypedRun Planner::typed_run(const std::vector<Expression>& children, size_t begin) {
  constexpr size_t kMostChildren = 12;
  TypedRun run{children, begin};
  for (size_t i = begin; i < children.size() && run.ends.size() < kMostChildren; ++i) {
    if (children[i].kind != ExpressionKind::kWords || children[i].field != QueryField::kText) {
      break;
    }
    append_typed_words(children[i].text, analyzer_, run.words);
    run.ends.push_back(run.words.size());
  }
  return run;
}

size_t Planner::TypedRun::children_of(size_t count) const {
  const auto end = std::find(ends.begin(), ends.end(), count);
  return end == ends.end() ? 0 : static_cast<size_t>(end - ends.begin()) + 1;
}

std::string Planner::TypedRun::text(size_t count) const {
  std::string text;
  for (size_t i = begin; i < begin + count; ++i) {
    text.append(text.empty() ? "" : " ").append(children[i].text);
  }
  return text;
}

/// The words of the first `count` children as they are typed.
PlanNode Planner::typed_words(const TypedRun& run, size_t count) {
  std::vector<PlanNode> typed;
  for (size_t i = run.begin; i < run.begin + count; ++i) {
    if (Node node = words(run.children[i].text, QueryField::kText, true)) {
      typed.push_back(std::move(*node));
    }
  }
  return mode_ == MatchMode::kAny ? make_or(std::move(typed)) : make_and(std::move(typed));
}

/// What is named, or else what can be translated; nothing where it is neither.
Planner::Member Planner::meant(const std::vector<Expression>& children, size_t begin) {
  TypedRun run = typed_run(children, begin);
  Member name = named(run);
  return name.node ? std::move(name) : translated(std::move(run));
}

Planner::Member Planner::named(const TypedRun& run) {
  TypedName name = typed_name(gazetteer_, run.words);
  const size_t children = run.children_of(name.words);
  const auto is_absent = [this](uint32_t entity) {
    return reader_.live_count(entity_term(gazetteer_.entity(entity))) == 0;
  };
  name.entities.erase(std::remove_if(name.entities.begin(), name.entities.end(), is_absent),
                      name.entities.end());
  if (name.entities.empty() || children == 0) {
    return {std::nullopt, 1};
  }
  return {with_entities(typed_words(run, children), name, run, children), children};
}

/// `typed`, the first `children` of `run`, or what `name` says that they name.
PlanNode Planner::with_entities(PlanNode typed, const TypedName& name, const TypedRun& run,
                                size_t children) {
  std::vector<Alternative> alternatives;
  std::vector<ScoredTranslation> scored;
  const std::string text = run.text(children);
  plan_.highlights.typed.push_back(text);
  for (const uint32_t number : name.entities) {
    const Entity& entity = gazetteer_.entity(number);
    alternatives.push_back({entity_term(entity), ""});
    scored.push_back({{entity_term(entity)}, kEntityWeight});
    plan_.entities.push_back({text, number});
    mark_entity(entity, run, name.words);
  }
  if (name.words == 1) {
    score_translations(run.words.front(), std::move(scored));
  } else {
    plan_.words.push_back({{}, 1, std::move(scored)});
  }
  std::vector<PlanNode> either;
  either.push_back(std::move(typed));
  either.push_back(make_terms(std::move(alternatives)));
  return make_or(std::move(either));
}

/// Marks all its names beside the last of `typed`, which are the first `words` of `run`: words in
/// their very form, terms of several as phrases.
void Planner::mark_entity(const Entity& entity, const TypedRun& run, size_t words) {
  Highlights& highlights = plan_.highlights;
  const auto stands_for = static_cast<uint32_t>(highlights.typed.size());
  for (const std::string_view name : all_names(entity)) {
    const TermForm form = analyze_form(name, analyzer_);
    if (!form.acronym.empty()) {
      highlights.acronyms.try_emplace(form.acronym, stands_for);
    } else if (form.words.size() == 1) {
      highlights.forms.try_emplace(form.words.front().folded, stands_for);
    } else if (form.words.size() > 1) {
      mark_phrase(form.words, has_all(form.words, run.words, words) ? 0 : stands_for);
    }
  }
}

PlanNode Planner::entities(const Expression& expression) const {
  const EntityKind kind = kind_of(expression.field);
  std::vector<Alternative> alternatives;
  for (const uint32_t number : gazetteer_.find(expression.text)) {
    if (gazetteer_.entity(number).kind == kind) {
      alternatives.push_back({entity_term(gazetteer_.entity(number)), ""});
    }
  }
  if (alternatives.empty()) {
    throw InvalidRequest("q", in_quotes(expression.text) + " is no " + entity_kind_name(kind) +
                                  " that is known here; an id or a whole name is expected, in "
                                  "quotes where it has several words.");
  }
  return make_terms(std::move(alternatives));
}

}  // namespace vigie
