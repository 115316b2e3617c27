// `indexer show`

#include <CLI/CLI.hpp>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include "indexer/article.h"
#include "indexer/clean_text.h"
#include "indexer/commands/command.h"
#include "indexer/commands/console.h"
#include "indexer/index_directory.h"
#include "indexer/schema.h"
#include "indexer/sum.h"

namespace vigie {

namespace {

constexpr const char* kExamples =
    "Examples:\n"
    "  indexer show rafale-f4             the article as text\n"
    "  indexer show --json rafale-f4      its record, as `indexer add` takes it";

struct ShowCommand {
  CommonOptions common;
  std::vector<std::string> ids;
};

std::optional<Article> find_article(const Xapian::Database& database, const std::string& id) {
  const std::string term = schema::term(schema::Prefix::kId, id);
  const Xapian::PostingIterator posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) {
    return std::nullopt;
  }
  return article_from_stored_json(database.get_document(*posting).get_data());
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    text.append(text.empty() ? "" : ", ").append(name);
  }
  return text;
}

/// What was recognised in the article, as written and as understood.
std::string recognised(const Article& article) {
  std::string text;
  for (const PlacedAmount& placed : amounts_of(article)) {
    text.append(text.empty() ? "\nSums of money\n" : "");
    text.append("  ").append(placed.text()).append(" = ");
    text.append(grouped(static_cast<uint64_t>(std::llround(placed.amount.value)))).append(" ");
    text.append(placed.amount.currency).append(" (").append(placed.field_name).append(")\n");
  }
  return text;
}

std::string as_text(const Article& article) {
  std::string text = article.title + "\n";
  for (const auto& [label, value] :
       {std::pair("id", article.id), std::pair("url", article.url),
        std::pair("source", article.source), std::pair("authors", joined(article.authors)),
        std::pair("published", article.published), std::pair("section", article.section),
        std::pair("language", article.language)}) {
    if (!value.empty()) {
      std::string padded = label;
      padded.resize(11, ' ');
      text.append(padded).append(value).append("\n");
    }
  }
  for (const std::string* part : {&article.standfirst, &article.body}) {
    if (!part->empty()) {
      text.append("\n").append(*part).append("\n");
    }
  }
  return text + recognised(article);
}

/// Prints the articles of `command` that are there; whether all are.
bool show_articles(const ShowCommand& command, const Xapian::Database& database) {
  Console& console = Console::standard();
  bool all_found = true;
  bool first = true;
  for (const std::string& id : command.ids) {
    const std::optional<Article> article = find_article(database, clean_line(id));
    if (!article) {
      console.complain("no article has the id " + in_quotes(id));
      all_found = false;
      continue;
    }
    console.print(std::exchange(first, false) || command.common.json ? "" : "\n\n");
    console.print(command.common.json ? to_json(*article) + "\n" : as_text(*article));
  }
  return all_found;
}

int run_show(const ShowCommand& command) {
  const IndexDirectory directory{command.common.db};
  const bool all_found = explaining_errors(
      directory.path, [&] { return show_articles(command, open_index(directory)); });
  return all_found ? kDone : kSomeFailed;
}

}  // namespace

void define_show(CLI::App& app, Invocation& invocation) {
  CLI::App* sub = app.add_subcommand("show", "Show articles by their ids");
  auto command = std::make_shared<ShowCommand>();  // see define_add()
  sub->add_option("ID", command->ids, "Ids")->required()->type_name("");
  add_common_options(*sub, command->common);
  sub->footer(kExamples);
  sub->callback(
      [command, &invocation] { invocation.run = [command] { return run_show(*command); }; });
}

}  // namespace vigie
