#include "indexer/text/tokenizer.h"

#include <unicode/utext.h>

#include <algorithm>
#include <stdexcept>

#include "indexer/text/characters.h"
#include "indexer/text/unit.h"

namespace vigie {
namespace {

// Nobody's word is longer; what is (data in base64) is cut so that nothing costs more than its
// length.
constexpr uint32_t kMostUnitBytes = 4096;

// A thousand billion billions; a longer row of groups is a table.
constexpr size_t kMostGroups = 8;

constexpr std::string_view kNarrowNoBreakSpace = "\u202F";
constexpr std::string_view kThinSpace = "\u2009";

// ICU counts the narrow no-break space as part of a word, but French sets it around words; a thin
// space has as many bytes and is a separator. Returns `text` itself where there is none.
std::string_view with_plain_spaces(std::string_view text, std::string& copy) {
  size_t at = text.find(kNarrowNoBreakSpace);
  if (at == std::string_view::npos) {
    return text;
  }
  copy.assign(text);
  for (; at != std::string::npos; at = copy.find(kNarrowNoBreakSpace, at)) {
    copy.replace(at, kThinSpace.size(), kThinSpace);
  }
  return copy;
}

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// 200, or 200,50 at a number's end.
bool is_last_group(std::string_view text) {
  return text.size() > 4 && is_digits(text.substr(0, 3)) && (text[3] == ',' || text[3] == '.') &&
         is_digits(text.substr(4));
}

bool is_group_space(std::string_view gap) {
  return gap == " " || gap == "\u00A0" || gap == kNarrowNoBreakSpace || gap == kThinSpace;
}

// The length in bytes of the hyphen at `at`, 0 if there is none.
uint32_t hyphen_length(std::string_view text, size_t at) {
  if (at < text.size() && text[at] == '-') {
    return 1;
  }
  const std::string_view sign = text.substr(std::min(at, text.size()), 3);
  return sign == "\u2010" || sign == "\u2011" ? 3 : 0;
}

// The length in bytes of the apostrophe at `at`, or of what is typed for one; 0 if there is none.
uint32_t apostrophe_length(std::string_view text, size_t at) {
  constexpr std::string_view kAcute = "\u00B4";
  if (at >= text.size()) {
    return 0;
  }
  if (text[at] == '\'' || text[at] == '`') {
    return 1;
  }
  if (text[at] == kAcute[0]) {
    return text.substr(at, kAcute.size()) == kAcute ? 2 : 0;
  }
  const std::string_view sign = text.substr(at, 3);
  return sign == "\u2019" || sign == "\u2018" ? 3 : 0;
}

uint32_t end_of_chunk(std::string_view text, uint32_t at) {
  while (at < text.size() && !is_chunk_space(text[at])) {
    ++at;
  }
  return at;
}

bool has_line_break(std::string_view gap) {
  return gap.find_first_of("\n\r") != std::string_view::npos;
}

}  // namespace

Tokenizer::Tokenizer() {
  UErrorCode status = U_ZERO_ERROR;
  words_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) {
    throw std::runtime_error(std::string("ICU has no word segmentation data: ") +
                             u_errorName(status));
  }
}

const std::vector<Unit>& Tokenizer::units_of(std::string_view text, const WantedWords* wanted) {
  segment(text, wanted);
  text_ = text;
  units_.clear();
  uint32_t previous_end = 0;
  bool starts_line = false;
  for (size_t i = 0; i < segments_.size();) {
    const WordSpan& first = segments_[i];
    starts_line |= has_line_break(text.substr(previous_end, first.begin_bytes - previous_end));
    previous_end = first.end_bytes;
    const bool is_needless = first.needless_words > 0;
    if (!is_needless && is_lone_elision(i)) {
      ++i;
      continue;
    }
    Unit unit{first.begin_bytes,          first.end_bytes, starts_line, false, first.needless_words,
              first.needless_letter_words};
    i = is_needless ? i + 1 : complete(i, unit);
    units_.push_back(unit);
    starts_line = false;
    previous_end = unit.end_bytes;
  }
  text_ = {};
  return units_;
}

