#include "indexer/commands/command_line.h"

#include <xapian.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <optional>
#include <string>
#include <vector>

#include "indexer/clean_text.h"
#include "indexer/commands/command.h"
#include "indexer/commands/console.h"
#include "indexer/commands/suggestion.h"
#include "indexer/index_directory.h"
#include "indexer/knowledge/knowledge.h"
#include "indexer/text/analyzer.h"

namespace vigie {

namespace {

constexpr const char* kExamples =
    "Examples:\n"
    "  indexer add articles/                 take in a folder of articles\n"
    "  indexer list --from 2025-06           what was published since June 2025\n"
    "  indexer export -o backup.jsonl        everything, as `indexer add` takes it back\n"
    "\n"
    "The index is the folder that --db names, else the variable VIGIE_DB, else ./index.\n"
    "Exit status: 0 all well; 1 some articles rejected (the rest are in), an id unknown,\n"
    "something found wrong or output not written; 2 wrong usage; 3 the index is unavailable;\n"
    "130 stopped by Ctrl-C.";

std::string version_text() {
  return std::string("Vigie indexer ") + VIGIE_VERSION + " (Xapian " + Xapian::version_string() +
         ", analysis " + analysis_version() + ")";
}

/// The command among `arguments`, or the program where none is.
const CLI::App& command_of(const CLI::App& app) {
  const std::vector<CLI::App*> commands = app.get_subcommands();
  return commands.empty() ? app : *commands.front();
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      names.push_back("--" + name);
    }
  }
  return names;
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) {
    names.push_back(command->get_name());
  }
  return names;
}

std::string did_you_mean(const std::string& typed, const std::vector<std::string>& known) {
  const std::optional<std::string> nearest = nearest_of(typed, known);
  return nearest ? "; did you mean " + *nearest + "?" : "";
}

/// What CLI11 says of a wrong command line, as one sentence with the nearest thing that exists.
std::string sentence_of(const CLI::ParseError& error, const CLI::App& app) {
  const CLI::App& command = command_of(app);
  const std::vector<std::string> left = app.remaining(true);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !left.empty()) {
    const std::string& typed = left.front();
    if (typed.substr(0, 1) == "-") {
      const std::string name = typed.substr(0, typed.find('='));
      return "unknown option " + name + did_you_mean(name, option_names(command));
    }
    if (&command == &app) {
      return in_quotes(typed) + " is no command" + did_you_mean(typed, command_names(app));
    }
    return "one argument too many: " + in_quotes(typed);
  }
  return clean_line(error.what());
}

std::string help_of(const CLI::App& command, const CLI::App& app) {
  return command.help(&command == &app ? "" : app.get_name()) + "\n";
}

int report_usage(const std::string& sentence, const CLI::App& app) {
  const CLI::App& command = command_of(app);
  const std::string name = &command == &app ? "indexer" : "indexer " + command.get_name();
  Console::standard().complain(name + ": " + sentence + " (" + name + " --help)");
  return kUsage;
}

void define_commands(CLI::App& app, Invocation& invocation) {
  define_add(app, invocation);
  define_remove(app, invocation);
  define_show(app, invocation);
  define_list(app, invocation);
  define_stats(app, invocation);
  define_names(app, invocation);
  define_check(app, invocation);
  define_export(app, invocation);
  define_rebuild(app, invocation);
  define_compact(app, invocation);
}

int run_command(const Invocation& invocation, const CLI::App& app) {
  Console& console = Console::standard();
  try {
    const int status = invocation.run();
    console.finish();
    return status;
  } catch (const OutputClosed&) {
    return kDone;  // whoever reads has seen enough: `indexer list | head`
  } catch (const OutputError& error) {
    console.complain(std::string("indexer: ") + error.what());
    return kSomeFailed;
  } catch (const UsageError& error) {
    return report_usage(error.what(), app);
  } catch (const KnowledgeError& error) {
    console.complain(std::string("indexer: ") + error.what());
    return kUsage;
  } catch (const Xapian::Error& error) {
    console.complain(std::string("indexer: the index cannot be used: ") + error.get_description());
    return kIndexUnavailable;
  } catch (const std::exception& error) {  // IndexError and what the system says
    console.complain(std::string("indexer: ") + error.what());
    return kIndexUnavailable;
  }
}

}  // namespace

void add_common_options(CLI::App& command, CommonOptions& options) {
  const char* named = std::getenv("VIGIE_DB");
  options.db = named != nullptr && *named != '\0' ? named : "index";
  command.add_option("--db", options.db, "The index's folder (default: $VIGIE_DB, else ./index)")
      ->type_name("DIR")
      ->check([](const std::string& path) { return path.empty() ? "the folder has no name" : ""; });
  command.add_flag("--json", options.json, "One JSON object per article or finding, and a summary");
}

int run_indexer(int argc, char** argv) {
  std::signal(SIGPIPE,
              SIG_IGN);  // a closed pipe is told by write(), so that a commit is never cut short
  CLI::App app("Vigie's indexer: the only program that writes an index of articles.", "indexer");
  app.set_version_flag("--version", version_text());
  app.footer(kExamples);
  app.get_formatter()->column_width(28);
  Invocation invocation;
  define_commands(app, invocation);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    Console::standard().print(help_of(command_of(app), app));
    return run_command({[] { return static_cast<int>(kDone); }}, app);
  } catch (const CLI::CallForVersion&) {
    Console::standard().print_line(version_text());
    return run_command({[] { return static_cast<int>(kDone); }}, app);
  } catch (const CLI::ParseError& error) {
    return report_usage(sentence_of(error, app), app);
  }
  if (!invocation.run) {
    Console::standard().complain(app.help());
    return kUsage;
  }
  return run_command(invocation, app);
}

}  // namespace vigie
