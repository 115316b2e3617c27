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

/// No name has more words.
constexpr size_t kMostChildren = 12;

/// The words of the children from `begin` on, as far as they are plain words, and where each child
/// ends among them.
struct TypedWords {
  std::vector<TypedNameWord> words;
  std::vector<TypedWord> forms;
  std::vector<size_t> ends;
};

TypedWords typed_words_of(const std::vector<Expression>& children, size_t begin,
                          Analyzer& analyzer) {
  TypedWords typed;
  for (size_t i = begin; i < children.size() && typed.ends.size() < kMostChildren; ++i) {
    const Expression& child = children[i];
    if (child.kind != ExpressionKind::kWords || child.field != QueryField::kText) {
      break;
    }
    for (const Token& token : analyzer.analyze(child.text)) {
      if (token.kind == TokenKind::kWord) {
        const std::string_view written =
            std::string_view(child.text)
                .substr(token.begin_bytes, token.end_bytes - token.begin_bytes);
        typed.words.push_back(
            {token.form->folded, letter_case(written), token.form->function_word});
        typed.forms.push_back({*token.form, ""});
      } else if (token.kind == TokenKind::kAcronym && !typed.forms.empty()) {
        typed.forms.back().acronym = token.form->folded;
      }
    }
    typed.ends.push_back(typed.words.size());
  }
  return typed;
}

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

/// What is named, or else what can be translated; nothing where it is neither.
Planner::Member Planner::meant(const std::vector<Expression>& children, size_t begin) {
  Member name = named(children, begin);
  return name.node ? std::move(name) : translated(children, begin);
}

Planner::Member Planner::named(const std::vector<Expression>& children, size_t begin) {
  const TypedWords typed = typed_words_of(children, begin, analyzer_);
  TypedName name = typed_name(gazetteer_, typed.words, 0);
  const auto end = std::find(typed.ends.begin(), typed.ends.end(), name.words);
  const auto is_absent = [this](uint32_t entity) {
    return reader_.live_count(entity_term(gazetteer_.entity(entity))) == 0;
  };
  name.entities.erase(std::remove_if(name.entities.begin(), name.entities.end(), is_absent),
                      name.entities.end());
  if (name.entities.empty() || end == typed.ends.end()) {
    return {std::nullopt, 1};
  }
  Member member;
  member.children = static_cast<size_t>(end - typed.ends.begin()) + 1;
  std::string text;
  for (size_t i = begin; i < begin + member.children; ++i) {
    text.append(text.empty() ? "" : " ").append(children[i].text);
  }
  member.node = with_entities(typed_words(children, begin, begin + member.children), name.entities,
                              std::move(text), name.words == 1 ? &typed.forms.front() : nullptr);
  return member;
}

/// `typed` or what it names. `word`: the one word that it is, or null.
PlanNode Planner::with_entities(PlanNode typed, const std::vector<uint32_t>& entities,
                                std::string text, const TypedWord* word) {
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
  for (const std::vector<std::string>* names : {&entity.names, &entity.ambiguous}) {
    for (const std::string& name : *names) {
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