// One past the last segment of the unit that begins at `first`, whose end is put right.
size_t Tokenizer::complete(size_t first, Unit& unit) const {
  const size_t number_end = end_of_spaced_number(first);
  unit.is_spaced_number = number_end > first;
  if (unit.is_spaced_number) {
    unit.end_bytes = segments_[number_end - 1].end_bytes;
    return number_end;
  }
  return end_of_unit(first, unit.end_bytes);
}

void Tokenizer::segment(std::string_view text, const WantedWords* wanted) {
  segments_.clear();
  for (uint32_t at = 0; at < text.size();) {
    if (is_chunk_space(text[at])) {
      ++at;
      continue;
    }
    const NeedlessWords needless =
        wanted == nullptr ? NeedlessWords{at} : wanted->needless_words(text, at);
    if (needless.words > 0) {
      segments_.push_back({at, needless.end_bytes, needless.words, needless.letter_words});
      at = end_of_chunk(text, needless.end_bytes);
      continue;
    }
    uint32_t end = add_plain_chunk(text, at, segments_);
    if (end == at) {
      end = end_of_foreign(text, at);
      segment_foreign(text, at, end);
    }
    at = end;
  }
}

// Where the chunks from `begin_bytes` on that ICU must segment end.
uint32_t Tokenizer::end_of_foreign(std::string_view text, uint32_t begin_bytes) {
  const size_t known = segments_.size();
  uint32_t end = begin_bytes;
  for (uint32_t at = begin_bytes; at < text.size();) {
    if (is_chunk_space(text[at])) {
      ++at;
      continue;
    }
    if (add_plain_chunk(text, at, segments_) != at) {
      segments_.resize(known);
      break;
    }
    end = at = end_of_chunk(text, at);
  }
  return end;
}

void Tokenizer::segment_foreign(std::string_view text, uint32_t begin_bytes, uint32_t end_bytes) {
  std::string copy;
  const std::string_view foreign =
      with_plain_spaces(text.substr(begin_bytes, end_bytes - begin_bytes), copy);
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, foreign.data(), static_cast<int64_t>(foreign.size()), &status);
  words_->setText(&utext, status);
  if (U_FAILURE(status)) {  // only memory can fail here
    throw std::bad_alloc();
  }
  int32_t begin = words_->first();
  for (int32_t end = words_->next(); end != icu::BreakIterator::DONE; end = words_->next()) {
    if (words_->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) {
      add_segment(text, begin_bytes + static_cast<uint32_t>(begin),
                  begin_bytes + static_cast<uint32_t>(end));
    }
    begin = end;
  }
  utext_close(&utext);
}

// Some versions of ICU keep a colon, a semicolon or an at sign inside a word.
void Tokenizer::add_segment(std::string_view text, uint32_t begin_bytes, uint32_t end_bytes) {
  const auto is_sign = [](char byte) { return byte == '@' || byte == ':' || byte == ';'; };
  uint32_t begin = begin_bytes;
  for (uint32_t at = begin_bytes; at < end_bytes; ++at) {
    if (is_sign(text[at])) {
      add_piece(begin, at);
      begin = at + 1;
    } else if (at - begin >= kMostUnitBytes) {
      const uint32_t border = border_before(text, at);
      add_piece(begin, border);
      begin = border;
    }
  }
  add_piece(begin, end_bytes);
}

void Tokenizer::add_piece(uint32_t begin_bytes, uint32_t end_bytes) {
  if (begin_bytes < end_bytes) {
    segments_.push_back({begin_bytes, end_bytes});
  }
}

std::string_view Tokenizer::bytes(const WordSpan& segment) const {
  return text_.substr(segment.begin_bytes, segment.end_bytes - segment.begin_bytes);
}

