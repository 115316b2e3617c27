// Runs the real programs and looks at what they say. For one thread.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::tests {

/// What a program said and how it ended.
struct Finished {
  int status =
      -1;  ///< exit status; of a program ended by a signal, 128 + its number, as shells say it
  std::string out;
  std::string err;
};

/// How to start a program.
struct Command {
  std::string program;  ///< a path
  std::vector<std::string> arguments;
  std::string directory;                         ///< to run in; empty: the current one
  std::map<std::string, std::string> variables;  ///< on top of the test's own; "" takes one away
};

/// The path of one of our programs, such as "indexer".
std::string program_path(const std::string& name);

/// A program under way, killed with the object if it still runs.
class Process {
 public:
  /// Starts `command`. Throws std::runtime_error where that fails.
  explicit Process(const Command& command);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  /// Writes to its standard input; false where it does not read any more.
  bool write(std::string_view bytes);
  void close_input();
  /// Stops reading its standard output, as `head` does.
  void close_output();
  void signal(int number) const;
  pid_t pid() const { return pid_; }

  /// Reads what it says until its standard output (or error) holds `text`. False at its end, and
  /// after `deadline`.
  bool wait_for_output(std::string_view text,
                       std::chrono::seconds deadline = std::chrono::seconds(30));
  bool wait_for_error(std::string_view text,
                      std::chrono::seconds deadline = std::chrono::seconds(30));

  /// Closes its input and waits for its end; killed where that does not come within `deadline`,
  /// which its status (137) tells.
  Finished finish(std::chrono::seconds deadline = std::chrono::seconds(60));

 private:
  bool pump(std::chrono::steady_clock::time_point until);

  pid_t pid_ = -1;
  int input_ = -1;
  int output_ = -1;
  int error_ = -1;
  Finished finished_;
};

/// Runs `command` to its end, with `input` on its standard input.
Finished run(const Command& command, std::string_view input = {});

}  // namespace vigie::tests
