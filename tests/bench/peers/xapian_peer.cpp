// Xapian as it is usually used: TermGenerator, QueryParser, get_mset with match spies, MSet::snippet.
//
//   xapian_peer index ROWS.tsv FOLDER
//   xapian_peer search FOLDER      a query on each line of the input, and for each a line
//                                  "microseconds TAB total": ten best, exact total, counts by
//                                  language, source and month, ten snippets
#include <xapian.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

namespace {

enum Slot : Xapian::valueno { kLanguage, kSource, kMonth, kSlots };
constexpr int kCommitEvery = 10000;
constexpr size_t kSnippetBytes = 300;
constexpr int kTitleWeight = 2;

std::string stemmer_of(const std::string& language) {
  return language == "fr" ? "french" : "english";
}

/// Each language has terms of its own.
std::string prefix_of(const std::string& language) {
  return language == "fr" ? "XF" : "XE";
}

Xapian::Document document_of(const std::array<std::string, 6>& cells) {
  const auto& [id, day, source, language, title, body] = cells;
  Xapian::TermGenerator words;
  words.set_stemmer(Xapian::Stem(stemmer_of(language)));
  words.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
  Xapian::Document document;
  words.set_document(document);
  words.index_text(title, kTitleWeight, prefix_of(language));
  words.increase_termpos();
  words.index_text(body, 1, prefix_of(language));
  document.add_boolean_term("Q" + id);
  document.add_value(kLanguage, language);
  document.add_value(kSource, source);
  document.add_value(kMonth, day.substr(0, 6));
  document.set_data(title + "\n" + body);
  return document;
}

void index(const char* rows, const char* folder) {
  std::ifstream lines(rows);
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE);
  int count = 0;
  for (std::string line; std::getline(lines, line);) {
    std::array<std::string, 6> cells;
    std::istringstream columns(line);
    for (std::string& cell : cells) {
      std::getline(columns, cell, '\t');
    }
    database.add_document(document_of(cells));
    if (++count % kCommitEvery == 0) {
      database.commit();
    }
  }
  database.commit();
}

Xapian::Query parsed(const std::string& text, const std::string& language) {
  Xapian::QueryParser parser;
  parser.set_stemmer(Xapian::Stem(stemmer_of(language)));
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_ALL);
  parser.set_default_op(Xapian::Query::OP_AND);
  return parser.parse_query(text,
                            Xapian::QueryParser::FLAG_BOOLEAN | Xapian::QueryParser::FLAG_PHRASE,
                            prefix_of(language));
}

/// The total.
Xapian::doccount page(const Xapian::Database& database, const std::string& text) {
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, parsed(text, "en"), parsed(text, "fr")));
  std::array<Xapian::ValueCountMatchSpy, kSlots> spies = {Xapian::ValueCountMatchSpy(kLanguage),
                                                          Xapian::ValueCountMatchSpy(kSource),
                                                          Xapian::ValueCountMatchSpy(kMonth)};
  for (Xapian::MatchSpy& spy : spies) {
    enquire.add_matchspy(&spy);
  }
  const Xapian::MSet best = enquire.get_mset(0, 10, database.get_doccount());
  for (auto hit = best.begin(); hit != best.end(); ++hit) {
    const Xapian::Document document = hit.get_document();
    const Xapian::Stem stemmer(stemmer_of(document.get_value(kLanguage)));
    best.snippet(document.get_data(), kSnippetBytes, stemmer);
  }
  return best.get_matches_estimated();
}

void search(const char* folder) {
  const Xapian::Database database(folder);
  for (std::string line; std::getline(std::cin, line);) {
    const auto begin = std::chrono::steady_clock::now();
    const Xapian::doccount total = page(database, line);
    const std::chrono::duration<double, std::micro> passed =
        std::chrono::steady_clock::now() - begin;
    std::printf("%.0f\t%u\n", passed.count(), total);
    std::fflush(stdout);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string command = argc > 1 ? argv[1] : "";
  if (command == "index" && argc == 4) {
    index(argv[2], argv[3]);
  } else if (command == "search" && argc == 3) {
    search(argv[2]);
  } else {
    std::fprintf(stderr, "usage: xapian_peer index ROWS.tsv FOLDER | search FOLDER\n");
    return 2;
  }
  return 0;
}
