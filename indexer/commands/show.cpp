// `indexer show`

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include "indexer/annotate.h"
#include "indexer/clean_text.h"
#include "indexer/commands/command.h"
#include "indexer/commands/console.h"
#include "indexer/index_directory.h"
#include "indexer/schema.h"
#include "indexer/sum.h"
#include "indexer/writable_index.h"

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

/// An entity and the different ways in which an article writes it.
struct Recognised {
  uint32_t entity;
  std::vector<std::string> written;
};

std::string quoted(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    text.append(text.empty() ? "" : ", ").append(in_quotes(name));
  }
  return text;
}

/// The entities and topics that the article names, each with the names that it is known by.
std::string recognised_entities(const Article& article, const Gazetteer& gazetteer) {
  Analyzer analyzer;
  const Annotations found = annotate(article, gazetteer, analyzer);
  const std::array<TextField, 3> fields = text_fields(article);
  std::vector<Recognised> all;
  for (const Mention& mention : found.mentions) {
    const std::string name(fields[mention.field].text.substr(
        mention.begin_bytes, mention.end_bytes - mention.begin_bytes));
    auto known = std::find_if(all.begin(), all.end(), [&mention](const Recognised& each) {
      return each.entity == mention.entity;
    });
    if (known == all.end()) {
      known = all.insert(all.end(), {mention.entity, {}});
    }
    if (std::find(known->written.begin(), known->written.end(), name) == known->written.end()) {
      known->written.push_back(name);
    }
  }
  std::string text;
  const auto add = [&](uint32_t number, const std::string& why) {
    const Entity& entity = gazetteer.entity(number);
    text.append(text.empty() ? "\nEntities\n" : "");
    text.append("  ").append(entity_kind_name(entity.kind)).append(" ").append(entity.id);
    text.append(why.empty() ? "" : ": ").append(why).append("\n");
  };
  for (const Recognised& each : all) {
    add(each.entity, quoted(each.written));
  }
  for (const uint32_t topic : found.topics) {
    add(topic, "");
  }
  return text;
}

/// The sums of money in the article, as written and as understood.
std::string recognised_sums(const Article& article) {
  std::string text;
  for (const PlacedAmount& placed : amounts_of(article)) {
    text.append(text.empty() ? "\nSums of money\n" : "");
    text.append("  ").append(placed.text()).append(" = ");
    text.append(grouped(static_cast<uint64_t>(std::llround(placed.amount.value)))).append(" ");
    text.append(placed.amount.currency).append(" (").append(placed.field.name).append(")\n");
  }
  return text;
}

std::string as_text(const Article& article, const Gazetteer& gazetteer) {
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
  return text + recognised_entities(article, gazetteer) + recognised_sums(article);
}

/// Prints the articles of `command` that are there; whether all are.
bool show_articles(const ShowCommand& command, const Xapian::Database& database) {
  Console& console = Console::standard();
  const std::shared_ptr<const ArticleKnowledge> knowledge =
      command.common.json ? nullptr : knowledge_of(database);
  bool all_found = true;
  bool first = true;
  for (const std::string& id : command.ids) {
    const std::optional<Article> article = find_article(database, clean_line(id));
    if (!article) {
      console.complain("no article has the id " + in_quotes(id));
      all_found = false;
      continue;
    }
    if (!knowledge) {
      console.print(to_json(*article) + "\n");
      continue;
    }
    console.print(std::exchange(first, false) ? "" : "\n\n");
    console.print(as_text(*article, knowledge->gazetteer));
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
