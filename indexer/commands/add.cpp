// `indexer add`

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include "indexer/clean_text.h"
#include "indexer/commands/command.h"
#include "indexer/commands/console.h"
#include "indexer/commands/interrupt.h"
#include "indexer/commands/json_line.h"
#include "indexer/commands/knowledge_folder.h"
#include "indexer/readers/reader.h"
#include "indexer/writer.h"

namespace vigie {

namespace {

/// Up to so many articles taken in are named one by one; --verbose names all.
constexpr size_t kMaxNamed = 50;
/// A warning that many articles share is said of so many, then counted.
constexpr uint64_t kMaxAlike = 3;
/// Different warnings said at all.
constexpr size_t kMaxWarnings = 100;

constexpr const char* kExamples =
    "Takes in plain text (title, standfirst, empty line, body), Markdown with front matter, JSON\n"
    "(an article or an array) and JSON Lines, in UTF-8 or what newsrooms use besides. Adding an\n"
    "article again changes nothing; a changed one replaces the one with its id.\n"
    "\n"
    "Examples:\n"
    "  indexer add articles/ wire.jsonl       a folder, and a file of JSON Lines\n"
    "  indexer add --source AFP *.txt         pasted texts of one source\n"
    "  feed | indexer add -                   articles as they come, from standard input\n"
    "  indexer add --dry-run articles/        what would happen, changing nothing";

struct AddCommand {
  CommonOptions common;
  std::vector<std::string> paths;
  std::string format;
  ReadOptions read;
  AddOptions add;
  bool wait = false;
  bool verbose = false;
  std::string knowledge;
};

/// Says what became of each article, and sums up.
class AddLog {
 public:
  explicit AddLog(const AddCommand& command) : command_(command) {}

  void take(const ArticleReport& report) {
    ++counts_[report.outcome];
    if (command_.common.json) {
      print(json_of(report));
      return;
    }
    if (report.outcome == Outcome::kRejected) {
      Console::standard().complain("rejected: " + report.where + ": " + report.reason);
      return;
    }
    name_article(report);
    for (const std::string& warning : report.warnings) {
      warn(report.where, warning);
    }
  }

  void finish(uint64_t passed_over, bool stopped) {
    if (command_.common.json) {
      print(JsonLine().add("summary", summary(passed_over, stopped)).text());
      return;
    }
    for (const std::string& line : named_) {
      print(line);
    }
    count_warnings();
    if (passed_over > 0) {
      Console::standard().complain(
          "note: " + std::to_string(passed_over) +
          " files passed over, their endings being none of .txt .md .json .jsonl");
    }
    print(sentence(stopped));
  }

  bool any_rejected() const { return count(Outcome::kRejected) > 0; }

 private:
  uint64_t count(Outcome outcome) const {
    const auto found = counts_.find(outcome);
    return found == counts_.end() ? 0 : found->second;
  }

  /// Adding goes on where nobody listens any more.
  void print(const std::string& line) {
    if (closed_) {
      return;
    }
    try {
      Console::standard().print_line(line);
      Console::standard().flush();
    } catch (const OutputClosed&) {
      closed_ = true;
    }
  }

  void name_article(const ArticleReport& report) {
    std::string line = name_of(report.outcome);
    line.append(report.outcome == Outcome::kUnchanged ? " " : "   ").append(report.id);
    line.append("  (").append(report.where).append(")");
    if (command_.verbose) {
      print(line);
    } else if (report.outcome != Outcome::kUnchanged && !too_many_) {
      named_.push_back(line);
      if (named_.size() > kMaxNamed) {
        too_many_ = true;
        named_.clear();
      }
    }
  }

  void warn(const std::string& where, const std::string& warning) {
    ++warnings_;
    const bool known = alike_.count(warning) > 0;
    if (!known && alike_.size() == kMaxWarnings && !command_.verbose) {
      ++unsaid_;
      return;
    }
    if (++alike_[warning] <= kMaxAlike || command_.verbose) {
      Console::standard().complain("warning: " + where + ": " + warning);
    }
  }

  void count_warnings() const {
    if (command_.verbose) {
      return;
    }
    for (const auto& [warning, articles] : alike_) {
      if (articles > kMaxAlike) {
        Console::standard().complain("warning: " + std::to_string(articles - kMaxAlike) +
                                     " more articles: " + warning);
      }
    }
    if (unsaid_ > 0) {
      Console::standard().complain("warning: " + std::to_string(unsaid_) +
                                   " more warnings (--verbose says them all)");
    }
  }

