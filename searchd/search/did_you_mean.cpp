#include "searchd/search/did_you_mean.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "indexer/schema.h"

namespace vigie {

/// The spelling of one base, and the base itself, whose words it refers to.
struct DidYouMean::Source {
  explicit Source(std::shared_ptr<const Base> from)
      : base(std::move(from)), spelling(words_of(*base)) {}

  static std::vector<VocabularyWord> words_of(const Base& base) {
    std::vector<VocabularyWord> words;
    words.reserve(base.words.size());
    for (size_t i = 0; i < base.words.size(); ++i) {
      words.push_back({base.words.word(i), base.words.count(i)});
    }
    return words;
  }

  std::shared_ptr<const Base> base;  // shared: with the mirror, which may let it go first
  Spelling spelling;
};

namespace {

/// Articles that hold the word in any of its forms.
uint32_t count_of(const WordForm& form, TermReader& reader) {
  uint64_t count = 0;
  for (const Language language : kLanguages) {
    count += reader.live_count(schema::term(schema::word_prefix(language), form.stem(language)));
  }
  return static_cast<uint32_t>(count);
}

struct DoubtfulWord {
  std::string folded;
  uint32_t begin;
  uint32_t end;
  uint32_t count;
};

}  // namespace

std::shared_ptr<const DidYouMean::Source> DidYouMean::source_of(
    const std::shared_ptr<const Base>& base) {
  const std::lock_guard lock(mutex_);
  if (!source_ || source_->base != base) {
    source_ = std::make_shared<const Source>(base);
  }
  return source_;
}

std::optional<std::string> DidYouMean::suggestion(std::string_view q, const Plan& plan,
                                                  SearchTools tools) {
  std::vector<DoubtfulWord> doubtful;
  for (const Token& token : tools.analyzer.analyze(q)) {
    const bool is_plain = token.kind == TokenKind::kWord && token.compound == 0;
    const std::string& folded = token.form->folded;
    if (!is_plain ||
        std::find(plan.folded.begin(), plan.folded.end(), folded) == plan.folded.end()) {
      continue;
    }
    const uint32_t count = count_of(*token.form, tools.reader);
    if (least_correction_count(count)) {
      doubtful.push_back({folded, token.begin_bytes, token.end_bytes, count});
    }
  }
  if (doubtful.empty()) {
    return std::nullopt;
  }
  const auto source = source_of(tools.reader.snapshot().base);
  std::string corrected(q);
  bool changed = false;
  for (auto word = doubtful.rbegin(); word != doubtful.rend(); ++word) {
    if (const auto better = source->spelling.correct(word->folded, word->count)) {
      corrected.replace(word->begin, word->end - word->begin, *better);
      changed = true;
    }
  }
  return changed ? std::optional(corrected) : std::nullopt;
}

}  // namespace vigie
