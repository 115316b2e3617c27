// The program itself: its flags, its exit statuses, its end.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "tests/http/test_server.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

/// searchd as a process of its own, its outputs read through a pipe.
class Program {
 public:
  explicit Program(std::vector<std::string> arguments) {
    int ends[2];
    EXPECT_EQ(pipe(ends), 0);
    arguments.insert(arguments.begin(), VIGIE_BIN_DIR "/searchd");
    std::vector<char*> argv;
    for (std::string& argument : arguments) {
      argv.push_back(argument.data());
    }
    argv.push_back(nullptr);
    pid_ = fork();
    if (pid_ == 0) {
      dup2(ends[1], STDOUT_FILENO);
      dup2(ends[1], STDERR_FILENO);
      close(ends[0]);
      close(ends[1]);
      execv(argv[0], argv.data());
      _exit(127);
    }
    close(ends[1]);
    output_ = ends[0];
  }
  ~Program() {
    if (pid_ > 0) {
      kill(pid_, SIGKILL);
      wait();
    }
    close(output_);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  void send(int signal) const { kill(pid_, signal); }

  int wait() {
    int status = 0;
    waitpid(pid_, &status, 0);
    pid_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  /// What it writes until it holds `end`, or all where it ends before.
  std::string read_until(const std::string& end) const {
    std::string text;
    char byte = 0;
    while (text.find(end) == std::string::npos && read(output_, &byte, 1) == 1) {
      text += byte;
    }
    return text;
  }
  std::string read_all() const { return read_until(std::string(1, '\0')); }

 private:
  pid_t pid_ = 0;
  int output_ = -1;
};

int port_in(const std::string& output) {
  const size_t colon = output.find("http://127.0.0.1:");
  return colon == std::string::npos ? 0 : std::atoi(output.c_str() + colon + 17);
}

TEST(Program, SaysWhereItListensAndEndsOnSigterm) {
  const tests::TempDir folder;
  add_to_index(folder.in("index"), sample_articles());
  for (const int signal : {SIGTERM, SIGINT}) {
    Program program({"--db", folder.in("index"), "--web", VIGIE_SOURCE_DIR "/web", "--port", "0",
                     "--cache-size", "64M", "--threads", "4"});
    const std::string output = program.read_until("\n");
    EXPECT_THAT(output, StartsWith("Vigie: http://127.0.0.1:"));
    const int port = port_in(output);
    ASSERT_GT(port, 0) << output;
    const RawClient idle(port);
    const RawClient client(port);
    client.send("GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_THAT(client.receive_until("ok\n"), StartsWith("HTTP/1.1 200 "));
    const auto start = std::chrono::steady_clock::now();
    program.send(signal);
    EXPECT_EQ(program.wait(), 0);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
    const std::string log = program.read_all();
    EXPECT_THAT(log, HasSubstr("method=GET target=\"/healthz\" route=healthz status=200 ms="));
  }
}

TEST(Program, RefusesWrongUsageWithStatus2) {
  const std::vector<std::vector<std::string>> cases = {{"--nope"},
                                                       {"--port", "70000"},
                                                       {"--port", "abc"},
                                                       {"--threads", "0"},
                                                       {"--cache-size", "x"},
                                                       {"--log-level", "loud"},
                                                       {"--web", "/nonexistent"},
                                                       {"extra"}};
  for (const auto& arguments : cases) {
    Program program(arguments);
    const std::string output = program.read_all();
    EXPECT_EQ(program.wait(), 2) << arguments[0] << output;
    EXPECT_NE(output, "");
  }
}

TEST(Program, HelpsWithStatus0) {
  Program program({"--help"});
  EXPECT_THAT(program.read_all(), HasSubstr("--db"));
  EXPECT_EQ(program.wait(), 0);
}

TEST(Program, SaysThatThePortIsInUseWithStatus3) {
  const tests::TempDir folder;
  const TestServer other(folder.in("index"));
  Program program({"--db", folder.in("index"), "--port", std::to_string(other.port())});
  EXPECT_THAT(program.read_all(), HasSubstr("in use"));
  EXPECT_EQ(program.wait(), 3);
}

}  // namespace
}  // namespace vigie
