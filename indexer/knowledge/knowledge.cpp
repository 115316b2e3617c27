#include "indexer/knowledge/knowledge.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "indexer/knowledge/entity_file.h"
#include "indexer/knowledge/knowledge_line.h"
#include "indexer/knowledge/knowledge_of_articles.h"
#include "indexer/knowledge/lexicon_file.h"

namespace vigie {

namespace {

/// Begins the name of a file in the text; in no file itself.
constexpr char kFileMark = '\f';

/// The folder of general words.
constexpr std::string_view kDictionary = "dictionary/";

bool is_of_dictionary(std::string_view file) {
  return file.substr(0, kDictionary.size()) == kDictionary;
}

/// Calls `use` with every line, neither empty nor a comment, of the dictionary's files, or of all
/// others.
template <typename Use>
void each_line(std::string_view text, bool of_dictionary, const Use& use) {
  KnowledgeLine line;
  bool wanted = !of_dictionary;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view row = text.substr(begin, end - begin);
    begin = end + 1;
    ++line.number;
    if (!row.empty() && row.front() == kFileMark) {
      line.file = row.substr(1);
      line.number = 0;
      wanted = is_of_dictionary(line.file) == of_dictionary;
    } else if (wanted && !row.empty() && row.front() != '#') {
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

/// The tables in a folder, in the order of their names.
std::vector<std::filesystem::path> tables_in(const std::filesystem::path& folder,
                                             std::error_code& error) {
  std::vector<std::filesystem::path> paths;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    if (at->path().extension() == ".tsv") {
      paths.push_back(at->path());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// The files of the lexicon, then those of the dictionary and of entities that are there.
std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> paths = tables_in(folder / "lexicon", error);
  if (error || paths.empty()) {
    throw KnowledgeError(folder.string() + ": holds no lexicon/*.tsv" +
                         (error ? " (" + error.message() + ")" : ""));
  }
  const std::vector<std::filesystem::path> dictionary = tables_in(folder / kDictionary, error);
  paths.insert(paths.end(), dictionary.begin(), dictionary.end());
  for (size_t kind = 0; kind < kEntityKinds; ++kind) {
    const std::filesystem::path path = folder / entity_file_name(static_cast<EntityKind>(kind));
    if (std::filesystem::exists(path)) {
      paths.push_back(path);
    }
  }
  return paths;
}

/// The text without a byte-order mark and the CR of its line ends: how an editor's program saves it.
std::string plain_lines(std::string text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.compare(0, kByteOrderMark.size(), kByteOrderMark) == 0) {
    text.erase(0, kByteOrderMark.size());
  }
  text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
  return text;
}

}  // namespace

const char* entity_kind_name(EntityKind kind) {
  constexpr std::array<const char*, kEntityKinds> kNames = {"organisation", "person", "programme",
                                                            "place", "topic"};
  return kNames[static_cast<size_t>(kind)];
}

std::vector<std::string_view> all_names(const Entity& entity) {
  std::vector<std::string_view> names(entity.names.begin(), entity.names.end());
  for (const std::string& name : entity.ambiguous) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(name);
    }
  }
  return names;
}

std::string read_knowledge(const std::string& folder) {
  std::string text;
  for (const std::filesystem::path& path : files_of(folder)) {
    const std::string bytes = plain_lines(bytes_of(path));
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
  LexiconFile dictionary;
  each_line(text, true, [&dictionary](const KnowledgeLine& line) { dictionary.add(line); });
  Knowledge knowledge = parse_knowledge_of_articles(text);
  knowledge.dictionary = dictionary.take();
  return knowledge;
}

Knowledge parse_knowledge_of_articles(std::string_view text) {
  LexiconFile lexicon;
  EntityFile entities;
  each_line(text, false, [&](const KnowledgeLine& line) {
    if (const std::optional<EntityKind> kind = kind_of_file(line.file)) {
      entities.add(*kind, line);
    } else {
      lexicon.add(line);
    }
  });
  Knowledge knowledge;
  knowledge.lexicon = lexicon.take();
  knowledge.entities = entities.take();
  return knowledge;
}

}  // namespace vigie
