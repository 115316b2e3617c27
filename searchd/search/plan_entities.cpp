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
  return {with_entities(typed_words(run, children), name.entities, run.text(children),
                        name.words == 1 ? &run.words.front() : nullptr),
          children};
}

/// `typed` or what it names. `word`: the one word that it is, or null.
PlanNode Planner::with_entities(PlanNode typed, const std::vector<uint32_t>& entities,
                                const std::string& text, const TypedWord* word) {
  std::vector<Alternative> alternatives;
  std::vector<ScoredTranslation> scored;
  for (const uint32_t number : entities) {
    const Entity& entity = gazetteer_.entity(number);
    alternatives.push_back({entity_term(entity), ""});
    scored.push_back({entity_term(entity), kEntityWeight});
    plan_.entities.push_back({text, number});
    mark_entity(entity);
  }
  if (word != nullptr) {
    score_translations(*word, std::move(scored));
  } else {
    plan_.words.push_back({{}, 1, std::move(scored)});
  }
  std::vector<PlanNode> either;
  either.push_back(std::move(typed));
  either.push_back(make_terms(std::move(alternatives)));
  return make_or(std::move(either));
}

/// Marks its other names: words in their very form, terms of several as phrases.
void Planner::mark_entity(const Entity& entity) {
  for (const std::string_view name : all_names(entity)) {
    const TermForm form = analyze_form(name, analyzer_);
    if (!form.acronym.empty()) {
      plan_.highlights.acronyms.insert(form.acronym);
    } else if (form.words.size() == 1) {
      plan_.highlights.forms.insert(form.words.front().folded);
    } else if (form.words.size() > 1) {
      mark_phrase(form.words);
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
