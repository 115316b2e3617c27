#include "tests/index/index_testing.h"

#include <sstream>

#include "indexer/check.h"
#include "indexer/document.h"
#include "indexer/positions/document_positions.h"
#include "indexer/positions/position_list.h"
#include "indexer/schema.h"
#include "indexer/writable_index.h"

namespace vigie::tests {

namespace {

constexpr int64_t kNow = 1'790'000'000;

/// All that is said of one document, one thing a line.
std::string describe(const Xapian::Document& document, DocumentPositions& positions) {
  std::ostringstream text;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    text << *term << " x" << term.get_wdf() << "\n";
  }
  positions.each(document.get_docid(), [&text](const std::string& term, std::string_view packed) {
    std::vector<uint32_t> places;
    take_position_list(packed, places);
    text << term << " at";
    for (const uint32_t place : places) {
      text << " " << place;
    }
    text << "\n";
  });
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    if (value.get_valueno() == schema::kAddedSlot) {
      continue;  // of its own moment
    }
    text << "slot " << value.get_valueno() << " " << *value << "\n";
  }
  text << document.get_data() << "\n";
  return text.str();
}

}  // namespace

std::shared_ptr<const ArticleKnowledge> no_knowledge() {
  Analyzer analyzer;
  return std::make_shared<const ArticleKnowledge>(Knowledge{}, analyzer);
}

std::string sample_id(unsigned number) {
  return "article-" + std::to_string(number);
}

Article sample_article(unsigned number, unsigned version) {
  const std::string n = std::to_string(number);
  Article article;
  article.id = sample_id(number);
  article.published = "2025-06-" + std::to_string(10 + number % 20);
  if (number % 2 == 1) {
    article.language = "fr";
    article.source = "Défense " + std::to_string(number % 7);
    article.title = "Contrat de drones n° " + n;
    article.standfirst = "L'armée commande des véhicules blindés.";
    article.body = "Le Pentagone et l'OTAN ont signé, version " + std::to_string(version) +
                   ", le contrat " + n + ".\nLes anti-drones F-35 arrivent à Évreux.";
    article.authors = {"Élise Martin", "Jean " + std::to_string(number % 5)};
  } else {
    article.language = "en";
    article.source = "Defence " + std::to_string(number % 7);
    article.title = "Drone contract No. " + n;
    article.standfirst = "The army orders armoured vehicles.";
    article.body = "The Pentagon and NATO signed, version " + std::to_string(version) +
                   ", contract " + n + ".\nThe U.S. anti-drone F-35 jets are arriving.";
    article.authors = {"Jane Doe"};
  }
  complete(article, kNow);
  return article;
}

std::vector<Article> sample_articles(unsigned first, unsigned last, unsigned version) {
  std::vector<Article> articles;
  for (unsigned number = first; number <= last; ++number) {
    articles.push_back(sample_article(number, version));
  }
  return articles;
}

Xapian::Document document_of(const Article& article) {
  return xapian_document(DocumentMaker(no_knowledge()).make(article, kAdded));
}

std::function<std::optional<SourcedArticle>()> source_of(const std::vector<Article>& articles) {
  return [&articles, next = size_t{0}]() mutable -> std::optional<SourcedArticle> {
    if (next == articles.size()) {
      return std::nullopt;
    }
    SourcedArticle item;
    item.article = articles[next++];
    item.where = "test:" + std::to_string(next);
    item.bytes = 100;
    return item;
  };
}

AddOptions collecting(std::vector<ArticleReport>& reports) {
  AddOptions options;
  options.report = [&reports](const ArticleReport& report) { reports.push_back(report); };
  return options;
}

std::vector<ArticleReport> add(const IndexDirectory& directory,
                               const std::vector<Article>& articles, AddOptions options) {
  std::vector<ArticleReport> reports;
  options.report = collecting(reports).report;
  IndexWriter writer(directory, {});
  writer.add(source_of(articles), options);
  return reports;
}

std::vector<Outcome> outcomes(const std::vector<ArticleReport>& reports) {
  std::vector<Outcome> result;
  for (const ArticleReport& report : reports) {
    result.push_back(report.outcome);
  }
  return result;
}

std::map<std::string, std::string> content_by_id(const IndexDirectory& directory) {
  std::map<std::string, std::string> content;
  const Xapian::Database database = open_index(directory);
  DocumentPositions positions(database, directory.generation_path(directory.current_generation()));
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    const std::string id = stored_article(database, *it).id;
    EXPECT_EQ(content.count(id), 0U) << id << " is there twice";
    content[id] = describe(database.get_document(*it), positions);
  }
  return content;
}

std::map<std::string, Xapian::docid> docids_by_id(const IndexDirectory& directory) {
  std::map<std::string, Xapian::docid> docids;
  const Xapian::Database database = open_index(directory);
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    docids[stored_article(database, *it).id] = *it;
  }
  return docids;
}

std::string findings_of(const IndexDirectory& directory) {
  std::string text;
  for (const Finding& finding : check_index(directory, [](uint64_t, uint64_t) {})) {
    text.append(finding.what).append("\n");
  }
  return text;
}

}  // namespace vigie::tests
