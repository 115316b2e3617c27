// Emphasis, code, links and images within a paragraph.

#include <algorithm>

#include "indexer/readers/markdown_text.h"

namespace vigie {

namespace {

/// How far the closing sign of anything is looked for: no link or emphasis is longer, and time
/// stays linear.
constexpr size_t kMaxSpanBytes = 1'000;

constexpr std::string_view kEscapable = "\\`*_{}[]()#+-.!~|<>\"'&:";

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

/// ASCII letters and digits, and all that is not ASCII.
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Reads one paragraph from the left and writes what is text.
class InlineReader {
 public:
  explicit InlineReader(std::string_view text) : text_(text) {}

  std::string read() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      const bool taken = (c == '\\' && take_escape()) || (c == '`' && take_code()) ||
                         (c == '!' && take_image()) || (c == '[' && take_link()) ||
                         (c == '<' && take_autolink()) ||
                         ((c == '*' || c == '_' || c == '~') && take_emphasis(c));
      if (!taken) {
        out_ += c;
        ++at_;
      }
    }
    return std::move(out_);
  }

 private:
  /// What follows, no further than a span may reach.
  std::string_view ahead(size_t from) const {
    return from < text_.size() ? text_.substr(from, kMaxSpanBytes) : std::string_view();
  }

  bool take_escape() {
    if (at_ + 1 >= text_.size() || kEscapable.find(text_[at_ + 1]) == std::string_view::npos) {
      return false;
    }
    out_ += text_[at_ + 1];
    at_ += 2;
    return true;
  }

  size_t run_length(char sign, size_t from) const {
    const size_t end = std::min(text_.find_first_not_of(sign, from), text_.size());
    return end - from;
  }

  bool take_code() {
    const size_t run = run_length('`', at_);
    const size_t length = ahead(at_ + run).find(std::string(std::min<size_t>(run, 10), '`'));
    if (length == std::string_view::npos) {
      out_.append(run, '`');
      at_ += run;
      return true;
    }
    out_.append(text_.substr(at_ + run, length));
    at_ += run + length + run;
    at_ = std::min(at_, text_.size());
    return true;
  }

  /// The length of "[…]" at `from`, brackets inside it counted; 0 where it is not closed.
  size_t bracketed(size_t from, char open, char close) const {
    const std::string_view span = ahead(from);
    size_t depth = 0;
    for (size_t i = 0; i < span.size(); ++i) {
      if (span[i] == '\\') {
        ++i;
      } else if (span[i] == open) {
        ++depth;
      } else if (span[i] == close && --depth == 0) {
        return i + 1;
      }
    }
    return 0;
  }

  /// The length of "[text](address)" or "[text][reference]" at `from`, and of its text.
  bool measure_link(size_t from, size_t& text_length, size_t& whole_length) const {
    const size_t label = from < text_.size() && text_[from] == '[' ? bracketed(from, '[', ']') : 0;
    if (label == 0 || from + label >= text_.size()) {
      return false;
    }
    const char next = text_[from + label];
    const size_t target = next == '('   ? bracketed(from + label, '(', ')')
                          : next == '[' ? bracketed(from + label, '[', ']')
                                        : 0;
    text_length = label - 2;
    whole_length = label + target;
    return target > 0;
  }

  bool take_image() {
    size_t alternative = 0;
    size_t whole = 0;
    if (!measure_link(at_ + 1, alternative, whole)) {
      return false;
    }
    at_ += 1 + whole;
    return true;
  }

  bool take_link() {
    size_t label = 0;
    size_t whole = 0;
    if (!measure_link(at_, label, whole)) {
      return false;
    }
    // A label may hold emphasis or an image, but is shorter than the text it stands in.
    out_ += InlineReader(text_.substr(at_ + 1, label)).read();
    at_ += whole;
    return true;
  }

  bool take_autolink() {
    const std::string_view span = ahead(at_ + 1);
    if (span.substr(0, 7) != "http://" && span.substr(0, 8) != "https://") {
      return false;
    }
    const size_t end = span.find_first_of("> \n");
    if (end == std::string_view::npos || span[end] != '>') {
      return false;
    }
    out_.append(span.substr(0, end));
    at_ += end + 2;
    return true;
  }

  /// Whether a run of signs ending before `after` can open emphasis, one beginning at `before` + 1
  /// close it.
  bool opens(char sign, size_t begin, size_t end) const {
    const bool space_follows = end >= text_.size() || is_space(text_[end]);
    const bool word_precedes = begin > 0 && is_word(text_[begin - 1]);
    return !space_follows && !(sign == '_' && word_precedes);
  }
  bool closes(char sign, size_t begin, size_t end) const {
    const bool space_precedes = begin == 0 || is_space(text_[begin - 1]);
    const bool word_follows = end < text_.size() && is_word(text_[end]);
    return !space_precedes && !(sign == '_' && word_follows);
  }

  bool take_emphasis(char sign) {
    const size_t run = run_length(sign, at_);
    const bool known = run <= 3 && (sign != '~' || run == 2);
    const size_t close = known && opens(sign, at_, at_ + run) ? find_close(sign, run) : 0;
    if (close == 0) {
      out_.append(run, sign);
      at_ += run;
      return true;
    }
    out_ += InlineReader(text_.substr(at_ + run, close - at_ - run)).read();
    at_ = close + run;
    return true;
  }

  /// Where the run of `run` signs that closes the one at the current place begins; 0 where there is
  /// none.
  size_t find_close(char sign, size_t run) const {
    const size_t limit = std::min(text_.size(), at_ + kMaxSpanBytes);
    size_t at = text_.find(sign, at_ + run);
    while (at < limit) {
      const size_t length = run_length(sign, at);
      if (length >= run && closes(sign, at, at + length)) {
        return at + length - run;
      }
      at = text_.find(sign, at + length);
    }
    return 0;
  }

  std::string_view text_;
  std::string out_;
  size_t at_ = 0;
};

}  // namespace

std::string inline_to_text(std::string_view line) {
  return InlineReader(line).read();
}

}  // namespace vigie
