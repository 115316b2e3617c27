// `indexer names`

#include <CLI/CLI.hpp>
#include <memory>

#include "indexer/commands/command.h"
#include "indexer/commands/console.h"
#include "indexer/commands/json_line.h"
#include "indexer/commands/selection.h"
#include "indexer/knowledge/unknown_names.h"
#include "indexer/writable_index.h"

namespace vigie {

namespace {

constexpr const char* kExamples =
    "Lists the names that articles write and the knowledge files do not know, those of most\n"
    "articles first: how many articles, the name, the id of one of them, with tabs between.\n"
    "What is worth it goes into the knowledge files; `indexer rebuild` then finds it everywhere.\n"
    "\n"
    "Examples:\n"
    "  indexer names                          the fifty of most articles\n"
    "  indexer names --from 2025-06           of what was published since June 2025\n"
    "  indexer names --least 10 --most 1000   all that ten articles write";

struct NamesCommand {
  CommonOptions common;
  Selection selection;
  uint64_t least = 3;
  uint64_t most = 50;
};

void print_name(const NamesCommand& command, const UnknownName& name) {
  Console& console = Console::standard();
  if (command.common.json) {
    console.print_line(JsonLine()
                           .add("name", name.name)
                           .add("articles", name.articles)
                           .add("example", name.example)
                           .text());
  } else {
    console.print_line(std::to_string(name.articles) + "\t" + name.name + "\t" + name.example);
  }
}

int run_names(const NamesCommand& command) {
  Console& console = Console::standard();
  const IndexDirectory directory{command.common.db};
  const std::shared_ptr<const ArticleKnowledge> knowledge =
      explaining_errors(directory.path, [&] { return knowledge_of(open_index(directory)); });
  Analyzer analyzer;
  UnknownNames names(knowledge->gazetteer, analyzer);
  uint64_t read = 0;
  const std::vector<std::string> unreadable = visit_articles(
      directory, command.selection, Order::kNewestFirst, [&](const Article& article) {
        names.add(article.id, {article.standfirst, article.body});
        console.show({"articles", ++read, 0, std::nullopt});
        return true;
      });
  const std::vector<UnknownName> shared = names.shared_by(command.least, command.most);
  for (const UnknownName& name : shared) {
    print_name(command, name);
  }
  if (command.common.json) {
    JsonLine summary;
    summary.add("articles", read).add("names", uint64_t{shared.size()});
    console.print_line(JsonLine().add("summary", summary).text());
  }
  return complain_of(unreadable);
}

}  // namespace

void define_names(CLI::App& app, Invocation& invocation) {
  CLI::App* sub = app.add_subcommand("names", "List names that articles write and nothing knows");
  auto command = std::make_shared<NamesCommand>();  // see define_add()
  add_common_options(*sub, command->common);
  add_selection_options(*sub, command->selection);
  sub->add_option("--least", command->least, "Names that at least so many articles write")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
  sub->add_option("--most", command->most, "So many names at most")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
  sub->footer(kExamples);
  sub->callback(
      [command, &invocation] { invocation.run = [command] { return run_names(*command); }; });
}

}  // namespace vigie
