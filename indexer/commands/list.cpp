// `indexer list` and `indexer export`: the articles that pass the filters, as headlines or whole.

#include <fcntl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>

#include "indexer/clean_text.h"
#include "indexer/commands/command.h"
#include "indexer/commands/console.h"
#include "indexer/commands/interrupt.h"
#include "indexer/commands/json_line.h"
#include "indexer/commands/selection.h"
#include "indexer/files.h"

namespace vigie {

namespace {

constexpr const char* kListExamples =
    "Prints a line per article, newest first: id, day or instant, language, source and title, "
    "with\n"
    "tabs between them.\n"
    "\n"
    "Examples:\n"
    "  indexer list --limit 10                        the ten newest\n"
    "  indexer list --source AFP --from 2025-06       of one source, since June 2025\n"
    "  indexer list --language fr | cut -f1           the ids of all French articles";

constexpr const char* kExportExamples =
    "Writes whole articles as JSON Lines, in the order in which they came in. `indexer add` takes\n"
    "them back unchanged.\n"
    "\n"
    "Examples:\n"
    "  indexer export -o backup.jsonl                 everything\n"
    "  indexer export --from 2025 --to 2025 | gzip > 2025.jsonl.gz\n"
    "  indexer export --db old | indexer add --db new -";

struct ListCommand {
  CommonOptions common;
  Selection selection;
  std::string output;  ///< of export: a file; empty: standard output
};

std::string line_of(const Article& article) {
  return article.id + "\t" + article.published + "\t" + article.language + "\t" + article.source +
         "\t" + clean_line(article.title);
}

int run_list(const ListCommand& command) {
  Console& console = Console::standard();
  uint64_t listed = 0;
  const std::vector<std::string> unreadable = visit_articles(
      {command.common.db}, command.selection, Order::kNewestFirst, [&](const Article& article) {
        console.print_line(command.common.json ? json_headline(article) : line_of(article));
        ++listed;
        return true;
      });
  if (command.common.json) {
    console.print_line(JsonLine().add("summary", JsonLine().add("articles", listed)).text());
  }
  return complain_of(unreadable);
}

/// A file that appears under its name when it is whole.
class ExportFile {
 public:
  explicit ExportFile(std::string path) : path_(std::move(path)) {
    std::error_code error;
    const auto status = std::filesystem::status(path_, error);
    // Nothing can be renamed over a pipe or /dev/stdout.
    in_place_ = std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
    stream_.open(written_path(), std::ios::binary | std::ios::trunc);
    require_good();
  }
  ~ExportFile() {
    if (!kept_ && !in_place_) {
      std::error_code ignored;
      std::filesystem::remove(written_path(), ignored);
    }
  }
  ExportFile(const ExportFile&) = delete;
  ExportFile& operator=(const ExportFile&) = delete;

  void write_line(const std::string& line) {
    stream_ << line << '\n';
    require_good();
  }

  void keep() {
    stream_.close();
    require_good();
    if (!in_place_) {
      std::filesystem::rename(written_path(), path_);
    }
    kept_ = true;
  }

 private:
  std::string written_path() const { return in_place_ ? path_ : path_ + ".part"; }
  void require_good() const {
    if (!stream_) {
      throw OutputError(path_, errno);
    }
  }

  std::string path_;
  std::ofstream stream_;
  bool in_place_ = false;
  bool kept_ = false;
};

int run_export(const ListCommand& command) {
  take_interrupts();
  Console& console = Console::standard();
  const auto started = std::chrono::steady_clock::now();
  // The index is opened before the file is made.
  std::unique_ptr<ExportFile> file;
  uint64_t exported = 0;
  const auto write = [&](const Article& article) {
    if (command.output.empty()) {
      console.print_line(to_json(article));
    } else {
      file = file ? std::move(file) : std::make_unique<ExportFile>(command.output);
      file->write_line(to_json(article));
    }
    console.show({"articles", ++exported, 0, std::nullopt});
    return !interrupted();
  };
  const std::vector<std::string> unreadable =
      visit_articles({command.common.db}, command.selection, Order::kAsAdded, write);
  if (interrupted()) {
    console.complain("stopped" +
                     std::string(file ? "; " + command.output + " was not written" : ""));
    return kInterrupted;
  }
  if (!command.output.empty()) {
    file = file ? std::move(file) : std::make_unique<ExportFile>(command.output);
    file->keep();
    const auto time = std::chrono::steady_clock::now() - started;
    console.print_line(command.common.json
                           ? JsonLine().add("summary", JsonLine().add("articles", exported)).text()
                           : std::to_string(exported) + " articles exported to " + command.output +
                                 " in " + elapsed(time));
  }
  return complain_of(unreadable);
}

}  // namespace

void define_list(CLI::App& app, Invocation& invocation) {
  CLI::App* sub = app.add_subcommand("list", "List articles, newest first");
  auto command = std::make_shared<ListCommand>();  // see define_add()
  add_common_options(*sub, command->common);
  add_selection_options(*sub, command->selection);
  sub->footer(kListExamples);
  sub->callback(
      [command, &invocation] { invocation.run = [command] { return run_list(*command); }; });
}

void define_export(CLI::App& app, Invocation& invocation) {
  CLI::App* sub = app.add_subcommand("export", "Write articles out, as add takes them back");
  auto command = std::make_shared<ListCommand>();  // see define_add()
  add_common_options(*sub, command->common);
  add_selection_options(*sub, command->selection);
  sub->add_option("-o,--output", command->output, "A file (default: standard output)")
      ->type_name("FILE");
  sub->footer(kExportExamples);
  sub->callback(
      [command, &invocation] { invocation.run = [command] { return run_export(*command); }; });
}

}  // namespace vigie
