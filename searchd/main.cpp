// searchd: answers searches over one index by HTTP.
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <thread>

#include "searchd/http/http_server.h"
#include "searchd/search/engine.h"

namespace {

constexpr int kUsage = 2;
constexpr int kUnavailable = 3;
/// A search ends by its own deadline; a client that takes in its answer slowly does not.
constexpr std::chrono::milliseconds kLongestStop{4800};

struct Options {
  vigie::EngineOptions engine;
  vigie::ServerOptions server;
  std::string log_level = "info";
};

/// The page's folder beside an installed program, or in the source tree of one that was built
/// there.
std::string default_web_folder() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  constexpr std::array kPlaces = {"../share/vigie/web", "../../web", "../../../web"};
  for (const char* place : kPlaces) {
    const std::filesystem::path folder = (program.parent_path() / place).lexically_normal();
    if (std::filesystem::exists(folder / "index.html", error)) {
      return folder;
    }
  }
  return {};
}

/// An eighth of the machine's memory, within bounds.
uint64_t default_cache_bytes() {
  constexpr uint64_t kLeast = 512ULL << 20U;
  constexpr uint64_t kMost = 4ULL << 30U;
  const auto pages = static_cast<uint64_t>(std::max(0L, sysconf(_SC_PHYS_PAGES)));
  const auto page_bytes = static_cast<uint64_t>(std::max(0L, sysconf(_SC_PAGESIZE)));
  return std::clamp(pages * page_bytes / 8, kLeast, kMost);
}

void add_options(CLI::App& app, Options& options) {
  const char* db = std::getenv("VIGIE_DB");
  options.engine.index_path = db != nullptr && *db != '\0' ? db : "./index";
  options.server.web_folder = default_web_folder();
  app.add_option("--db", options.engine.index_path,
                 "The index directory (default $VIGIE_DB, else ./index)");
  app.add_option("--address", options.server.address, "Address to listen on")
      ->capture_default_str();
  app.add_option("--port", options.server.port, "Port to listen on; 0: any free one")
      ->capture_default_str()
      ->check(CLI::Range(0, 65535));
  app.add_option("--web", options.server.web_folder,
                 "Folder of the page (default: the one beside the program)")
      ->check(CLI::ExistingDirectory);
  app.add_option("--threads", options.server.threads, "Connections answered at once")
      ->capture_default_str()
      ->check(CLI::Range(1, 4096));
  options.engine.cache_bytes = default_cache_bytes();
  app.add_option("--cache-size", options.engine.cache_bytes,
                 "Memory for postings and positions, such as 512M or 2G (default: an eighth of the "
                 "machine's, from 512M to 4G)")
      ->transform(CLI::AsSizeValue(false));
  app.add_option("--log-level", options.log_level, "What is logged to standard error")
      ->capture_default_str()
      ->check(CLI::IsMember({"debug", "info", "warn", "error", "off"}));
}

void start_log(const std::string& level) {
  spdlog::set_default_logger(spdlog::stderr_logger_mt("searchd"));
  spdlog::set_pattern("time=%Y-%m-%dT%H:%M:%S.%eZ level=%l %v", spdlog::pattern_time_type::utc);
  spdlog::set_level(spdlog::level::from_str(level));
}

std::string url_of(const std::string& address, int port) {
  const bool ipv6 = address.find(':') != std::string::npos;
  return "http://" + (ipv6 ? "[" + address + "]" : address) + ":" + std::to_string(port);
}

/// Runs `server` until SIGTERM or SIGINT, which every thread has blocked. Returns the exit status.
int serve(vigie::HttpServer& server, const sigset_t& stop_signals) {
  bool stopped = false;
  std::thread answering([&server, &stopped] {
    stopped = server.run();
    if (!stopped) {
      kill(getpid(), SIGTERM);
    }
  });
  int signal = 0;
  sigwait(&stop_signals, &signal);
  std::thread([] {
    std::this_thread::sleep_for(kLongestStop);
    spdlog::warn("msg=\"requests still under way are cut off\"");
    std::_Exit(EXIT_SUCCESS);
  }).detach();
  server.stop();
  answering.join();
  spdlog::info("msg=stopped");
  return stopped ? EXIT_SUCCESS : kUnavailable;
}

int run(const Options& options) {
  // Before any thread is started, so that all inherit it and sigwait() alone gets them.
  sigset_t stop_signals;
  sigemptyset(&stop_signals);
  sigaddset(&stop_signals, SIGTERM);
  sigaddset(&stop_signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &stop_signals, nullptr);
  vigie::Engine engine(options.engine);
  vigie::HttpServer server(engine, options.server);
  const int port = server.bind();
  if (options.server.web_folder.empty()) {
    spdlog::warn("msg=\"no page: its folder was not found, name it with --web\"");
  }
  std::cout << "Vigie: " << url_of(options.server.address, port) << std::endl;
  return serve(server, stop_signals);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Vigie's search server: answers searches over an index by HTTP.", "searchd");
  Options options;
  add_options(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? EXIT_SUCCESS : kUsage;
  }
  start_log(options.log_level);
  try {
    return run(options);
  } catch (const std::exception& error) {
    std::cerr << "searchd: " << error.what() << '\n';
    return kUnavailable;
  }
}
