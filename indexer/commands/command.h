// What all commands of `indexer` have in common: exit statuses, --db and --json, and how one is
// defined.
#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <stdexcept>
#include <string>

namespace vigie {

enum ExitStatus : int {
  kDone = 0,
  kSomeFailed = 1,  ///< some articles rejected (the rest are in), an id unknown, something wrong
                    ///< found, output not written
  kUsage = 2,       ///< the command line is wrong
  kIndexUnavailable = 3,  ///< no index, no right, another writer, a full disk
  kInterrupted = 130,     ///< stopped by Ctrl-C; what was reported is in
};

/// A wrong argument that the command line's parser cannot see, in one sentence.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct CommonOptions {
  std::string db;
  bool json = false;
};

/// The command that the command line names, once it is parsed.
struct Invocation {
  std::function<int()> run;  ///< returns the exit status
};

/// Adds --db (default: $VIGIE_DB, else ./index) and --json to `command`.
void add_common_options(CLI::App& command, CommonOptions& options);

/// Each adds its commands to `app`; the one that is named puts itself into `invocation`. Both must
/// outlive the parsing.
void define_add(CLI::App& app, Invocation& invocation);
void define_remove(CLI::App& app, Invocation& invocation);
void define_show(CLI::App& app, Invocation& invocation);
void define_list(CLI::App& app, Invocation& invocation);
void define_stats(CLI::App& app, Invocation& invocation);
void define_names(CLI::App& app, Invocation& invocation);
void define_check(CLI::App& app, Invocation& invocation);
void define_export(CLI::App& app, Invocation& invocation);
void define_rebuild(CLI::App& app, Invocation& invocation);
void define_compact(CLI::App& app, Invocation& invocation);

}  // namespace vigie