// One past the last segment of the number in groups that begins at `first`; `first` if none does.
size_t Tokenizer::end_of_spaced_number(size_t first) const {
  const std::string_view head = bytes(segments_[first]);
  if (head.size() > 3 || head[0] < '1' || head[0] > '9' || !is_digits(head)) {
    return first;
  }
  size_t end = first + 1;
  const size_t limit = std::min(segments_.size(), first + kMostGroups);
  for (bool may_go_on = true; may_go_on && end < limit;) {
    const uint32_t before = segments_[end - 1].end_bytes;
    const std::string_view group = bytes(segments_[end]);
    const bool is_last = is_last_group(group);
    if (!is_group_space(text_.substr(before, segments_[end].begin_bytes - before)) ||
        !(is_last || (group.size() == 3 && is_digits(group)))) {
      break;
    }
    may_go_on = !is_last;
    ++end;
  }
  if (end == first + 1) {
    return first;
  }
  // "5 155-mm guns": the last group belongs to what follows.
  const uint32_t after = segments_[end - 1].end_bytes;
  const uint32_t hyphen = hyphen_length(text_, after);
  const bool is_hyphened = hyphen != 0 && end < segments_.size() &&
                           segments_[end].begin_bytes == after + hyphen &&
                           !is_digits(bytes(segments_[end]).substr(0, 1));
  return is_hyphened ? first : end;
}

// One past the last segment of the unit that begins at `first`. `end_bytes` is the end of that
// segment and becomes the end of the unit.
size_t Tokenizer::end_of_unit(size_t first, uint32_t& end_bytes) const {
  const uint32_t begin = segments_[first].begin_bytes;
  size_t next = first + 1;
  for (;; ++next) {
    if (end_bytes >= text_.size()) {
      return next;
    }
    const char sign = text_[end_bytes];
    const std::string_view last = bytes(segments_[next - 1]);
    if (sign == '.' && last.find('.') != std::string_view::npos && is_dotted_acronym(last)) {
      ++end_bytes;
    }
    if (next >= segments_.size() || !goes_on_after(next, begin, end_bytes)) {
      return next;
    }
  }
}

// Whether the segment `next` belongs to the unit from `begin_bytes` to `end_bytes`; moves
// `end_bytes` to its end if so.
bool Tokenizer::goes_on_after(size_t next, uint32_t begin_bytes, uint32_t& end_bytes) const {
  const WordSpan& segment = segments_[next];
  const uint32_t gap = segment.begin_bytes - end_bytes;
  if (gap == 0 || gap > 3 || segment.end_bytes - begin_bytes > kMostUnitBytes) {
    return false;
  }
  const std::string_view word = bytes(segment);
  if (gap == hyphen_length(text_, end_bytes)) {
    const bool is_range = is_digits(text_.substr(begin_bytes, end_bytes - begin_bytes)) &&
                          end_of_spaced_number(next) > next;
    if (is_range) {  // 500-1 500: two numbers
      return false;
    }
  } else if (gap != apostrophe_length(text_, end_bytes) || (word != "s" && word != "S")) {
    return false;
  }
  end_bytes = segment.end_bytes;
  return true;
}

bool Tokenizer::is_lone_elision(size_t index) const {
  constexpr size_t kLongestElision = 9;
  const WordSpan& segment = segments_[index];
  const std::string_view letters = bytes(segment);
  const uint32_t length = apostrophe_length(text_, segment.end_bytes);
  if (length == 0 || letters.size() > kLongestElision || !is_elision(letters)) {
    return false;
  }
  // 'C' is a letter in quotes.
  const uint32_t begin = segment.begin_bytes;
  const bool is_quoted = (begin >= 1 && apostrophe_length(text_, begin - 1) == 1) ||
                         (begin >= 3 && apostrophe_length(text_, begin - 3) == 3);
  return !is_quoted;
}

}  // namespace vigie
