#include "indexer/article.h"

#include <simdjson.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "indexer/json_writer.h"

namespace vigie {

namespace {

/// A field of the record that is one string, in the order they are written.
struct StringField {
  const char* key;
  std::string Article::*member;
};

constexpr std::array<StringField, 7> kFieldsBeforeAuthors = {{{"id", &Article::id},
                                                              {"url", &Article::url},
                                                              {"title", &Article::title},
                                                              {"standfirst", &Article::standfirst},
                                                              {"body", &Article::body},
                                                              {"language", &Article::language},
                                                              {"source", &Article::source}}};
constexpr std::array<StringField, 2> kFieldsAfterAuthors = {
    {{"published", &Article::published}, {"section", &Article::section}}};

template <size_t kCount>
void write_fields(const Article& article, const std::array<StringField, kCount>& fields,
                  JsonWriter& json) {
  for (const StringField& field : fields) {
    json.known_member(field.key, article.*field.member);
  }
}

/// The member `key` of a stored article, if it is one of the `fields`.
template <size_t kCount>
void read_member(std::string_view key, const simdjson::dom::element& value,
                 const std::array<StringField, kCount>& fields, Article& article) {
  for (const StringField& field : fields) {
    if (key == field.key) {
      article.*field.member = std::string_view(value);
    }
  }
}

void read_authors(const simdjson::dom::array& authors, Article& article) {
  for (const std::string_view author : authors) {
    article.authors.emplace_back(author);
  }
}

Article article_of(const simdjson::dom::object& object) {
  Article article;
  for (const auto& [key, value] : object) {
    read_member(key, value, kFieldsBeforeAuthors, article);
    read_member(key, value, kFieldsAfterAuthors, article);
    if (key == "authors") {
      read_authors(value, article);
    }
  }
  return article;
}

std::string hex64(uint64_t value) {
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(value));
  return digits.data();
}

bool stands_in_addresses(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '_' || c == '-';
}

}  // namespace

std::array<TextField, 3> text_fields(const Article& article) {
  return {{{"title", article.title}, {"standfirst", article.standfirst}, {"body", article.body}}};
}

std::string to_json(const Article& article) {
  JsonWriter json;
  json.begin_object();
  write_fields(article, kFieldsBeforeAuthors, json);
  if (!article.authors.empty()) {
    json.key("authors");
    json.begin_array();
    for (const std::string& author : article.authors) {
      json.string(author);
    }
    json.end_array();
  }
  write_fields(article, kFieldsAfterAuthors, json);
  json.end_object();
  return json.take();
}

Article article_from_stored_json(std::string_view json) {
  constexpr size_t kMostKept = 1U << 20U;  // a parser keeps some ten times what it once read
  thread_local simdjson::dom::parser kept;
  simdjson::dom::parser once;
  simdjson::dom::parser& parser = json.size() > kMostKept ? once : kept;
  try {
    return article_of(parser.parse(json.data(), json.size()));
  } catch (const simdjson::simdjson_error&) {
    throw ArticleError("the stored article is not one that Vigie wrote: the index is damaged");
  }
}

std::string content_hash(const Article& article) {
  return content_hash(to_json(article));
}

std::string content_hash(std::string_view json) {
  return hex64(XXH64(json.data(), json.size(), 0));
}

std::string address_of_id(std::string_view id) {
  const bool stands = std::all_of(id.begin(), id.end(), stands_in_addresses) &&
                      id.find_first_not_of('.') != std::string_view::npos;
  if (stands) {
    return std::string(id);
  }
  return "~" + hex64(XXH64(id.data(), id.size(), 0));
}

}  // namespace vigie
