#include "searchd/search/suggest.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "indexer/schema.h"
#include "indexer/text/fold.h"
#include "searchd/search/entities.h"
#include "searchd/search/names.h"
#include "searchd/search/order.h"
#include "searchd/search/show.h"

namespace vigie {

namespace {

using schema::Prefix;

constexpr size_t kMostNames = 3;  ///< of each kind
constexpr size_t kMostWords = 5;
constexpr size_t kMostEntities = 5;
constexpr size_t kMostLastWords = 3;   ///< that may begin an entity's name
constexpr size_t kLeastBeginning = 3;  ///< bytes of a name that begins after other words
constexpr size_t kExpansions = 50;     ///< of the last word, for headlines

struct FoundEntity {
  uint32_t number;
  std::string name;   // that was begun, folded
  uint64_t count;     // of articles
  bool label_begins;  // with what was typed
};

bool begins(const std::string& label, const std::string& beginning) {
  return fold_name(label).compare(0, beginning.size(), beginning) == 0;
}

/// `folded` as the entity's entry spells it.
std::string spelling_of(const std::string& folded, const Entity& entity) {
  for (const std::string_view name : all_names(entity)) {
    if (fold_name(name) == folded) {
      return std::string(name);
    }
  }
  return "";
}

/// The entity under the label that was begun, else the English one with the name that was.
Suggestion suggestion_of(const Entity& entity, const std::string& folded,
                         const std::string& beginning) {
  Suggestion suggestion{entity_kind_name(entity.kind), entity.english_label, entity.id};
  const bool same = entity.english_label == entity.french_label;
  suggestion.language = same ? "" : "en";
  if (name_has_beginning(fold_name(entity.english_label), beginning)) {
    return suggestion;
  }
  if (name_has_beginning(fold_name(entity.french_label), beginning)) {
    suggestion.text = entity.french_label;
    suggestion.language = same ? "" : "fr";
    return suggestion;
  }
  suggestion.name = spelling_of(folded, entity);
  return suggestion;
}

class Suggester {
 public:
  Suggester(std::string_view q, SearchTools tools) : tools_(tools), whole_(fold_name(q)) {
    for (const Token& token : tools_.analyzer.analyze(q)) {
      if (token.kind == TokenKind::kWord) {
        words_.push_back(*token.form);
        begins_.push_back(token.begin_bytes);
      }
    }
    q_ = q;
    typed_ = std::string(q.substr(0, begins_.empty() ? 0 : begins_.back()));
  }

  std::vector<Suggestion> run(uint32_t count) {
    if (!words_.empty()) {
      expansion_ = expand_prefix(tools_.reader.snapshot(), words_.back().folded, kExpansions);
      const Dictionaries& dictionaries = *tools_.reader.snapshot().dictionaries;
      add_named();
      add_names("source", dictionaries.source, Prefix::kSource);
      add_names("author", dictionaries.author, Prefix::kAuthor);
      add_words();
      add_headlines(count);
    }
    if (suggestions_.size() > count) {
      suggestions_.resize(count);
    }
    return std::move(suggestions_);
  }

 private:
  /// Entities whose name the whole query begins; else its last words do, as many of them as can.
  void add_named() {
    add_entities(whole_);
    for (size_t i = words_.size() - std::min(words_.size(), kMostLastWords);
         i < words_.size() && suggestions_.empty(); ++i) {
      const std::string last = fold_name(q_.substr(begins_[i]));
      if (i > 0 && last.size() >= kLeastBeginning) {
        add_entities(last);
      }
    }
  }

  void add_names(const char* kind, const Dictionary& dictionary, Prefix prefix) {
    std::vector<Suggestion> names;
    for (const std::string& value : dictionary.values) {
      const std::string name = fold_name(value);
      if (name.empty() || !name_has_beginning(name, whole_)) {
        continue;
      }
      const uint64_t count = tools_.reader.live_count(schema::term(prefix, name));
      if (count > 0) {
        names.push_back({kind, value, "", count});
      }
    }
    std::sort(names.begin(), names.end(), [](const Suggestion& a, const Suggestion& b) {
      return a.count != b.count ? a.count > b.count : a.text < b.text;
    });
    names.resize(std::min(names.size(), kMostNames));
    std::move(names.begin(), names.end(), std::back_inserter(suggestions_));
  }

  /// The entities that articles name, of those called so.
  void add_entities(const std::string& beginning) {
    const Gazetteer& gazetteer = *tools_.reader.snapshot().gazetteer;
    std::vector<FoundEntity> found;
    for (auto& [number, name] : gazetteer.complete(beginning)) {
      const Entity& entity = gazetteer.entity(number);
      // Xapian's own count is enough to choose by, and reads no postings.
      const uint64_t count = tools_.reader.database().get_termfreq(entity_term(entity));
      const bool label_begins =
          begins(entity.english_label, beginning) || begins(entity.french_label, beginning);
      if (count > 0) {
        found.push_back({number, std::move(name), count, label_begins});
      }
    }
    std::stable_sort(found.begin(), found.end(), [](const FoundEntity& a, const FoundEntity& b) {
      return a.label_begins != b.label_begins ? a.label_begins : a.count > b.count;
    });
    found.resize(std::min(found.size(), kMostEntities));
    for (const FoundEntity& each : found) {
      const Entity& entity = gazetteer.entity(each.number);
      const uint64_t count = tools_.reader.live_count(entity_term(entity));
      if (count > 0) {
        suggestions_.push_back(suggestion_of(entity, each.name, beginning));
        suggestions_.back().count = count;
      }
    }
  }

  void add_words() {
    for (size_t i = 0; i < std::min(kMostWords, expansion_.words.size()); ++i) {
      const auto& [word, count] = expansion_.words[i];
      suggestions_.push_back({"word", typed_ + word, "", count});
    }
  }

  void add_headlines(uint32_t most) {
    Roaring matches = title_articles(last_forms());
    for (size_t i = 0; i + 1 < words_.size(); ++i) {
      matches &= title_articles({words_[i]});
    }
    matches &= tools_.reader.snapshot().live;
    const Highlights no_marks;
    const SumFilter any_sum;
    const size_t room = most > suggestions_.size() ? most - suggestions_.size() : 0;
    for (const Ranked& ranked :
         order_by_date(matches, tools_.reader.snapshot().columns, true, room)) {
      const Hit hit = show_hit(ranked, {tools_, no_marks, any_sum});
      suggestions_.push_back({"headline", hit.article.title, hit.article.id, 0});
      suggestions_.back().language = hit.article.language;
    }
  }

  std::vector<WordForm> last_forms() {
    std::vector<WordForm> forms;
    for (const auto& [word, count] : expansion_.words) {
      forms.push_back(tools_.analyzer.form_of(word));
    }
    return forms;
  }

  Roaring title_articles(const std::vector<WordForm>& forms) {
    Roaring articles;
    for (const WordForm& form : forms) {
      for (const Language language : kLanguages) {
        tools_.reader.add_articles(
            schema::term(Prefix::kTitle, schema::word_prefix(language), form.stem(language)),
            articles);
      }
    }
    return articles;
  }

  const SearchTools tools_;
  const std::string whole_;
  std::vector<WordForm> words_;
  std::vector<uint32_t> begins_;  // of the words, in bytes of the query
  std::string_view q_;
  std::string typed_;  // before the last word, as typed
  WordExpansion expansion_;
  std::vector<Suggestion> suggestions_;
};

}  // namespace

std::vector<Suggestion> suggest(std::string_view q, uint32_t count, SearchTools tools) {
  return Suggester(q, tools).run(count);
}

}  // namespace vigie
