#include "indexer/readers/record.h"

#include <algorithm>
#include <array>

#include "indexer/clean_text.h"

namespace vigie {

namespace {

/// Unknown fields that are named one by one.
constexpr size_t kMaxUnknownSaid = 10;

struct Field {
  std::string_view key;
  std::string Article::*member;  ///< null: the authors
};

constexpr std::array<Field, 10> kFields = {{{"id", &Article::id},
                                            {"url", &Article::url},
                                            {"title", &Article::title},
                                            {"standfirst", &Article::standfirst},
                                            {"body", &Article::body},
                                            {"language", &Article::language},
                                            {"source", &Article::source},
                                            {"authors", nullptr},
                                            {"published", &Article::published},
                                            {"section", &Article::section}}};

/// What others call our fields. Not taken, since they do not always mean the same, but pointed out.
struct OtherName {
  std::string_view theirs;
  std::string_view ours;
};

constexpr std::array<OtherName, 15> kOtherNames = {{{"date", "published"},
                                                    {"published_at", "published"},
                                                    {"datePublished", "published"},
                                                    {"pubDate", "published"},
                                                    {"text", "body"},
                                                    {"content", "body"},
                                                    {"articleBody", "body"},
                                                    {"headline", "title"},
                                                    {"summary", "standfirst"},
                                                    {"description", "standfirst"},
                                                    {"lang", "language"},
                                                    {"link", "url"},
                                                    {"publisher", "source"},
                                                    {"byline", "authors"},
                                                    {"category", "section"}}};

const Field* find_field(std::string_view key) {
  const std::string_view name = key == "author" ? "authors" : key;
  const auto* found = std::find_if(kFields.begin(), kFields.end(),
                                   [&](const Field& field) { return field.key == name; });
  return found == kFields.end() ? nullptr : found;
}

std::string unknown_field(std::string_view key) {
  std::string warning = "unknown field " + in_quotes(key) + " ignored";
  for (const OtherName& name : kOtherNames) {
    if (name.theirs == key) {
      warning += " (Vigie's name for it may be \"" + std::string(name.ours) + "\")";
    }
  }
  return warning;
}

}  // namespace

void RecordBuilder::begin(std::string_view key) {
  const Field* field = find_field(key);
  field_ = field == nullptr ? "" : field->key;
  items_ = 0;
  if (field == nullptr) {
    if (++unknown_ <= kMaxUnknownSaid && seen_.emplace(key).second) {
      record_.warnings.push_back(unknown_field(key));
    }
    return;
  }
  if (!seen_.insert(field_).second) {
    record_.warnings.push_back("field \"" + field_ + "\" is given twice; the last one is taken");
  }
  if (field->member == nullptr) {
    record_.article.authors.clear();
  } else {
    (record_.article.*field->member).clear();
  }
}

void RecordBuilder::text(std::string value) {
  if (field_.empty()) {
    return;
  }
  const Field* field = find_field(field_);
  if (field->member == nullptr) {
    record_.article.authors.push_back(std::move(value));
  } else {
    record_.article.*field->member = std::move(value);
  }
}

void RecordBuilder::item(std::string value) {
  ++items_;
  text(std::move(value));
}

void RecordBuilder::wrong_kind(std::string_view kind) {
  if (!field_.empty() && !error_) {
    error_ = field_ + " is " + std::string(kind) + "; expected " +
             (takes_list() ? "a list of strings" : "a string");
  }
}

void RecordBuilder::wrong_item(std::string_view kind) {
  if (!error_) {
    error_ =
        "authors[" + std::to_string(items_) + "] is " + std::string(kind) + "; expected a string";
  }
  ++items_;
}

Record RecordBuilder::finish() {
  if (error_) {
    throw ArticleError(*error_);
  }
  if (unknown_ > kMaxUnknownSaid) {
    record_.warnings.push_back(std::to_string(unknown_ - kMaxUnknownSaid) +
                               " more unknown fields ignored");
  }
  return std::move(record_);
}

}  // namespace vigie
