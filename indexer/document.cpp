#include "indexer/document.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/published.h"
#include "indexer/schema.h"
#include "indexer/sum.h"
#include "indexer/text/fold.h"

namespace vigie {

namespace {

using schema::Prefix;

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) {
    all.append(all.empty() ? "" : std::string(1, schema::kValueSeparator)).append(name);
  }
  return all;
}

/// Puts the terms of tokens into a document's table.
class TermGatherer {
 public:
  TermGatherer(TermTable& table, Language language)
      : table_(table), language_(language), words_(schema::word_prefix(language)) {}

  /// `first_position`: of the field, whose number in text_fields() is `field`.
  void add(const Token& token, size_t field, uint32_t first_position) {
    const uint32_t weight = schema::kFieldWeights[field];
    if (token.kind == TokenKind::kAcronym) {
      add_term(weight, token.form->folded, Prefix::kAcronym);
      if (field == kTitleField) {
        add_term(0, token.form->folded, Prefix::kTitle, Prefix::kAcronym);
      }
      return;
    }
    const std::string& stem = token.form->stem(language_);
    const bool spelled_so = token.form->folded == stem;
    const uint32_t word = add_term(weight, stem, words_);
    table_.add_position(word, first_position + token.position);
    if (word >= spelled_so_.size()) {
      spelled_so_.resize(word + 1, Spelled::kNoWord);
    }
    if (spelled_so) {
      spelled_so_[word] = Spelled::kSo;
    } else {
      spelled_so_[word] = std::max(spelled_so_[word], Spelled::kOtherwise);
      add_term(0, token.form->folded, Prefix::kForm);
    }
    if (field == kTitleField) {
      add_term(0, stem, Prefix::kTitle, words_);
    }
  }

  void add_phrase(const std::string& phrase, size_t field) {
    add_term(schema::kFieldWeights[field], phrase, Prefix::kPhrase);
  }

  /// Says of which stems no word is spelled so.
  void finish() {
    for (uint32_t word = 0; word < spelled_so_.size(); ++word) {
      if (spelled_so_[word] == Spelled::kOtherwise) {
        const std::string stem = table_.text(word).substr(1);  // after the prefix
        add_term(0, stem, Prefix::kAbsentForm, words_);
      }
    }
  }

 private:
  /// Whether a word of the spelling of its stem occurs.
  enum class Spelled : unsigned char { kNoWord, kOtherwise, kSo };

  template <typename... Prefixes>
  uint32_t add_term(uint32_t weight, std::string_view text, Prefixes... prefixes) {
    const uint32_t number = table_.add(schema::term(prefixes..., text));
    table_.add_wdf(number, weight);
    return number;
  }

  TermTable& table_;
  Language language_;
  Prefix words_;
  std::vector<Spelled> spelled_so_;  // by number of a term
};

}  // namespace

void DocumentMaker::add_words(const Article& article) {
  const Language language = language_of_tag(article.language);
  TermGatherer gatherer(document_.terms, language);
  const std::array<TextField, 3> fields = text_fields(article);
  uint32_t position = 1;
  std::vector<const std::string*> phrases;
  for (size_t field = 0; field < fields.size(); ++field) {
    const std::string_view text = fields[field].text;
    const std::vector<Token>& tokens = analyzer_.analyze(text);
    for (const Token& token : tokens) {
      gatherer.add(token, field, position);
    }
    if (field == kTitleField) {
      fingerprint_.add_title(tokens);
    } else {
      fingerprint_.add_text(tokens, text);
    }
    phrases.clear();
    knowledge_->phrases.find(tokens, language, phrases);
    annotator_.add(text, tokens, field == kTitleField);
    for (const std::string* phrase : phrases) {
      gatherer.add_phrase(*phrase, field);
    }
    if (!tokens.empty()) {
      position += tokens.back().position + 1;
    }
    position += schema::kFieldGap;
  }
  gatherer.finish();
  add_value(schema::kFingerprintSlot, to_bytes(fingerprint_.finish()));
}

