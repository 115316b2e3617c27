#include "searchd/search/highlight.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace vigie {

namespace {

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

class MarkFinder {
 public:
  MarkFinder(Language language, const Highlights& highlights)
      : language_(language),
        highlights_(highlights),
        stems_(highlights.stems[static_cast<size_t>(language)]),
        phrases_(highlights.phrases[static_cast<size_t>(language)]) {
    if (stems_.size() <= kFew) {
      for (const auto& stem : stems_) {
        few_stems_.push_back(&stem);
      }
    }
  }

  std::vector<Mark> find(std::string_view text, Analyzer& analyzer) {
    const std::vector<Token>& tokens = analyzer.analyze(text, wanted());
    for (const Token& token : tokens) {
      const uint32_t original = original_of(token);
      if (original != kNone) {
        add(token, original, Mark::kNoPhrase);
      }
    }
    if (!phrases_.empty()) {
      find_phrases(tokens);
    }
    return merged();
  }

 private:
  /// Acronyms are in capitals, and such words are always wanted.
  WantedWords wanted() const {
    WantedWords wanted;
    for (const MarkedWords* words : {&stems_, &highlights_.forms}) {
      for (const auto& [word, original] : *words) {
        wanted.add(word);
      }
    }
    const auto add = [&wanted](const std::string& beginning) { wanted.add(beginning); };
    std::for_each(highlights_.prefixes.begin(), highlights_.prefixes.end(), add);
    for (const MarkedPhrase& phrase : phrases_) {
      std::for_each(phrase.stems.begin(), phrase.stems.end(), add);
    }
    return wanted;
  }

  /// What a token stands for, as in MarkedWords; kNone where it is not to be marked.
  uint32_t original_of(const Token& token) const {
    if (token.kind == TokenKind::kAcronym) {
      return original_in(highlights_.acronyms, token.form->folded);
    }
    const std::string& folded = token.form->folded;
    uint32_t original = original_of_stem(token.form->stem(language_));
    if (original != 0 && !highlights_.forms.empty()) {
      original = std::min(original, original_in(highlights_.forms, folded));
    }
    const bool begins =
        original != 0 &&
        std::any_of(highlights_.prefixes.begin(), highlights_.prefixes.end(),
                    [&folded](const std::string& prefix) { return begins_with(folded, prefix); });
    return begins ? 0 : original;
  }

  static uint32_t original_in(const MarkedWords& words, const std::string& word) {
    const auto found = words.find(word);
    return found == words.end() ? kNone : found->second;
  }

  /// Comparing with a few words costs less than hashing one.
  uint32_t original_of_stem(const std::string& stem) const {
    if (stems_.size() > kFew) {
      return original_in(stems_, stem);
    }
    const auto found = std::find_if(few_stems_.begin(), few_stems_.end(),
                                    [&stem](const auto* each) { return each->first == stem; });
    return found == few_stems_.end() ? kNone : (*found)->second;
  }

  void find_phrases(const std::vector<Token>& tokens) {
    std::vector<const Token*> words;
    for (const Token& token : tokens) {
      if (token.kind == TokenKind::kWord) {
        words.push_back(&token);
      }
    }
    for (const MarkedPhrase& phrase : phrases_) {
      find_phrase(phrase, words);
    }
  }

  void find_phrase(const MarkedPhrase& phrase, const std::vector<const Token*>& words) {
    const std::vector<std::string>& stems = phrase.stems;
    for (size_t first = 0; first + stems.size() <= words.size(); ++first) {
      if (!is_phrase(stems, &words[first])) {
        continue;
      }
      for (size_t i = 0; i < stems.size(); ++i) {
        add(*words[first + i], phrase.stands_for, found_phrases_);
      }
      ++found_phrases_;
    }
  }

  /// Whether `words` are those of the phrase, none needless between them.
  bool is_phrase(const std::vector<std::string>& stems, const Token* const* words) const {
    for (size_t i = 0; i < stems.size(); ++i) {
      if (words[i]->position != words[0]->position + i ||
          words[i]->form->stem(language_) != stems[i]) {
        return false;
      }
    }
    return true;
  }

  void add(const Token& token, uint32_t original, uint32_t phrase) {
    const auto number = static_cast<uint32_t>(numbers_.size());
    const auto word = numbers_.try_emplace(token.form->stem(language_), number).first;
    const std::string* translates = original == 0 ? nullptr : &highlights_.typed[original - 1];
    marks_.push_back({token.begin_bytes, token.end_bytes, word->second, phrase, translates});
  }

  /// A compound and its parts may both match: the longer of two that overlap stays; of the same
  /// word, the longer phrase (they are numbered so), then what was typed itself.
  std::vector<Mark> merged() {
    std::sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) {
      if (a.begin != b.begin) {
        return a.begin < b.begin;
      }
      if (a.end != b.end) {
        return a.end > b.end;
      }
      return a.phrase != b.phrase ? a.phrase < b.phrase
                                  : a.translates == nullptr && b.translates != nullptr;
    });
    std::vector<Mark> result;
    for (const Mark& mark : marks_) {
      if (result.empty() || mark.begin >= result.back().end) {
        result.push_back(mark);
      }
    }
    return result;
  }

  static constexpr size_t kFew = 12;
  static constexpr uint32_t kNone = UINT32_MAX;

  const Language language_;
  const Highlights& highlights_;
  const MarkedWords& stems_;
  std::vector<const MarkedWords::value_type*> few_stems_;  // the same, where they are few
  const std::vector<MarkedPhrase>& phrases_;
  uint32_t found_phrases_ = 0;
  std::unordered_map<std::string, uint32_t> numbers_;
  std::vector<Mark> marks_;
};

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

