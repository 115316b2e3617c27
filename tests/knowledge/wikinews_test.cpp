// How names agree with those that others marked by hand: 571 French Wikinews articles (WiNER-fr).
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>

#include "indexer/text/fold.h"
#include "tests/knowledge/named.h"
#include "tests/support/shared_data.h"

namespace vigie {
namespace {

/// A marked name where it stands.
struct Marked {
  size_t begin;
  size_t end;
  std::string kind;
  std::string name;
};

bool is_letter(unsigned char c) {
  return std::isalnum(c) != 0 || c >= 0x80;
}

/// Whether what begins at `at` is a sign of several bytes: a quotation mark, a dash, a space.
bool is_sign_at(const std::string& text, size_t at) {
  return text[at] == '\xE2' || text[at] == '\xC2';
}

/// Whether no word goes on across `begin` or `end`.
bool is_word(const std::string& text, size_t begin, size_t end) {
  const bool is_begin = begin == 0 || !is_letter(static_cast<unsigned char>(text[begin - 1])) ||
                        (begin > 1 && is_sign_at(text, begin - 2)) ||
                        (begin > 2 && is_sign_at(text, begin - 3));
  return is_begin && (end == text.size() || !is_letter(static_cast<unsigned char>(text[end])) ||
                      is_sign_at(text, end));
}

/// Every occurrence of every name that is marked in the article; as a word.
std::vector<Marked> marked_in(const nlohmann::json& article, const std::string& body) {
  std::vector<Marked> marked;
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& entity : article["entities"]) {
    const std::string kind = entity[0];
    const std::string name = entity[1];
    if (kind == "Date" || !seen.insert({kind, name}).second) {
      continue;
    }
    for (size_t at = body.find(name); at != std::string::npos; at = body.find(name, at + 1)) {
      const size_t end = at + name.size();
      if (is_word(body, at, end)) {
        marked.push_back({at, end, kind, name});
      }
    }
  }
  return marked;
}

bool agrees(EntityKind kind, const std::string& marked) {
  switch (kind) {
    case EntityKind::kOrganisation:
      return marked == "Organization";
    case EntityKind::kPerson:
      return marked == "Person";
    case EntityKind::kPlace:
      return marked == "Location";
    case EntityKind::kProgramme:
      return marked == "Product" || marked == "Organization";
    case EntityKind::kTopic:
      break;
  }
  return false;
}

/// Names of places that are written small: adjectives, which nobody marked.
std::set<std::string> small_names() {
  std::set<std::string> names;
  for (const Entity& entity : tests::our_gazetteer().entities()) {
    for (const std::vector<std::string>* each : {&entity.names, &entity.ambiguous}) {
      for (const std::string& name : *each) {
        if (entity.kind == EntityKind::kPlace && letter_case(name) == LetterCase::kSmall) {
          names.insert(fold(name));
          names.insert(fold(name) + "s");
        }
      }
    }
  }
  return names;
}

struct Agreement {
  size_t found = 0;
  size_t agreeing = 0;
  size_t countries = 0;
  size_t countries_found = 0;
};

void add_found(const std::vector<Mention>& mentions, const std::string& body,
               const std::vector<Marked>& marked, Agreement& sum) {
  static const std::set<std::string> kSmall = small_names();
  for (const Mention& mention : mentions) {
    const EntityKind kind = tests::our_gazetteer().entity(mention.entity).kind;
    const std::string written =
        body.substr(mention.begin_bytes, mention.end_bytes - mention.begin_bytes);
    if (kind == EntityKind::kPlace && kSmall.count(fold(written)) != 0) {
      continue;
    }
    ++sum.found;
    const bool is_marked = std::any_of(marked.begin(), marked.end(), [&](const Marked& name) {
      return name.begin < mention.end_bytes && mention.begin_bytes < name.end &&
             agrees(kind, name.kind);
    });
    sum.agreeing += is_marked ? 1 : 0;
  }
}

/// Countries are the places with adjectives.
std::set<std::string> country_names() {
  std::set<std::string> names;
  for (const Entity& entity : tests::our_gazetteer().entities()) {
    const bool has_adjective = std::any_of(
        entity.names.begin(), entity.names.end(),
        [](const std::string& name) { return letter_case(name) == LetterCase::kSmall; });
    if (entity.kind == EntityKind::kPlace && has_adjective) {
      names.insert(fold(entity.french_label));
    }
  }
  return names;
}

void add_countries(const std::vector<Mention>& mentions, const std::vector<Marked>& marked,
                   Agreement& sum) {
  static const std::set<std::string> kCountries = country_names();
  for (const Marked& name : marked) {
    const bool is_in_longer =
        std::any_of(marked.begin(), marked.end(), [&name](const Marked& other) {
          return other.begin <= name.begin && name.end <= other.end &&
                 other.end - other.begin > name.end - name.begin;
        });
    if (name.kind != "Location" || is_in_longer || kCountries.count(fold(name.name)) == 0) {
      continue;
    }
    ++sum.countries;
    const bool is_found =
        std::any_of(mentions.begin(), mentions.end(), [&name](const Mention& mention) {
          return mention.begin_bytes < name.end && name.begin < mention.end_bytes;
        });
    sum.countries_found += is_found ? 1 : 0;
  }
}

TEST(Wikinews, AgreesWithWhatIsMarkedByHand) {
  VIGIE_SHARED_DATA_OR_SKIP(path, "winer-fr/winer-fr.jsonl");
  std::ifstream file(path);
  Analyzer analyzer;
  Annotator annotator(tests::our_gazetteer());
  Agreement sum;
  for (std::string line; std::getline(file, line);) {
    const nlohmann::json article = nlohmann::json::parse(line);
    const std::string title = article.value("title", "");
    const std::string body = article.value("body", "");
    annotator.add(title, analyzer.analyze(title), true);
    annotator.add(body, analyzer.analyze(body), false);
    std::vector<Mention> mentions = annotator.finish().mentions;
    mentions.erase(std::remove_if(mentions.begin(), mentions.end(),
                                  [](const Mention& mention) { return mention.field == 0; }),
                   mentions.end());
    const std::vector<Marked> marked = marked_in(article, body);
    add_found(mentions, body, marked, sum);
    add_countries(mentions, marked, sum);
  }
  ASSERT_GT(sum.found, 2000U);
  ASSERT_GT(sum.countries, 800U);
  const double right = static_cast<double>(sum.agreeing) / static_cast<double>(sum.found);
  const double known =
      static_cast<double>(sum.countries_found) / static_cast<double>(sum.countries);
  std::cout << "of " << sum.found << " names " << right << " agree; of " << sum.countries
            << " countries " << known << " are found\n";
  EXPECT_GE(right, 0.97);
  EXPECT_GE(known, 0.95);
}

}  // namespace
}  // namespace vigie
