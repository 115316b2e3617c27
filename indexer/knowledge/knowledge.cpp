#include "indexer/knowledge/knowledge.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unordered_map>

namespace vigie {

namespace {

/// Begins the name of a file in the text; in no file itself.
constexpr char kFileMark = '\f';

struct Line {
  std::string_view file;
  size_t number = 0;
  std::vector<std::string_view> columns;
};

[[noreturn]] void refuse(const Line& line, const std::string& reason) {
  throw KnowledgeError(std::string(line.file) + ", line " + std::to_string(line.number) + ": " +
                       reason);
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + separator.size();
  }
  return parts;
}

bool has_word(std::string_view form) {
  return std::any_of(form.begin(), form.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
  });
}

std::vector<std::string> forms_of(const Line& line, size_t column, const char* what) {
  std::vector<std::string> forms;
  for (const std::string_view form : split(line.columns[column], " | ")) {
    if (!has_word(form) || form.front() == ' ' || form.back() == ' ') {
      refuse(line, std::string("the ") + what + " term '" + std::string(form) +
                       "' has no word or has spaces around it; terms are separated by ' | '");
    }
    forms.emplace_back(form);
  }
  return forms;
}

/// Reads the lines of lexicon/*.tsv: French, English and perhaps the one direction, > or <.
class LexiconReader {
 public:
  void add(const Line& line) {
    if (line.columns.size() < 2 || line.columns.size() > 3) {
      refuse(line, "expected French, a tab and English, then perhaps a tab and > or <; found " +
                       std::to_string(line.columns.size()) + " columns");
    }
    LexiconEntry entry;
    entry.french = forms_of(line, 0, "French");
    entry.english = forms_of(line, 1, "English");
    if (line.columns.size() == 3) {
      if (line.columns[2] != ">" && line.columns[2] != "<") {
        refuse(line, "the direction is '" + std::string(line.columns[2]) + "', not > or <");
      }
      entry.to_english = line.columns[2] == ">";
      entry.to_french = line.columns[2] == "<";
    }
    for (const std::string& french : entry.french) {
      for (const std::string& english : entry.english) {
        note_pair(line, french, english);
      }
    }
    entries_.push_back(std::move(entry));
  }

  std::vector<LexiconEntry> take() { return std::move(entries_); }

 private:
  void note_pair(const Line& line, const std::string& french, const std::string& english) {
    const std::string where = std::string(line.file) + ", line " + std::to_string(line.number);
    const auto [found, is_new] = pairs_.try_emplace(french + '\t' + english, where);
    if (!is_new) {
      refuse(line, "'" + french + "' and '" + english + "' stand in " + found->second + " too");
    }
  }

  std::vector<LexiconEntry> entries_;
  std::unordered_map<std::string, std::string> pairs_;
};

/// Calls `use` with every line that is neither empty nor a comment.
template <typename Use>
void each_line(std::string_view text, const Use& use) {
  Line line;
  for (std::string_view row : split(text, "\n")) {
    ++line.number;
    if (!row.empty() && row.front() == kFileMark) {
      line.file = row.substr(1);
      line.number = 0;
    } else if (!row.empty() && row.front() != '#') {
      line.columns = split(row, "\t");
      use(line);
    }
  }
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  if (!file || !(bytes << file.rdbuf())) {
    throw KnowledgeError(path.string() + ": cannot be read, or is empty");
  }
  return bytes.str();
}

}  // namespace

std::string read_knowledge(const std::string& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> paths;
  const std::filesystem::path lexicon = std::filesystem::path(folder) / "lexicon";
  for (std::filesystem::directory_iterator at(lexicon, error), end; !error && at != end;
       at.increment(error)) {
    if (at->path().extension() == ".tsv") {
      paths.push_back(at->path());
    }
  }
  if (error || paths.empty()) {
    throw KnowledgeError(folder + ": holds no lexicon/*.tsv" +
                         (error ? " (" + error.message() + ")" : ""));
  }
  std::sort(paths.begin(), paths.end());
  std::string text;
  for (const std::filesystem::path& path : paths) {
    const std::string bytes = bytes_of(path);
    if (bytes.find(kFileMark) != std::string::npos || bytes.find('\0') != std::string::npos) {
      throw KnowledgeError(path.string() + ": holds control characters; it is to be plain text");
    }
    text += kFileMark;
    text.append(path.lexically_relative(folder).string()).append("\n").append(bytes);
    if (text.back() != '\n') {
      text += '\n';
    }
  }
  parse_knowledge(text);
  return text;
}

Knowledge parse_knowledge(std::string_view text) {
  LexiconReader lexicon;
  each_line(text, [&lexicon](const Line& line) { lexicon.add(line); });
  Knowledge knowledge;
  knowledge.lexicon = lexicon.take();
  return knowledge;
}

}  // namespace vigie
