#include "indexer/knowledge/lexicon.h"

#include <algorithm>

namespace vigie {

namespace {

/// Of a term with many translations, the likeliest are looked up.
constexpr size_t kMostTranslations = 6;

/// Two letters in small type are a word (un, us), three are the acronym (onu, otan).
constexpr size_t kShortestSmallAcronym = 3;

std::string key_of(const WordForm* words, size_t count, Language language) {
  std::string key;
  for (size_t i = 0; i < count; ++i) {
    key.append(i > 0 ? " " : "").append(words[i].stem(language));
  }
  return key;
}

/// The words as written but for the plural's s and x.
std::string spelling_of(const WordForm* words, size_t count) {
  std::string spelling;
  for (size_t i = 0; i < count; ++i) {
    std::string_view word = words[i].folded;
    if (word.size() > 3 && (word.back() == 's' || word.back() == 'x')) {
      word.remove_suffix(1);
    }
    spelling.append(i > 0 ? " " : "").append(word);
  }
  return spelling;
}

/// How many bytes the two begin with alike.
size_t likeness(const std::string& of, const std::string& spelling) {
  const auto end = std::mismatch(of.begin(), of.end(), spelling.begin(), spelling.end()).first;
  return static_cast<size_t>(end - of.begin());
}

/// Those of terms spelt so, or most like it where none is (activities: of activity, not of activate);
/// of these the lexicon's, or all where it has none. Each text once, the first few.
std::vector<const Translation*> likeliest(const std::vector<Translation>& translations,
                                          const std::string& spelling) {
  size_t most_alike = 0;
  bool any_spelt = false;
  for (const Translation& each : translations) {
    most_alike = std::max(most_alike, likeness(each.of, spelling));
    any_spelt = any_spelt || each.of == spelling;
  }
  const auto is_spelt = [&](const Translation& each) {
    return any_spelt ? each.of == spelling : likeness(each.of, spelling) == most_alike;
  };
  const bool all_general =
      std::all_of(translations.begin(), translations.end(),
                  [&](const Translation& each) { return each.general || !is_spelt(each); });
  std::vector<const Translation*> result;
  for (const Translation& translation : translations) {
    const bool is_known = std::any_of(
        result.begin(), result.end(),
        [&translation](const Translation* known) { return known->text == translation.text; });
    const bool is_meant = is_spelt(translation) && translation.general == all_general;
    if (is_meant && !is_known && result.size() < kMostTranslations) {
      result.push_back(&translation);
    }
  }
  return result;
}

std::string acronym_key(const std::string& acronym) {
  return "=" + acronym;
}

}  // namespace

Lexicon::Lexicon(const Knowledge& knowledge, Analyzer& analyzer) {
  for (const LexiconEntry& entry : knowledge.dictionary) {
    if (entry.to_english != entry.to_french) {
      entry.to_english ? note_inflections(entry.french, Language::kFrench, analyzer)
                       : note_inflections(entry.english, Language::kEnglish, analyzer);
    }
  }
  add(knowledge.lexicon, false, analyzer);
  add(knowledge.dictionary, true, analyzer);
}

/// A line of the dictionary that translates one way has a word there, then its forms.
void Lexicon::note_inflections(const std::vector<std::string>& forms, Language language,
                               Analyzer& analyzer) {
  if (forms.size() < 2) {
    return;
  }
  const TermForm word = analyze_form(forms.front(), analyzer);
  if (word.words.size() != 1) {
    return;
  }
  Side& terms = language == Language::kFrench ? french_ : english_;
  std::vector<std::string>& stems = terms.inflections[word.words.front().folded];
  for (size_t i = 1; i < forms.size(); ++i) {
    const TermForm form = analyze_form(forms[i], analyzer);
    if (form.words.size() == 1) {
      stems.push_back(form.words.front().stem(language));
    }
  }
}

std::vector<Translation> Lexicon::analyzed(const std::vector<std::string>& texts, Language language,
                                           bool general, Analyzer& analyzer) const {
  const Inflections& inflections = side(language).inflections;
  std::vector<Translation> translations;
  for (const std::string& text : texts) {
    TermForm form = analyze_form(text, analyzer);
    if (form.words.empty()) {
      continue;
    }
    const auto inflected =
        form.words.size() == 1 ? inflections.find(form.words.front().folded) : inflections.end();
    translations.push_back({"", text, language, std::move(form), general, {}});
    if (inflected != inflections.end()) {
      translations.back().other_stems = inflected->second;
    }
  }
  return translations;
}

void Lexicon::add(const std::vector<LexiconEntry>& entries, bool general, Analyzer& analyzer) {
  for (const LexiconEntry& entry : entries) {
    if (entry.to_english) {
      add(entry.french, Language::kFrench,
          analyzed(entry.english, Language::kEnglish, general, analyzer), analyzer);
    }
    if (entry.to_french) {
      add(entry.english, Language::kEnglish,
          analyzed(entry.french, Language::kFrench, general, analyzer), analyzer);
    }
  }
}

void Lexicon::add(const std::vector<std::string>& forms, Language from,
                  const std::vector<Translation>& others, Analyzer& analyzer) {
  for (const std::string& form : forms) {
    add(form, from, others, analyzer);
  }
}

void Lexicon::add(const std::string& form, Language from, const std::vector<Translation>& others,
                  Analyzer& analyzer) {
  const TermForm term = analyze_form(form, analyzer);
  if (term.words.empty() || others.empty()) {
    return;
  }
  Side& terms = from == Language::kFrench ? french_ : english_;
  terms.most_words = std::max(terms.most_words, term.words.size());
  const std::string key = term.acronym.empty() ? key_of(term.words.data(), term.words.size(), from)
                                               : acronym_key(term.acronym);
  std::vector<Translation>& translations = terms.terms[key];
  for (const Translation& other : others) {
    translations.push_back(other);
    translations.back().of = spelling_of(term.words.data(), term.words.size());
  }
}

TranslatedTerm Lexicon::find(const std::vector<TypedWord>& words, size_t begin,
                             Language from) const {
  const Side& terms = side(from);
  TranslatedTerm result;
  std::vector<WordForm> forms;
  for (size_t i = begin; i < words.size() && forms.size() < terms.most_words; ++i) {
    forms.push_back(words[i].form);
  }
  const auto take = [&](const std::string& key, size_t count) {
    const auto found = terms.terms.find(key);
    if (found == terms.terms.end()) {
      return false;
    }
    result.words = count;
    const std::string spelling = spelling_of(forms.data(), count);
    result.translations = likeliest(found->second, spelling);
    result.as_spelt = result.translations.front()->of == spelling;
    return true;
  };
  for (size_t count = forms.size(); count > 0; --count) {
    const TypedWord& first = words[begin];
    if (count == 1 && !first.acronym.empty()) {
      take(acronym_key(first.acronym), 1);  // AI, not French ai
      return result;
    }
    if (take(key_of(forms.data(), count, from), count)) {
      return result;
    }
  }
  const WordForm& first = words[begin].form;
  if (first.folded.size() >= kShortestSmallAcronym) {
    std::string capitals = first.folded;
    std::transform(capitals.begin(), capitals.end(), capitals.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    take(acronym_key(capitals), 1);
  }
  return result;
}

}  // namespace vigie
