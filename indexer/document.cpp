#include "indexer/document.h"

#include <xxhash.h>

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

constexpr uint32_t kNone = 0xFFFFFFFF;

/// The terms of one document while they are gathered: flat, since Xapian's own tree of terms is
/// slow to fill word by word.
class TermTable {
 public:
  struct Term {
    std::string text;
    std::string stem;  ///< of a word
    uint32_t wdf = 0;
    uint32_t first_place = kNone;
    uint32_t last_place = kNone;
    bool spelled_so = false;  ///< a word of that very spelling occurs
  };

  explicit TermTable(size_t expected_words) {
    size_t slots = 64;
    while (slots < 4 * expected_words) {
      slots *= 2;
    }
    slots_.assign(slots, kNone);
    terms_.reserve(expected_words);
    places_.reserve(expected_words);
  }

  /// The term of that text, new or met before; valid until the next call.
  Term& at(std::string&& text) {
    if (2 * terms_.size() > slots_.size()) {
      grow();
    }
    uint32_t& slot = slots_[slot_of(text)];
    if (slot == kNone) {
      slot = static_cast<uint32_t>(terms_.size());
      terms_.emplace_back().text = std::move(text);
    }
    return terms_[slot];
  }

  void add_place(Term& term, uint32_t position) {
    const auto place = static_cast<uint32_t>(places_.size());
    places_.push_back({position, kNone});
    (term.last_place == kNone ? term.first_place : places_[term.last_place].next) = place;
    term.last_place = place;
  }

  void write_to(Xapian::Document& document, Prefix words) const {
    for (const Term& term : terms_) {
      if (term.first_place == kNone) {
        document.add_term(term.text, term.wdf);
        continue;
      }
      document.add_posting(term.text, places_[term.first_place].position, term.wdf);
      for (uint32_t at = places_[term.first_place].next; at != kNone; at = places_[at].next) {
        document.add_posting(term.text, places_[at].position, 0);
      }
      if (!term.spelled_so) {
        document.add_boolean_term(schema::term(Prefix::kAbsentForm, words, term.stem));
      }
    }
  }

 private:
  struct Place {
    uint32_t position;
    uint32_t next;
  };

  size_t slot_of(std::string_view text) const {
    const size_t mask = slots_.size() - 1;
    size_t slot = XXH3_64bits(text.data(), text.size()) & mask;
    while (slots_[slot] != kNone && terms_[slots_[slot]].text != text) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  void grow() {
    slots_.assign(2 * slots_.size(), kNone);
    for (uint32_t i = 0; i < terms_.size(); ++i) {
      slots_[slot_of(terms_[i].text)] = i;
    }
  }

  std::vector<uint32_t> slots_;
  std::vector<Term> terms_;
  std::vector<Place> places_;
};

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) {
    all.append(all.empty() ? "" : std::string(1, schema::kValueSeparator)).append(name);
  }
  return all;
}

/// Puts a token's terms into the table.
class TermGatherer {
 public:
  TermGatherer(TermTable& table, Language language)
      : table_(table), language_(language), words_(schema::word_prefix(language)) {}

  /// `first_position`: of the field, whose number in text_fields() is `field`.
  void add(const Token& token, size_t field, uint32_t first_position) {
    const uint32_t weight = schema::kFieldWeights[field];
    if (token.kind == TokenKind::kAcronym) {
      table_.at(schema::term(Prefix::kAcronym, token.form->folded)).wdf += weight;
      if (field == kTitleField) {
        table_.at(schema::term(Prefix::kTitle, Prefix::kAcronym, token.form->folded));
      }
      return;
    }
    const std::string& stem = token.form->stem(language_);
    const bool spelled_so = token.form->folded == stem;
    TermTable::Term& word = table_.at(schema::term(words_, stem));
    if (word.stem.empty()) {
      word.stem = stem;
    }
    word.wdf += weight;
    word.spelled_so = word.spelled_so || spelled_so;
    table_.add_place(word, first_position + token.position);
    if (!spelled_so) {
      table_.at(schema::term(Prefix::kForm, token.form->folded));
    }
    if (field == kTitleField) {
      table_.at(schema::term(Prefix::kTitle, words_, stem));
    }
  }

 private:
  TermTable& table_;
  Language language_;
  Prefix words_;
};

}  // namespace

void DocumentMaker::add_words(const Article& article, Xapian::Document& document) {
  constexpr size_t kBytesPerWord = 6;
  const Language language = language_of_tag(article.language);
  TermTable table((article.title.size() + article.standfirst.size() + article.body.size()) /
                  kBytesPerWord);
  TermGatherer gatherer(table, language);
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
      table.at(schema::term(Prefix::kPhrase, *phrase)).wdf += schema::kFieldWeights[field];
    }
    if (!tokens.empty()) {
      position += tokens.back().position + 1;
    }
    position += schema::kFieldGap;
  }
  document.add_value(schema::kFingerprintSlot, to_bytes(fingerprint_.finish()));
  table.write_to(document, schema::word_prefix(language));
}

/// Adds what was found in the fields of add_words().
void DocumentMaker::add_entities(Xapian::Document& document) {
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
    document.add_term(schema::term(Prefix::kEntity, ids.back()), each.weight);
  }
  for (const uint32_t topic : found.topics) {
    ids.push_back(knowledge_->gazetteer.entity(topic).id);
    document.add_boolean_term(schema::term(Prefix::kEntity, ids.back()));
  }
  if (!ids.empty()) {
    document.add_value(schema::kEntitiesSlot, joined(ids));
  }
}

namespace {

void add_name_filter(Xapian::Document& document, Prefix prefix, std::string_view name) {
  const std::string folded = fold_name(name);
  if (!folded.empty()) {
    document.add_boolean_term(schema::term(prefix, folded));
  }
}

void add_publication(Xapian::Document& document, std::string_view published) {
  const std::optional<Published> date = parse_published(published);
  if (!date) {
    return;
  }
  document.add_boolean_term(schema::year_term(date->day));
  document.add_boolean_term(schema::month_term(date->day));
  document.add_boolean_term(schema::day_term(date->day));
  document.add_value(schema::kPublishedSlot,
                     Xapian::sortable_serialise(static_cast<double>(date->epoch_seconds)));
  document.add_value(schema::kDaySlot, std::to_string(date->day));
}

}  // namespace

Xapian::Document DocumentMaker::make(const Article& article, int64_t added) {
  Xapian::Document document;
  add_words(article, document);
  add_entities(document);
  document.add_boolean_term(schema::term(Prefix::kId, article.id));
  if (const std::string address = address_of_id(article.id); address != article.id) {
    document.add_boolean_term(schema::term(Prefix::kAddress, address));
  }
  document.add_boolean_term(schema::term(Prefix::kLanguage, article.language));
  add_name_filter(document, Prefix::kSource, article.source);
  for (const std::string& author : article.authors) {
    add_name_filter(document, Prefix::kAuthor, author);
  }
  add_publication(document, article.published);
  document.add_value(schema::kLanguageSlot, article.language);
  document.add_value(schema::kSourceSlot, article.source);
  document.add_value(schema::kAuthorsSlot, joined(article.authors));
  document.add_value(schema::kHashSlot, content_hash(article));
  if (const std::string sums = sums_value(amounts_of(article)); !sums.empty()) {
    document.add_value(schema::kSumsSlot, sums);
  }
  document.add_value(schema::kAddedSlot, Xapian::sortable_serialise(static_cast<double>(added)));
  document.set_data(to_json(article));
  return document;
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
