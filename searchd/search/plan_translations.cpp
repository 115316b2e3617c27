// What the terms of a query are called in the other language: found too, for less than as typed.
#include <algorithm>
#include <utility>

#include "indexer/schema.h"
#include "indexer/text/language.h"
#include "searchd/search/planner.h"

namespace vigie {

namespace {

using schema::Prefix;

/// What the likeliest translation weighs beside the word typed, and each next one beside it.
constexpr double kTranslationWeight = 0.8;
constexpr double kGeneralWeight = 0.7;  // of the dictionary's, instead
constexpr double kNextWeight = 0.8;

void append_all_words(const Expression& expression, Analyzer& analyzer,
                      std::vector<TypedWord>& words) {
  for (const Expression& child : expression.children) {
    append_all_words(child, analyzer, words);
  }
  if (expression.kind == ExpressionKind::kWords && expression.field == QueryField::kText) {
    append_typed_words(expression.text, analyzer, words);
  }
}

void append_text(const Expression& expression, std::string& text) {
  for (const Expression& child : expression.children) {
    append_text(child, text);
  }
  if (expression.field == QueryField::kText) {
    text.append(text.empty() ? "" : " ").append(expression.text);
  }
}

/// The language of a query long enough to tell; kOther where it cannot be told.
Language language_of(const Expression& expression, size_t words) {
  constexpr size_t kWordsThatTell = 6;
  if (words < kWordsThatTell) {
    return Language::kOther;
  }
  std::string text;
  append_text(expression, text);
  return language_of_tag(detect_language(text).value_or(""));
}

/// The first `count` words without function words.
size_t content_words(const std::vector<TypedWord>& words, size_t count) {
  size_t content = 0;
  for (size_t i = 0; i < count; ++i) {
    content += words[i].form.function_word ? 0 : 1;
  }
  return content;
}

bool is_scored_as(const ScoredWord& scored, const TypedWord& word) {
  const std::string stem = schema::term(Prefix::kFrenchWord, word.form.french);
  const std::string acronym = schema::term(Prefix::kAcronym, word.acronym);
  return std::any_of(scored.terms.begin(), scored.terms.end(), [&](const std::string& term) {
    return term == stem || (!word.acronym.empty() && term == acronym);
  });
}

std::vector<std::string> stems_of(const std::vector<WordForm>& words, Language language) {
  std::vector<std::string> stems(words.size());
  std::transform(words.begin(), words.end(), stems.begin(),
                 [language](const WordForm& word) { return word.stem(language); });
  return stems;
}

bool is_general(const TranslatedTerm& term) {
  return !term.translations.empty() && term.translations.front()->general;
}

/// The longer, or the one that is spelt so, or the lexicon's.
bool is_likelier(const TranslatedTerm& term, const TranslatedTerm& other) {
  if (term.words != other.words) {
    return term.words > other.words;
  }
  return term.as_spelt != other.as_spelt ? term.as_spelt : is_general(other) && !is_general(term);
}

bool is_same(const Translation& translation, const TypedWord& typed) {
  const std::vector<WordForm>& words = translation.form.words;
  return words.size() == 1 && words.front().folded == typed.form.folded;
}

std::string term_of(const Translation& translation) {
  const TermForm& form = translation.form;
  if (!form.acronym.empty()) {
    return schema::term(Prefix::kAcronym, form.acronym);
  }
  if (form.words.size() > 1) {
    return schema::term(Prefix::kPhrase, phrase_name(form.words, translation.language));
  }
  return schema::term(schema::word_prefix(translation.language),
                      form.words.front().stem(translation.language));
}

/// What the index calls it in all its forms, of which a live article holds each.
std::vector<std::string> held_terms(const Translation& translation, TermReader& reader) {
  std::vector<std::string> terms = {term_of(translation)};
  for (const std::string& stem : translation.other_stems) {
    terms.push_back(schema::term(schema::word_prefix(translation.language), stem));
  }
  terms.erase(
      std::remove_if(terms.begin(), terms.end(),
                     [&reader](const std::string& term) { return reader.live_count(term) == 0; }),
      terms.end());
  return terms;
}

/// What the index calls `term`, several words of `typed`.
std::string phrase_of(const std::vector<TypedWord>& typed, const TranslatedTerm& term) {
  std::vector<WordForm> words;
  for (size_t i = 0; i < term.words; ++i) {
    words.push_back(typed[i].form);
  }
  const bool is_french = term.translations.front()->language == Language::kEnglish;
  return schema::term(Prefix::kPhrase,
                      phrase_name(words, is_french ? Language::kFrench : Language::kEnglish));
}

}  // namespace

void Planner::choose_direction(const Expression& expression) {
  from_french_ = from_english_ = true;
  std::vector<TypedWord> words;
  append_all_words(expression, analyzer_, words);
  size_t only_french = 0;
  size_t only_english = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    const TranslatedTerm french = lexicon_->find(words, i, Language::kFrench);
    const TranslatedTerm english = lexicon_->find(words, i, Language::kEnglish);
    only_french += is_likelier(french, english) ? 1 : 0;
    only_english += is_likelier(english, french) ? 1 : 0;
  }
  from_french_ = only_french > 0 || only_english == 0;
  from_english_ = only_english > 0 || only_french == 0;
  language_ = language_of(expression, words.size());
}

