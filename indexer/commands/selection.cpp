#include "indexer/commands/selection.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "indexer/clean_text.h"
#include "indexer/commands/command.h"
#include "indexer/commands/console.h"
#include "indexer/published.h"
#include "indexer/schema.h"
#include "indexer/text/fold.h"

namespace vigie {

namespace {

constexpr int kMaxReopens = 100;

/// The day slot's text of the first or last day of `text`: "2025-06" → "20250600" or "20250699",
/// which bound all days between.
std::string day_bound(const std::string& option, const std::string& text, char filler) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
               [](char c) { return c != '-'; });
  const std::string full = text.size() == 4   ? text + "-01-01"
                           : text.size() == 7 ? text + "-01"
                                              : text;
  if (full.size() != 10 || !parse_published(full)) {
    throw UsageError(
        option + " " + in_quotes(text) +
        " is no date; expected a year, month or day such as 2025, 2025-06 or 2025-06-17");
  }
  digits.append(8 - digits.size(), filler);
  return digits;
}

Xapian::Query any_of(schema::Prefix prefix, const std::vector<std::string>& names,
                     std::string (*normal)(std::string_view)) {
  std::vector<Xapian::Query> terms;
  terms.reserve(names.size());
  for (const std::string& name : names) {
    terms.emplace_back(schema::term(prefix, normal(name)));
  }
  return Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

std::string language_tag(std::string_view tag) {
  return fold_name(tag);
}

Xapian::Query query_of(const Selection& selection) {
  std::vector<Xapian::Query> filters = {Xapian::Query::MatchAll};
  if (!selection.languages.empty()) {
    filters.push_back(any_of(schema::Prefix::kLanguage, selection.languages, language_tag));
  }
  if (!selection.sources.empty()) {
    filters.push_back(any_of(schema::Prefix::kSource, selection.sources, fold_name));
  }
  if (!selection.authors.empty()) {
    filters.push_back(any_of(schema::Prefix::kAuthor, selection.authors, fold_name));
  }
  if (!selection.from.empty() || !selection.to.empty()) {
    const std::string from =
        selection.from.empty() ? "00000000" : day_bound("--from", selection.from, '0');
    const std::string to = selection.to.empty() ? "99999999" : day_bound("--to", selection.to, '9');
    filters.emplace_back(Xapian::Query::OP_VALUE_RANGE, schema::kDaySlot, from, to);
  }
  return Xapian::Query(Xapian::Query::OP_AND, filters.begin(), filters.end());
}

std::vector<Xapian::docid> matching(const Xapian::Database& database, const Xapian::Query& query,
                                    Order order) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  if (order == Order::kNewestFirst) {
    enquire.set_docid_order(Xapian::Enquire::DESCENDING);
    enquire.set_sort_by_value(schema::kPublishedSlot, true);
  } else {
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  }
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  std::vector<Xapian::docid> docids;
  for (Xapian::MSetIterator hit = found.begin(); hit != found.end(); ++hit) {
    docids.push_back(*hit);
  }
  return docids;
}

/// Walks a list of articles in an index that may change under it.
class Visitor {
  /// In a handler: goes to the newest revision, or throws what is being handled where that was done
  /// too often.
  void follow_writer(int reopens) {
    if (reopens == kMaxReopens) {
      throw;
    }
    database_.reopen();
    changed_ = true;
  }

  /// What `work()` returns, on a newer revision where the writer took this one away.
  template <typename Work>
  auto steadily(const Work& work) {
    for (int reopens = 0;; ++reopens) {
      try {
        return work();
      } catch (const Xapian::DatabaseModifiedError&) {
        follow_writer(reopens);
      }
    }
  }

 public:
  Visitor(Xapian::Database database, const Selection& selection, Order order)
      : database_(std::move(database)), selection_(selection), order_(order) {}

  std::vector<std::string> run(const std::function<bool(const Article&)>& visit) {
    const Xapian::Query query = query_of(selection_);
    std::vector<Xapian::docid> docids =
        steadily([&] { return matching(database_, query, order_); });
    while (!docids.empty() && visit_all(docids, visit) && changed_ && order_ == Order::kAsAdded) {
      changed_ = false;
      docids = steadily([&] { return matching(database_, query, order_); });
      docids.erase(docids.begin(), std::upper_bound(docids.begin(), docids.end(), last_));
    }
    return std::move(unreadable_);
  }

 private:
  std::optional<std::string> stored(Xapian::docid docid) {
    return steadily([&]() -> std::optional<std::string> {
      try {
        return database_.get_document(docid).get_data();
      } catch (const Xapian::DocNotFoundError&) {
        changed_ = true;
        return std::nullopt;
      }
    });
  }

  bool visit_all(const std::vector<Xapian::docid>& docids,
                 const std::function<bool(const Article&)>& visit) {
    for (const Xapian::docid docid : docids) {
      last_ = docid;
      if (selection_.limit > 0 && visited_ == selection_.limit) {
        return false;
      }
      const std::optional<std::string> json = stored(docid);
      if (json && !visit_one(docid, *json, visit)) {
        return false;
      }
    }
    return true;
  }

  bool visit_one(Xapian::docid docid, const std::string& json,
                 const std::function<bool(const Article&)>& visit) {
    try {
      const Article article = article_from_stored_json(json);
      ++visited_;
      return visit(article);
    } catch (const ArticleError& error) {
      unreadable_.push_back("document " + std::to_string(docid) + ": " + error.what() +
                            " (`indexer check --repair`)");
      return true;
    }
  }

  Xapian::Database database_;
  const Selection& selection_;
  Order order_;
  bool changed_ = false;
  Xapian::docid last_ = 0;
  int64_t visited_ = 0;
  std::vector<std::string> unreadable_;
};

}  // namespace

void add_selection_options(CLI::App& command, Selection& selection) {
  command
      .add_option("--language", selection.languages, "Only this language, such as fr (repeatable)")
      ->type_name("TAG")
      ->allow_extra_args(false);
  command
      .add_option("--source", selection.sources, "Only this source, by its whole name (repeatable)")
      ->type_name("NAME")
      ->allow_extra_args(false);
  command
      .add_option("--author", selection.authors, "Only this author, by the whole name (repeatable)")
      ->type_name("NAME")
      ->allow_extra_args(false);
  command
      .add_option("--from", selection.from, "Published then or later: 2025, 2025-06 or 2025-06-17")
      ->type_name("DATE");
  command
      .add_option("--to", selection.to,
                  "Published then or earlier, the day, month or year included")
      ->type_name("DATE");
  command.add_option("--limit", selection.limit, "No more than so many articles")
      ->type_name("N")
      ->check(CLI::Range(int64_t{1}, std::numeric_limits<int64_t>::max()).description(""));
}

std::vector<std::string> visit_articles(const IndexDirectory& directory, const Selection& selection,
                                        Order order,
                                        const std::function<bool(const Article&)>& visit) {
  query_of(selection);  // a wrong date is told before a missing index
  return explaining_errors(
      directory.path, [&] { return Visitor(open_index(directory), selection, order).run(visit); });
}

int complain_of(const std::vector<std::string>& unreadable) {
  for (const std::string& sentence : unreadable) {
    Console::standard().complain(sentence);
  }
  return unreadable.empty() ? kDone : kSomeFailed;
}

}  // namespace vigie
