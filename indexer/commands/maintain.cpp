// `indexer rebuild` and `indexer compact`: a new generation of the same articles.

#include <CLI/CLI.hpp>
#include <memory>

#include "indexer/commands/command.h"
#include "indexer/commands/console.h"
#include "indexer/commands/interrupt.h"
#include "indexer/commands/json_line.h"
#include "indexer/commands/knowledge_folder.h"
#include "indexer/writer.h"

namespace vigie {

namespace {

constexpr const char* kRebuildExamples =
    "Reads every stored article anew, as a new version of Vigie may ask for, or a change of the\n"
    "knowledge files. Searches go on meanwhile on what is there.\n"
    "\n"
    "Examples:\n"
    "  indexer rebuild               with one worker per core\n"
    "  indexer rebuild --jobs 1      with one, leaving the rest of the machine to searches";

constexpr const char* kCompactExamples =
    "Rewrites the index as small as it gets; worth it after many changes. Searches go on "
    "meanwhile.\n"
    "\n"
    "Examples:\n"
    "  indexer compact\n"
    "  indexer compact --wait        after another writer is done";

struct MaintainCommand {
  CommonOptions common;
  unsigned jobs = 0;
  bool wait = false;
  std::string knowledge;
};

IndexWriter::OpenOptions open_options(const MaintainCommand& command) {
  IndexWriter::OpenOptions open;
  open.wait = command.wait;
  open.create = false;
  open.stop_requested = interrupted;
  return open;
}

void say_done(const MaintainCommand& command, const std::string& sentence, uint64_t articles,
              std::chrono::steady_clock::time_point started) {
  const auto time = std::chrono::steady_clock::now() - started;
  if (command.common.json) {
    JsonLine summary;
    if (articles > 0) {
      summary.add("articles", articles);
    }
    summary.add("seconds", std::chrono::duration<double>(time).count());
    Console::standard().print_line(JsonLine().add("summary", summary).text());
  } else {
    Console::standard().print_line(sentence + " in " + elapsed(time));
  }
}

int run_rebuild(const MaintainCommand& command) {
  const auto started = std::chrono::steady_clock::now();
  IndexWriter::OpenOptions open = open_options(command);
  open.any_version = true;
  IndexWriter writer({command.common.db}, open);
  uint64_t articles = 0;
  writer.rebuild(command.jobs, knowledge_of(command.knowledge),
                 [&articles](uint64_t done, uint64_t total) {
                   articles = total;
                   Console::standard().show({"articles", done, done, total});
                 });
  say_done(command, "rebuilt: " + std::to_string(articles) + " articles", articles, started);
  return kDone;
}

int run_compact(const MaintainCommand& command) {
  const auto started = std::chrono::steady_clock::now();
  IndexWriter({command.common.db}, open_options(command)).compact();
  say_done(command, "compacted", 0, started);
  return kDone;
}

}  // namespace

void define_rebuild(CLI::App& app, Invocation& invocation) {
  CLI::App* sub = app.add_subcommand("rebuild", "Analyse every stored article anew");
  auto command = std::make_shared<MaintainCommand>();  // see define_add()
  add_common_options(*sub, command->common);
  sub->add_option("--jobs", command->jobs, "Workers (default: one per core)")
      ->type_name("N")
      ->check(CLI::Range(1U, 256U).description(""));
  sub->add_option("--knowledge", command->knowledge,
                  std::string("Know from now on: ") + kKnowledgeOption)
      ->type_name("DIR");
  sub->add_flag("--wait", command->wait, "Wait for another writer instead of giving up");
  sub->footer(kRebuildExamples);
  sub->callback(
      [command, &invocation] { invocation.run = [command] { return run_rebuild(*command); }; });
}

void define_compact(CLI::App& app, Invocation& invocation) {
  CLI::App* sub = app.add_subcommand("compact", "Rewrite the index as small as it gets");
  auto command = std::make_shared<MaintainCommand>();  // see define_add()
  add_common_options(*sub, command->common);
  sub->add_flag("--wait", command->wait, "Wait for another writer instead of giving up");
  sub->footer(kCompactExamples);
  sub->callback(
      [command, &invocation] { invocation.run = [command] { return run_compact(*command); }; });
}

}  // namespace vigie