bool is_space(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t';
}

bool ends_sentence(char byte) {
  return byte == '.' || byte == '!' || byte == '?' || byte == '\n';
}

constexpr size_t kWindowBytes = 280;
constexpr size_t kLeadBytes = 90;  ///< looked back for the beginning of a sentence

/// Where to begin so that `first` is seen in context: its sentence, where that is near, else a
/// word.
size_t window_begin(std::string_view text, size_t first) {
  const size_t earliest = first > kLeadBytes ? first - kLeadBytes : 0;
  if (earliest == 0) {
    return 0;
  }
  size_t word = first;
  for (size_t at = first; at > earliest; --at) {
    if (!is_space(text[at - 1])) {
      continue;
    }
    if (at >= 2 && (text[at - 1] == '\n' || ends_sentence(text[at - 2]))) {
      return at;
    }
    if (first - at <= kLeadBytes / 2) {
      word = at;
    }
  }
  return word;
}

size_t window_end(std::string_view text, size_t begin) {
  size_t end = begin + kWindowBytes;
  if (end >= text.size()) {
    return text.size();
  }
  const size_t least = begin + kWindowBytes / 2;
  for (size_t at = end; at > least; --at) {
    if (is_space(text[at])) {
      return at;
    }
  }
  while (end < text.size() && is_continuation(text[end])) {
    ++end;
  }
  return end;
}

struct Start {
  size_t mark = 0;
  uint32_t worth = 0;
};

/// What a window that begins at the mark `first` is worth; `seen` is room to work in.
uint32_t worth_from(size_t first, const std::vector<Mark>& marks, std::vector<uint32_t>& seen) {
  constexpr uint32_t kDifferentWorth = 64;
  seen.clear();
  uint32_t worth = 0;
  for (size_t i = first;
       i < marks.size() && marks[i].end <= marks[first].begin + kWindowBytes - kLeadBytes; ++i) {
    if (std::find(seen.begin(), seen.end(), marks[i].word) == seen.end()) {
      seen.push_back(marks[i].word);
      worth += kDifferentWorth;
    }
    ++worth;
  }
  return worth;
}

/// The mark at which the best window begins: most different words, then most marks, then earliest.
Start best_start(const std::vector<Mark>& marks) {
  Start best;
  std::vector<uint32_t> seen;
  for (size_t first = 0; first < marks.size(); ++first) {
    const uint32_t worth = worth_from(first, marks, seen);
    if (worth > best.worth) {
      best = {first, worth};
    }
  }
  return best;
}

/// One past the marks that matched together with `mark`.
std::vector<Mark>::const_iterator end_of_phrase(std::vector<Mark>::const_iterator mark,
                                                std::vector<Mark>::const_iterator end) {
  if (mark->phrase == Mark::kNoPhrase) {
    return std::next(mark);
  }
  return std::find_if(mark, end,
                      [mark](const Mark& other) { return other.phrase != mark->phrase; });
}

}  // namespace

std::vector<Mark> find_marks(std::string_view text, Language language, const Highlights& highlights,
                             Analyzer& analyzer) {
  if (highlights.empty() || text.empty()) {
    return {};
  }
  return MarkFinder(language, highlights).find(text, analyzer);
}

std::vector<Segment> to_segments(std::string_view text, const std::vector<Mark>& marks) {
  std::vector<Segment> segments;
  size_t at = 0;
  for (auto mark = marks.begin(); mark != marks.end();) {
    const auto next = end_of_phrase(mark, marks.end());
    const size_t end = std::prev(next)->end;
    if (mark->begin > at) {
      segments.push_back({std::string(text.substr(at, mark->begin - at)), false});
    }
    segments.push_back({std::string(text.substr(mark->begin, end - mark->begin)), true,
                        mark->translates == nullptr ? std::string() : *mark->translates});
    at = end;
    mark = next;
  }
  if (at < text.size()) {
    segments.push_back({std::string(text.substr(at)), false});
  }
  return segments;
}

TextWindow best_window(std::string_view text, const std::vector<Mark>& marks) {
  const Start start = best_start(marks);
  const size_t begin = marks.empty() ? 0 : window_begin(text, marks[start.mark].begin);
  const size_t end = window_end(text, begin);
  std::vector<Mark> inside;
  for (const Mark& mark : marks) {
    if (mark.begin >= begin && mark.end <= end) {
      inside.push_back(mark);
      inside.back().begin -= static_cast<uint32_t>(begin);
      inside.back().end -= static_cast<uint32_t>(begin);
    }
  }
  return {to_segments(text.substr(begin, end - begin), inside), start.worth};
}

}  // namespace vigie
