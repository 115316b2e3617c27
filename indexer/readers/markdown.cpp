#include "indexer/readers/markdown.h"

#include <yaml-cpp/yaml.h>

#include <utility>

#include "indexer/clean_text.h"
#include "indexer/readers/markdown_text.h"

namespace vigie {

namespace {

constexpr size_t kMaxFrontMatterBytes = 100'000;
constexpr std::string_view kMark = "---";

/// The front matter and what follows it; neither holds the "---" lines.
struct Parts {
  std::string_view front_matter;
  std::string_view body;
};

std::string_view take_line(std::string_view& text) {
  const size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

Parts split(std::string_view text) {
  std::string_view rest = text;
  if (trimmed(take_line(rest)) != kMark) {
    return {{}, text};
  }
  const std::string_view front = rest;
  size_t length = 0;
  std::string_view line;
  do {
    if (rest.empty()) {
      throw ArticleError(
          "the front matter that opens with \"---\" is never closed; expected a second line "
          "\"---\"");
    }
    length = static_cast<size_t>(rest.data() - front.data());
    line = trimmed(take_line(rest));
  } while (line != kMark && line != "...");
  if (length > kMaxFrontMatterBytes) {
    throw ArticleError("the front matter is longer than 100 kB");
  }
  return {front.substr(0, length), rest};
}

const char* kind_of(const YAML::Node& node) {
  return node.IsMap() ? "a map" : node.IsSequence() ? "a list" : "empty";
}

void read_value(const YAML::Node& value, RecordBuilder& builder) {
  if (value.IsNull()) {
    return;
  }
  if (value.IsScalar()) {
    builder.text(value.Scalar());
    return;
  }
  if (!value.IsSequence() || !builder.takes_list()) {
    builder.wrong_kind(kind_of(value));
    return;
  }
  for (const YAML::Node& item : value) {
    if (item.IsScalar()) {
      builder.item(item.Scalar());
    } else if (!item.IsNull()) {
      builder.wrong_item(kind_of(item));
    }
  }
}

Record read_front_matter(std::string_view yaml) {
  RecordBuilder builder;
  try {
    const YAML::Node fields = YAML::Load(std::string(yaml));
    if (!fields.IsNull() && !fields.IsMap()) {
      throw ArticleError(
          "the front matter is no list of fields; expected lines such as \"title: …\"");
    }
    for (const auto& field : fields) {
      builder.begin(field.first.IsScalar() ? field.first.Scalar() : "");
      read_value(field.second, builder);
    }
  } catch (const YAML::Exception& error) {
    // Marks count from 0, and the line "---" comes before.
    throw ArticleError("the front matter is not YAML at line " +
                       std::to_string(error.mark.line + 2) + ": " + clean_line(error.msg) +
                       " (a value that holds \": \" or begins with a sign goes in quotes)");
  }
  return builder.finish();
}

/// Takes a first heading "# …" off `body` where it is the title, or may be.
void take_title(std::string_view& body, Article& article) {
  std::string_view rest = body;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (is_blank(line)) {
      continue;
    }
    const std::string heading = inline_to_text(first_level_heading(line));
    if (!heading.empty() && (is_blank(article.title) || heading == article.title)) {
      article.title = heading;
      body = rest;
    }
    return;
  }
}

}  // namespace

Record parse_markdown_record(std::string_view text) {
  const Parts parts = split(text);
  Record record = read_front_matter(parts.front_matter);
  std::string_view body = parts.body;
  take_title(body, record.article);
  std::string plain = markdown_to_text(body);
  if (!is_blank(plain)) {
    if (!record.article.body.empty()) {
      record.warnings.emplace_back(
          "the front matter's \"body\" ignored: the text below is the body");
    }
    record.article.body = std::move(plain);
  }
  return record;
}

}  // namespace vigie
