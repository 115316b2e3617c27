// `indexer remove`

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "indexer/clean_text.h"
#include "indexer/commands/command.h"
#include "indexer/commands/console.h"
#include "indexer/commands/interrupt.h"
#include "indexer/commands/json_line.h"
#include "indexer/schema.h"
#include "indexer/writer.h"

namespace vigie {

namespace {

constexpr const char* kExamples =
    "Examples:\n"
    "  indexer remove rafale-f4 https://example.fr/a    two articles, by their ids\n"
    "  indexer remove --dry-run rafale-f4               whether it is there\n"
    "  indexer list --source Test | cut -f1 | indexer remove -   ids from standard input";

struct RemoveCommand {
  CommonOptions common;
  std::vector<std::string> ids;
  bool dry_run = false;
  bool wait = false;
};

void read_ids(std::istream& lines, std::vector<std::string>& ids) {
  for (std::string line; std::getline(lines, line);) {
    if (!is_blank(line)) {
      ids.push_back(clean_line(line));
    }
  }
}

/// The ids with those of standard input, one to a line, in the place of "-".
std::vector<std::string> all_ids(const std::vector<std::string>& given) {
  std::vector<std::string> ids;
  for (const std::string& id : given) {
    if (id == "-") {
      read_ids(std::cin, ids);
    } else {
      ids.push_back(clean_line(id));
    }
  }
  return ids;
}

std::vector<RemoveReport> look_up(const RemoveCommand& command,
                                  const std::vector<std::string>& ids) {
  const IndexDirectory directory{command.common.db};
  return explaining_errors(directory.path, [&] {
    const Xapian::Database database = open_index(directory);
    std::vector<RemoveReport> reports;
    reports.reserve(ids.size());
    for (const std::string& id : ids) {
      reports.push_back({id, database.term_exists(schema::term(schema::Prefix::kId, id))});
    }
    return reports;
  });
}

std::vector<RemoveReport> remove_ids(const RemoveCommand& command,
                                     const std::vector<std::string>& ids) {
  IndexWriter::OpenOptions open;
  open.wait = command.wait;
  open.create = false;
  open.stop_requested = interrupted;
  return IndexWriter({command.common.db}, open).remove(ids);
}

int run_remove(const RemoveCommand& command) {
  const std::vector<std::string> ids = all_ids(command.ids);
  take_interrupts();  // one commit: it is done whole or not begun
  const std::vector<RemoveReport> reports =
      command.dry_run ? look_up(command, ids) : remove_ids(command, ids);
  Console& console = Console::standard();
  uint64_t removed = 0;
  for (const RemoveReport& report : reports) {
    removed += report.removed ? 1U : 0U;
    if (command.common.json) {
      console.print_line(json_of(report));
    } else if (report.removed) {
      console.print_line((command.dry_run ? "would be removed " : "removed ") + report.id);
    } else {
      console.complain("no article has the id " + in_quotes(report.id));
    }
  }
  const uint64_t unknown = reports.size() - removed;
  if (command.common.json) {
    JsonLine summary;
    summary.add("removed", removed).add("unknown", unknown).add("dry_run", command.dry_run);
    console.print_line(JsonLine().add("summary", summary).text());
  }
  return unknown > 0 ? kSomeFailed : kDone;
}

}  // namespace

void define_remove(CLI::App& app, Invocation& invocation) {
  CLI::App* sub = app.add_subcommand("remove", "Remove articles by their ids");
  auto command = std::make_shared<RemoveCommand>();  // see define_add()
  sub->add_option("ID", command->ids, "Ids, or - for standard input, one to a line")
      ->required()
      ->type_name("");
  add_common_options(*sub, command->common);
  sub->add_flag("--dry-run", command->dry_run, "Say what would happen, change nothing");
  sub->add_flag("--wait", command->wait, "Wait for another writer instead of giving up");
  sub->footer(kExamples);
  sub->callback(
      [command, &invocation] { invocation.run = [command] { return run_remove(*command); }; });
}

}  // namespace vigie
