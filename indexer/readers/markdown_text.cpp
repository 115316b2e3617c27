// Blocks: headings, lists, quotes, code, paragraphs.

#include "indexer/readers/markdown_text.h"

#include <algorithm>

#include "indexer/clean_text.h"

namespace vigie {

namespace {

constexpr size_t kMaxHeadingLevel = 6;

/// The text of a heading ("## …", closing signs dropped) and its level; level 0: none.
struct Heading {
  size_t level = 0;
  std::string_view text;
};

Heading heading_of(std::string_view line) {
  const size_t level = std::min(line.find_first_not_of('#'), line.size());
  if (level == 0 || level > kMaxHeadingLevel || (level < line.size() && line[level] != ' ')) {
    return {};
  }
  std::string_view text = trimmed(line.substr(level));
  const size_t end = text.find_last_not_of('#');
  const bool closed = end != std::string_view::npos && end + 1 < text.size() && text[end] == ' ';
  return {level, closed ? trimmed(text.substr(0, end)) : text};
}

bool is_row_of(std::string_view line, char sign, size_t at_least) {
  const auto signs = std::count(line.begin(), line.end(), sign);
  const auto spaces = std::count(line.begin(), line.end(), ' ');
  return static_cast<size_t>(signs) >= at_least &&
         static_cast<size_t>(signs + spaces) == line.size();
}

bool is_thematic_break(std::string_view line) {
  return is_row_of(line, '-', 3) || is_row_of(line, '*', 3) || is_row_of(line, '_', 3);
}

bool is_fence(std::string_view line) {
  return line.substr(0, 3) == "```" || line.substr(0, 3) == "~~~";
}

/// "[name]: https://…"
bool is_reference_definition(std::string_view line) {
  const size_t close = line.find("]: ");
  return line.substr(0, 1) == "[" && close != std::string_view::npos && close > 1 &&
         line.substr(1, close - 1).find(']') == std::string_view::npos;
}

/// The bytes of "- ", "* ", "+ ", "12. ", "12) " at the start of `line`.
size_t list_marker(std::string_view line) {
  const size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const bool numbered = digits > 0 && digits < 10 && line.size() > digits + 1 &&
                        (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
  if (numbered) {
    return digits + 2;
  }
  const bool bullet =
      line.size() > 1 && line[1] == ' ' && (line[0] == '-' || line[0] == '*' || line[0] == '+');
  return bullet ? 2 : 0;
}

std::string_view without_quote_marks(std::string_view line) {
  while (line.substr(0, 1) == ">") {
    line = trimmed(line.substr(1));
  }
  return line;
}

class BlockReader {
 public:
  std::string read(std::string_view markdown) {
    while (!markdown.empty()) {
      const size_t end = std::min(markdown.find('\n'), markdown.size());
      take_line(markdown.substr(0, end));
      markdown.remove_prefix(std::min(end + 1, markdown.size()));
    }
    end_paragraph();
    out_.resize(trimmed(out_).empty() ? 0 : out_.find_last_not_of('\n') + 1);
    return std::move(out_);
  }

 private:
  void take_line(std::string_view raw) {
    const std::string_view line = trimmed(raw);
    if (is_fence(line)) {
      end_paragraph();
      in_code_ = !in_code_;
    } else if (in_code_) {
      write_line(std::string(raw));
    } else if (line.empty()) {
      end_paragraph();
      blank_line();
    } else {
      take_text(without_quote_marks(line));
    }
  }

  void take_text(std::string_view line) {
    const bool underline =
        !paragraph_.empty() && (is_row_of(line, '=', 1) || is_row_of(line, '-', 2));
    if (underline || is_thematic_break(line) || is_reference_definition(line)) {
      end_paragraph();
      return;
    }
    const Heading heading = heading_of(line);
    if (heading.level > 0) {
      end_paragraph();
      write_line(inline_to_text(heading.text));
      return;
    }
    const size_t marker = list_marker(line);
    if (marker > 0) {
      end_paragraph();
      paragraph_marker_ = line[1] == ' ' ? "- " : std::string(line.substr(0, marker));
      line = trimmed(line.substr(marker));
    }
    paragraph_.append(paragraph_.empty() ? "" : " ").append(line);
  }

  void end_paragraph() {
    if (!paragraph_.empty()) {
      const std::string text = inline_to_text(paragraph_);
      if (!is_blank(text)) {
        write_line(paragraph_marker_ + std::string(trimmed(text)));
      }
    }
    paragraph_.clear();
    paragraph_marker_.clear();
  }

  void write_line(const std::string& line) { out_.append(line).append("\n"); }

  void blank_line() {
    const bool after_text = out_.size() > 1 && out_.compare(out_.size() - 2, 2, "\n\n") != 0;
    if (after_text) {
      out_ += '\n';
    }
  }

  std::string out_;
  std::string paragraph_;
  std::string paragraph_marker_;
  bool in_code_ = false;
};

}  // namespace

std::string markdown_to_text(std::string_view markdown) {
  return BlockReader().read(markdown);
}

std::string_view first_level_heading(std::string_view line) {
  const Heading heading = heading_of(trimmed(line));
  return heading.level == 1 ? heading.text : std::string_view();
}

}  // namespace vigie