/// Adds what was found in the fields of add_words().
void DocumentMaker::add_entities() {
  const Annotations found = annotator_.finish();
  struct Named {
    uint32_t entity;
    uint32_t weight;
  };
  std::vector<Named> named;
  for (const Mention& mention : found.mentions) {
    const auto known = std::find_if(named.begin(), named.end(), [&mention](const Named& each) {
      return each.entity == mention.entity;
    });
    if (known == named.end()) {
      named.push_back({mention.entity, schema::kFieldWeights[mention.field]});
    } else {
      known->weight += schema::kFieldWeights[mention.field];
    }
  }
  std::stable_sort(named.begin(), named.end(),
                   [](const Named& a, const Named& b) { return a.weight > b.weight; });
  std::vector<std::string> ids;
  for (const Named& each : named) {
    ids.push_back(knowledge_->gazetteer.entity(each.entity).id);
    document_.terms.add_wdf(add_term(schema::term(Prefix::kEntity, ids.back())), each.weight);
  }
  for (const uint32_t topic : found.topics) {
    ids.push_back(knowledge_->gazetteer.entity(topic).id);
    add_term(schema::term(Prefix::kEntity, ids.back()));
  }
  add_value(schema::kEntitiesSlot, joined(ids));
}

void DocumentMaker::add_name_filter(Prefix prefix, std::string_view name) {
  const std::string folded = fold_name(name);
  if (!folded.empty()) {
    add_term(schema::term(prefix, folded));
  }
}

void DocumentMaker::add_publication(std::string_view published) {
  const std::optional<Published> date = parse_published(published);
  if (!date) {
    return;
  }
  add_term(schema::year_term(date->day));
  add_term(schema::month_term(date->day));
  add_term(schema::day_term(date->day));
  add_value(schema::kPublishedSlot,
            Xapian::sortable_serialise(static_cast<double>(date->epoch_seconds)));
  add_value(schema::kDaySlot, std::to_string(date->day));
}

void DocumentMaker::add_value(Xapian::valueno slot, std::string value) {
  if (!value.empty()) {
    document_.values.emplace_back(slot, std::move(value));
  }
}

PlainDocument& DocumentMaker::make(const Article& article, int64_t added) {
  document_.terms.clear();
  document_.values.clear();
  document_.data = to_json(article);
  add_words(article);
  add_entities();
  add_term(schema::term(Prefix::kId, article.id));
  if (const std::string address = address_of_id(article.id); address != article.id) {
    add_term(schema::term(Prefix::kAddress, address));
  }
  add_term(schema::term(Prefix::kLanguage, article.language));
  add_name_filter(Prefix::kSource, article.source);
  for (const std::string& author : article.authors) {
    add_name_filter(Prefix::kAuthor, author);
  }
  add_publication(article.published);
  add_value(schema::kLanguageSlot, article.language);
  add_value(schema::kSourceSlot, article.source);
  add_value(schema::kAuthorsSlot, joined(article.authors));
  add_value(schema::kHashSlot, content_hash(document_.data));
  add_value(schema::kSumsSlot, sums_value(amounts_of(article)));
  add_value(schema::kAddedSlot, Xapian::sortable_serialise(static_cast<double>(added)));
  std::sort(document_.values.begin(), document_.values.end());
  return document_;
}

int64_t added_now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

std::optional<int64_t> added_of(const Xapian::Database& database, Xapian::docid docid) {
  const std::string value = database.get_document(docid).get_value(schema::kAddedSlot);
  return value.empty() ? std::nullopt
                       : std::optional<int64_t>(std::llround(Xapian::sortable_unserialise(value)));
}

int64_t first_added(const Xapian::Database& database, const std::vector<Xapian::docid>& docids) {
  int64_t first = added_now();
  for (const Xapian::docid docid : docids) {
    first = std::min(first, added_of(database, docid).value_or(first));
  }
  return first;
}

}  // namespace vigie
