#include "tests/support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>

namespace vigie::tests {

namespace {

using Clock = std::chrono::steady_clock;

std::array<int, 2> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error("no pipe can be made");
  }
  return ends;
}

void close_end(int& end) {
  if (end >= 0) {
    ::close(end);
    end = -1;
  }
}

/// In the child: becomes the program, or ends with 127.
[[noreturn]] void become(const Command& command) {
  // A test's runner may ignore SIGPIPE; a program starts as from a shell.
  ::signal(SIGPIPE, SIG_DFL);
  if (!command.directory.empty() && ::chdir(command.directory.c_str()) != 0) {
    ::_exit(127);
  }
  for (const auto& [name, value] : command.variables) {
    if (value.empty()) {
      ::unsetenv(name.c_str());
    } else {
      ::setenv(name.c_str(), value.c_str(), 1);
    }
  }
  std::vector<char*> arguments;
  arguments.push_back(const_cast<char*>(command.program.c_str()));
  for (const std::string& argument : command.arguments) {
    arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  arguments.push_back(nullptr);
  ::execv(command.program.c_str(), arguments.data());
  ::_exit(127);
}

/// Reads what is there from `end` into `text`; closes it at its end.
void drain(int& end, std::string& text) {
  std::array<char, 65536> bytes{};
  const ssize_t count = ::read(end, bytes.data(), bytes.size());
  if (count > 0) {
    text.append(bytes.data(), static_cast<size_t>(count));
  } else if (count == 0 || errno != EINTR) {
    close_end(end);
  }
}

}  // namespace

std::string program_path(const std::string& name) {
  return std::string(VIGIE_BIN_DIR) + "/" + name;
}

Process::Process(const Command& command) {
  ::signal(SIGPIPE, SIG_IGN);
  const std::array<int, 2> input = make_pipe();
  const std::array<int, 2> output = make_pipe();
  const std::array<int, 2> error = make_pipe();
  pid_ = ::fork();
  if (pid_ < 0) {
    throw std::runtime_error("no process can be made");
  }
  if (pid_ == 0) {
    ::dup2(input[0], STDIN_FILENO);
    ::dup2(output[1], STDOUT_FILENO);
    ::dup2(error[1], STDERR_FILENO);
    become(command);
  }
  ::close(input[0]);
  ::close(output[1]);
  ::close(error[1]);
  input_ = input[1];
  output_ = output[0];
  error_ = error[0];
}

Process::~Process() {
  close_end(input_);
  close_end(output_);
  close_end(error_);
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
}

bool Process::write(std::string_view bytes) {
  while (!bytes.empty()) {
    // The program may wait for its output to be read before it reads on.
    pollfd ready{input_, POLLOUT, 0};
    pump(Clock::now());
    if (::poll(&ready, 1, 20) <= 0) {
      continue;
    }
    const ssize_t count = ::write(input_, bytes.data(), std::min<size_t>(bytes.size(), 4096));
    if (count < 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<size_t>(count));
  }
  return true;
}

void Process::close_input() {
  close_end(input_);
}

void Process::close_output() {
  close_end(output_);
}

void Process::signal(int number) const {
  ::kill(pid_, number);
}

/// Takes what its ends have, waiting for that until `until`. False where both are closed.
bool Process::pump(Clock::time_point until) {
  if (output_ < 0 && error_ < 0) {
    return false;
  }
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
  std::array<pollfd, 2> ends = {{{output_, POLLIN, 0}, {error_, POLLIN, 0}}};
  ::poll(ends.data(), ends.size(), static_cast<int>(std::max<int64_t>(left.count(), 0)));
  if (output_ >= 0 && ends[0].revents != 0) {
    drain(output_, finished_.out);
  }
  if (error_ >= 0 && ends[1].revents != 0) {
    drain(error_, finished_.err);
  }
  return true;
}

bool Process::wait_for_output(std::string_view text, std::chrono::seconds deadline) {
  const Clock::time_point until = Clock::now() + deadline;
  while (finished_.out.find(text) == std::string::npos) {
    if (Clock::now() >= until || !pump(until)) {
      return finished_.out.find(text) != std::string::npos;
    }
  }
  return true;
}

bool Process::wait_for_error(std::string_view text, std::chrono::seconds deadline) {
  const Clock::time_point until = Clock::now() + deadline;
  while (finished_.err.find(text) == std::string::npos) {
    if (Clock::now() >= until || !pump(until)) {
      return finished_.err.find(text) != std::string::npos;
    }
  }
  return true;
}

Finished Process::finish(std::chrono::seconds deadline) {
  const Clock::time_point until = Clock::now() + deadline;
  close_input();
  while (Clock::now() < until && pump(until)) {
  }
  int status = 0;
  while (::waitpid(pid_, &status, WNOHANG) == 0) {
    if (Clock::now() >= until) {
      ::kill(pid_, SIGKILL);
    }
    ::poll(nullptr, 0, 2);
  }
  pid_ = -1;
  finished_.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return finished_;
}

Finished run(const Command& command, std::string_view input) {
  Process process(command);
  process.write(input);
  return process.finish();
}

}  // namespace vigie::tests