  std::string sentence(bool stopped) const {
    std::string text = command_.add.dry_run ? "would be: " : "";
    for (const Outcome outcome :
         {Outcome::kAdded, Outcome::kUpdated, Outcome::kUnchanged, Outcome::kRejected}) {
      text += std::to_string(count(outcome)) + " " + name_of(outcome);
      text += outcome == Outcome::kRejected ? " in " : ", ";
    }
    text += elapsed(std::chrono::steady_clock::now() - started_);
    if (command_.add.dry_run) {
      text += "; nothing was changed";
    }
    return stopped ? text + "; stopped: these are in, the rest is not" : text;
  }

  JsonLine summary(uint64_t passed_over, bool stopped) const {
    JsonLine summary;
    for (const Outcome outcome :
         {Outcome::kAdded, Outcome::kUpdated, Outcome::kUnchanged, Outcome::kRejected}) {
      summary.add(name_of(outcome), count(outcome));
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - started_;
    return summary.add("passed_over", passed_over)
        .add("seconds", seconds.count())
        .add("dry_run", command_.add.dry_run)
        .add("stopped", stopped);
  }

  const AddCommand& command_;
  std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
  std::map<Outcome, uint64_t> counts_;
  std::vector<std::string> named_;
  bool too_many_ = false;
  bool closed_ = false;
  std::map<std::string, uint64_t> alike_;  ///< warnings, and how many articles have each
  uint64_t warnings_ = 0;
  uint64_t unsaid_ = 0;
};

constexpr std::array<std::pair<std::string_view, InputFormat>, 5> kFormats = {
    {{"", InputFormat::kGuess},
     {"text", InputFormat::kText},
     {"markdown", InputFormat::kMarkdown},
     {"json", InputFormat::kJson},
     {"jsonl", InputFormat::kJsonLines}}};

InputFormat format_named(const std::string& name) {
  const auto found = std::find_if(kFormats.begin(), kFormats.end(),
                                  [&](const auto& format) { return format.first == name; });
  if (found == kFormats.end()) {
    throw UsageError("--format is " + in_quotes(name) + "; expected text, markdown, json or jsonl");
  }
  return found->second;
}

int run_add(AddCommand& command) {
  command.read.format = format_named(command.format);
  take_interrupts();
  command.read.stop_requested = interrupted;
  IndexWriter::OpenOptions open;
  open.wait = command.wait;
  open.dry_run = command.add.dry_run;
  open.stop_requested = interrupted;
  open.knowledge = [&command] { return knowledge_of(command.knowledge); };
  IndexWriter writer({command.common.db}, open);
  ArticleReader reader(command.paths, command.read);
  AddLog log(command);
  command.add.stop_requested = interrupted;
  command.add.report = [&log](const ArticleReport& report) { log.take(report); };
  command.add.progress = [&reader](uint64_t articles, uint64_t bytes) {
    Console::standard().show({"articles", articles, bytes, reader.total_bytes()});
  };
  writer.add([&reader] { return reader.next(); }, command.add);
  const bool stopped = interrupted();
  log.finish(reader.passed_over(), stopped);
  if (stopped) {
    return kInterrupted;
  }
  return log.any_rejected() ? kSomeFailed : kDone;
}

}  // namespace

void define_add(CLI::App& app, Invocation& invocation) {
  CLI::App* sub = app.add_subcommand("add", "Take in articles, or new versions of them");
  // Shared by the parser, which fills it, and the callback, which outlives this function.
  auto command = std::make_shared<AddCommand>();
  sub->add_option("PATH", command->paths, "Files, folders (walked), or - for standard input")
      ->required()
      ->type_name("");
  add_common_options(*sub, command->common);
  sub->add_option("--format", command->format,
                  "text, markdown, json or jsonl (default: by the file's name, else its content)")
      ->type_name("NAME");
  sub->add_option("--language", command->read.language,
                  "For articles that name none (default: told from the text)")
      ->type_name("TAG");
  sub->add_option("--source", command->read.source, "For articles that name none")
      ->type_name("NAME");
  sub->add_option("--jobs", command->add.jobs, "Workers of a large add (default: one per core)")
      ->type_name("N")
      ->check(CLI::Range(1U, 256U).description(""));
  sub->add_option("--knowledge", command->knowledge,
                  std::string("Of an index that is made now: ") + kKnowledgeOption)
      ->type_name("DIR");
  sub->add_flag("--dry-run", command->add.dry_run, "Say what would happen, change nothing");
  sub->add_flag("--wait", command->wait, "Wait for another writer instead of giving up");
  sub->add_flag("--verbose", command->verbose, "Name every article and every warning");
  sub->footer(kExamples);
  sub->callback(
      [command, &invocation] { invocation.run = [command] { return run_add(*command); }; });
}

}  // namespace vigie
