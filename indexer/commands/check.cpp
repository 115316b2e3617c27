// `indexer check`

#include "indexer/check.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "indexer/commands/command.h"
#include "indexer/commands/console.h"
#include "indexer/commands/json_line.h"
#include "indexer/knowledge/knowledge.h"
#include "indexer/knowledge/unreachable_names.h"

namespace vigie {

namespace {

constexpr const char* kExamples =
    "Holds every article against what the index says of it. Writers wait outside meanwhile.\n"
    "Exit status: 0 nothing is wrong (or all was mended); 1 something is.\n"
    "\n"
    "Examples:\n"
    "  indexer check                 is the index whole?\n"
    "  indexer check --repair        mend what can be mended\n"
    "  indexer check --knowledge corpus/knowledge\n"
    "                                are these files sound? Before a rebuild with them";

struct CheckCommand {
  CommonOptions common;
  bool repair = false;
  std::string knowledge;  ///< check this folder instead of the index
};

void show_progress(uint64_t done, uint64_t total) {
  Console::standard().show({"articles", done, done, total});
}

void print_finding(const CheckCommand& command, const Finding& finding) {
  Console& console = Console::standard();
  if (command.common.json) {
    console.print_line(
        JsonLine().add("wrong", finding.what).add("repairable", finding.repairable).text());
  } else {
    console.print_line("wrong: " + finding.what);
  }
}

void print_summary(const CheckCommand& command, uint64_t wrong, uint64_t mended) {
  if (command.common.json) {
    JsonLine summary;
    summary.add("wrong", wrong).add("mended", mended);
    Console::standard().print_line(JsonLine().add("summary", summary).text());
  }
}

int run_check(const CheckCommand& command) {
  uint64_t articles = 0;
  const auto started = std::chrono::steady_clock::now();
  const std::vector<Finding> findings =
      check_index({command.common.db}, [&articles](uint64_t done, uint64_t total) {
        articles = total;
        show_progress(done, total);
      });
  bool any_repairable = false;
  for (const Finding& finding : findings) {
    print_finding(command, finding);
    any_repairable = any_repairable || finding.repairable;
  }
  print_summary(command, findings.size(), 0);
  if (!command.common.json && findings.empty()) {
    Console::standard().print_line("nothing is wrong: " + std::to_string(articles) +
                                   " articles checked in " +
                                   elapsed(std::chrono::steady_clock::now() - started));
  }
  if (any_repairable) {
    Console::standard().complain("`indexer check --repair` mends it");
  }
  return findings.empty() ? kDone : kSomeFailed;
}

/// Knowledge files that no index carries yet. A file that cannot be read as one is refused with a
/// KnowledgeError.
int run_check_knowledge(const CheckCommand& command) {
  const Knowledge knowledge = parse_knowledge(read_knowledge(command.knowledge));
  Analyzer analyzer;
  const std::vector<UnreachableName> names =
      unreachable_names(Gazetteer(knowledge, analyzer, AskedBy::kArticles), analyzer);
  for (const UnreachableName& name : names) {
    print_finding(command, {to_sentence(name), false});
  }
  print_summary(command, names.size(), 0);
  if (!command.common.json && names.empty()) {
    Console::standard().print_line("nothing is wrong: " + std::to_string(knowledge.lexicon.size()) +
                                   " terms, " + std::to_string(knowledge.entities.size()) +
                                   " entities");
  }
  return names.empty() ? kDone : kSomeFailed;
}

int run_repair(const CheckCommand& command) {
  const Repair repair = repair_index({command.common.db}, show_progress);
  for (const std::string& done : repair.done) {
    Console::standard().print_line(command.common.json ? JsonLine().add("mended", done).text()
                                                       : "mended: " + done);
  }
  for (const Finding& finding : repair.left) {
    print_finding(command, finding);
  }
  print_summary(command, repair.left.size(), repair.done.size());
  if (!command.common.json && repair.done.empty() && repair.left.empty()) {
    Console::standard().print_line("nothing was wrong");
  }
  return repair.left.empty() ? kDone : kSomeFailed;
}

int run(const CheckCommand& command) {
  if (!command.knowledge.empty()) {
    return run_check_knowledge(command);
  }
  return command.repair ? run_repair(command) : run_check(command);
}

}  // namespace

void define_check(CLI::App& app, Invocation& invocation) {
  CLI::App* sub = app.add_subcommand("check", "Check that the index is whole, and mend it");
  auto command = std::make_shared<CheckCommand>();  // see define_add()
  add_common_options(*sub, command->common);
  CLI::Option* repair = sub->add_flag("--repair", command->repair, "Mend what can be mended");
  sub->add_option("--knowledge", command->knowledge,
                  "Check the knowledge files of this folder instead of the index")
      ->excludes(repair);
  sub->footer(kExamples);
  sub->callback([command, &invocation] { invocation.run = [command] { return run(*command); }; });
}

}  // namespace vigie