/// The term without the translations that are the word typed or that no article holds; no term where none is left. In a query
/// that is known to be in the other language, words that only share a stem with it are no term
/// (English information is not French informateur), nor are general ones (English content).
TranslatedTerm Planner::look_up(const std::vector<TypedWord>& words, Language from) {
  TranslatedTerm term = lexicon_->find(words, 0, from);
  const bool is_doubtful = !term.as_spelt || is_general(term);
  if (is_doubtful && language_ != Language::kOther && language_ != from) {
    return {};
  }
  const auto is_missing = [&](const Translation* translation) {
    return is_same(*translation, words.front()) || held_terms(*translation, reader_).empty();
  };
  std::vector<const Translation*>& translations = term.translations;
  translations.erase(std::remove_if(translations.begin(), translations.end(), is_missing),
                     translations.end());
  return translations.empty() ? TranslatedTerm() : term;
}

TranslatedTerm Planner::look_up(const std::vector<TypedWord>& words) {
  TranslatedTerm french = from_french_ ? look_up(words, Language::kFrench) : TranslatedTerm();
  const TranslatedTerm english =
      from_english_ ? look_up(words, Language::kEnglish) : TranslatedTerm();
  if (is_likelier(french, english) || is_likelier(english, french)) {
    return is_likelier(french, english) ? french : english;
  }
  french.translations.insert(french.translations.end(), english.translations.begin(),
                             english.translations.end());
  return french;
}

/// Marks what was looked for beside the last of `typed`.
void Planner::mark_translation(const Translation& translation) {
  Highlights& highlights = plan_.highlights;
  const auto stands_for = static_cast<uint32_t>(highlights.typed.size());
  const TermForm& form = translation.form;
  if (!form.acronym.empty()) {
    highlights.acronyms.try_emplace(form.acronym, stands_for);
  } else if (form.words.size() == 1) {
    const Language language = translation.language;
    MarkedWords& stems = highlights.stems[static_cast<size_t>(language)];
    stems.try_emplace(form.words.front().stem(language), stands_for);
    for (const std::string& stem : translation.other_stems) {
      stems.try_emplace(stem, stands_for);
    }
  } else {
    mark_phrase(form.words, stands_for);
  }
}

void Planner::mark_phrase(const std::vector<WordForm>& words, uint32_t stands_for) {
  for (const Language language : kLanguages) {
    plan_.highlights.phrases[static_cast<size_t>(language)].push_back(
        {stems_of(words, language), stands_for});
  }
}

/// `typed` or what `term`, of the `words` typed, is in the other language.
PlanNode Planner::with_translations(PlanNode typed, const TranslatedTerm& term, std::string from,
                                    const std::vector<TypedWord>& words) {
  plan_.highlights.typed.push_back(from);
  QueryTranslation said{std::move(from), {}};
  std::vector<Alternative> alternatives;
  std::vector<ScoredTranslation> scored;
  double weight = is_general(term) ? kGeneralWeight : kTranslationWeight;
  for (const Translation* translation : term.translations) {
    std::vector<std::string> names = held_terms(*translation, reader_);
    for (const std::string& name : names) {
      alternatives.push_back({name, ""});
    }
    scored.push_back({std::move(names), weight});
    said.to.push_back(translation->text);
    mark_translation(*translation);
    weight *= kNextWeight;
  }
  if (content_words(words, term.words) == 1) {
    score_translations(words.front(), std::move(scored));
  } else {
    plan_.words.push_back({{phrase_of(words, term)}, 1, std::move(scored)});
  }
  plan_.translations.push_back(std::move(said));
  std::vector<PlanNode> either;
  either.push_back(std::move(typed));
  either.push_back(make_terms(std::move(alternatives)));
  return make_or(std::move(either));
}

Planner::Member Planner::translated(TypedRun run) {
  if (capitals_) {
    for (TypedWord& word : run.words) {
      word.acronym.clear();
    }
  }
  const TranslatedTerm term = run.words.empty() ? TranslatedTerm() : look_up(run.words);
  const size_t children = run.children_of(term.words);
  if (children == 0 || content_words(run.words, term.words) == 0) {
    return {std::nullopt, 1};
  }
  return {with_translations(typed_words(run, children), term, run.text(children), run.words),
          children};
}

/// A phrase is translated only as a whole.
Planner::Node Planner::translated_phrase(const Expression& expression, bool positive) {
  Node typed = phrase(expression, positive);
  if (!typed || !positive || lexicon_ == nullptr || expression.field != QueryField::kText) {
    return typed;
  }
  std::vector<TypedWord> words;
  append_typed_words(expression.text, analyzer_, words);
  const TranslatedTerm term = look_up(words);
  if (term.words == 0 || term.words != words.size()) {
    return typed;
  }
  return with_translations(std::move(*typed), term, expression.text, words);
}

/// The score of a word typed becomes the best of it and its translations.
void Planner::score_translations(const TypedWord& word, std::vector<ScoredTranslation> scored) {
  const auto same =
      std::find_if(plan_.words.begin(), plan_.words.end(),
                   [&word](const ScoredWord& each) { return is_scored_as(each, word); });
  if (same == plan_.words.end()) {
    plan_.words.push_back({{}, 1, std::move(scored)});
  } else if (same->translations.empty()) {
    same->translations = std::move(scored);
  }
}

}  // namespace vigie
