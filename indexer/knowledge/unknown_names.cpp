#include "indexer/knowledge/unknown_names.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_set>
#include <utility>

#include "indexer/knowledge/surname.h"
#include "indexer/knowledge/word_list.h"
#include "indexer/text/letter_case.h"

namespace vigie {

namespace {

/// Whether a name may go on after this small word.
bool joins(std::string_view folded) {
  constexpr std::array<std::string_view, 14> kJoining = {
      "de", "du", "des", "la", "le", "of", "for", "von", "van", "der", "bin", "al", "el", "and"};
  return contains(kJoining, folded);
}

bool is_of_calendar(std::string_view folded) {
  constexpr std::array<std::string_view, 28> kDaysAndMonths = {
      "monday",  "tuesday",   "wednesday", "thursday", "friday",   "saturday", "sunday",
      "january", "february",  "march",     "april",    "may",      "june",     "july",
      "august",  "september", "october",   "november", "december", "jan",      "feb",
      "mar",     "apr",       "aug",       "sept",     "oct",      "nov",      "dec"};
  return contains(kDaysAndMonths, folded);
}

bool begins_with_capital(std::string_view written) {
  const LetterCase letters = letter_case(written);
  return letters == LetterCase::kCapital || letters == LetterCase::kCapitals;
}

/// Whether only a space, a hyphen or an apostrophe parts two words.
bool is_narrow(std::string_view gap) {
  return gap.empty() || gap == " " || gap == "-" || gap == "'" || gap == "’" || gap == "\u00A0";
}

bool ends_sentence(std::string_view gap) {
  return gap.find_first_of(".!?:;\n\"(") != std::string_view::npos ||
         gap.find("«") != std::string_view::npos || gap.find("“") != std::string_view::npos;
}

bool is_idle(const WordForm& form) {
  return form.function_word || is_title_of_people(form.folded) || is_of_calendar(form.folded) ||
         joins(form.folded);
}

}  // namespace

void UnknownNames::trim(Run& run) {
  while (!run.words.empty() && run.words.back().idle) {
    run.words.pop_back();
  }
  const auto first = std::find_if_not(run.words.begin(), run.words.end(),
                                      [](const Word& word) { return word.idle; });
  run.begins_sentence = run.begins_sentence && first == run.words.begin();
  run.words.erase(run.words.begin(), first);
}

/// "Zorblatt Industries of Ohio" without the Ohio that is known; nothing of "Thales Zorblatt".
void UnknownNames::cut_known(const std::vector<Mention>& mentions, Run& run) {
  const auto is_in = [&run](const Mention& mention) {
    return mention.field == run.field && mention.begin_bytes < run.words.back().end &&
           run.words.front().begin < mention.end_bytes;
  };
  const auto known = std::find_if(mentions.begin(), mentions.end(), is_in);
  if (known == mentions.end()) {
    return;
  }
  const auto at = std::find_if(run.words.begin(), run.words.end(), [&known](const Word& word) {
    return word.end > known->begin_bytes;
  });
  const bool is_joined = at != run.words.begin() && joins(std::prev(at)->folded);
  run.words.erase(is_joined ? at : run.words.begin(), run.words.end());
  trim(run);
}

void UnknownNames::finish(Run& run) {
  trim(run);
  if (!run.words.empty()) {
    runs_.push_back(std::move(run));
  }
  run = {};
}

void UnknownNames::find_runs(std::string_view text, const std::vector<Token>& tokens,
                             uint32_t field) {
  Run run;
  uint32_t last_end = 0;
  bool begins_sentence = true;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::kWord) {
      continue;
    }
    const std::string_view gap = text.substr(last_end, token.begin_bytes - last_end);
    const std::string_view written =
        text.substr(token.begin_bytes, token.end_bytes - token.begin_bytes);
    const std::string& folded = token.form->folded;
    const bool has_capital = begins_with_capital(written);
    begins_sentence = begins_sentence || ends_sentence(gap);
    if (!has_capital) {
      note_small(folded);
    }
    if (!is_narrow(gap) || !(has_capital || gap.empty() || gap == "-" || joins(folded))) {
      finish(run);
    }
    if (has_capital || !run.words.empty()) {
      run.field = field;
      run.begins_sentence = run.words.empty() ? begins_sentence : run.begins_sentence;
      run.words.push_back({token.begin_bytes, token.end_bytes, folded, is_idle(*token.form)});
    }
    begins_sentence = false;
    last_end = token.end_bytes;
  }
  finish(run);
}

void UnknownNames::note_small(const std::string& folded) {
  SmallWord& word = small_[folded];
  word.articles += word.last_article == articles_ ? 0 : 1;
  word.last_article = articles_;
}

void UnknownNames::add(const std::string& id, const std::vector<std::string_view>& texts) {
  runs_.clear();
  ++articles_;
  for (uint32_t field = 0; field < texts.size(); ++field) {
    const std::vector<Token>& tokens = analyzer_.analyze(texts[field]);
    annotator_.add(texts[field], tokens, false);
    find_runs(texts[field], tokens, field);
  }
  const Annotations known = annotator_.finish();
  std::unordered_set<std::string> seen;
  for (Run& run : runs_) {
    cut_known(known.mentions, run);
    if (run.words.empty()) {
      continue;
    }
    std::string key;
    for (const Word& word : run.words) {
      key.append(key.empty() ? "" : " ").append(word.folded);
    }
    Found& found = names_[key];
    found.inside = found.inside || !run.begins_sentence;
    if (!seen.insert(std::move(key)).second) {
      continue;
    }
    if (found.name.articles++ == 0) {
      const uint32_t begin = run.words.front().begin;
      found.name.name = texts[run.field].substr(begin, run.words.back().end - begin);
      found.name.example = id;
      found.first_word = run.words.front().folded;
      found.alone = run.words.size() == 1;
    }
  }
}

/// Whether it is more than a word with the capital of its sentence, or of respect: "l'Etat".
bool UnknownNames::is_name(const Found& found) const {
  constexpr size_t kShortestBytes = 2;
  if (found.name.name.size() < kShortestBytes || (found.alone && !found.inside)) {
    return false;
  }
  const auto small = small_.find(found.first_word);
  const bool is_common = small != small_.end() && small->second.articles >= found.name.articles;
  return !is_common || (!found.alone && found.inside);
}

std::vector<UnknownName> UnknownNames::shared_by(uint64_t least, size_t most) const {
  std::vector<UnknownName> shared;
  for (const auto& [key, found] : names_) {
    if (found.name.articles >= least && is_name(found)) {
      shared.push_back(found.name);
    }
  }
  std::sort(shared.begin(), shared.end(), [](const UnknownName& a, const UnknownName& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.name < b.name;
  });
  shared.resize(std::min(shared.size(), most));
  return shared;
}

}  // namespace vigie
