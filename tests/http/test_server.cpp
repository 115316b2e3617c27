#include "tests/http/test_server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <httplib.h>
#include <netinet/in.h>
#include <poll.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <optional>

#include "indexer/writer.h"

namespace vigie {

namespace {

constexpr int64_t kNow = 1'790'000'000;

/// What the indexes of these tests know.
constexpr char kKnowledge[] =
    "\forganisations.tsv\n"
    "otan\tOTAN\tNATO\tAlliance atlantique\n"
    "thales\tThales\tThales\tGroupe Thales\n"
    "\fplaces.tsv\n"
    "france\tFrance\tFrance\tRépublique française\n"
    "\ftopics.tsv\n"
    "drones\tDrones\tDrones\tdrone | drones\tthales\n";

Answer answer_of(const httplib::Result& result) {
  Answer answer;
  if (!result) {
    return answer;
  }
  answer.status = result->status;
  answer.body = result->body;
  for (const auto& [name, value] : result->headers) {
    std::string lower = name;
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    answer.headers[lower] = value;
  }
  return answer;
}

httplib::Client client_of(int port) {
  httplib::Client client("127.0.0.1", port);
  client.set_url_encode(false);
  client.set_decompress(false);
  client.set_read_timeout(30);
  return client;
}

}  // namespace

Article article(const std::string& id, const std::string& title, const std::string& body) {
  Article made;
  made.id = id;
  made.title = title;
  made.body = body;
  return made;
}

std::vector<Article> sample_articles() {
  Article full = article("drone-fr", "La France commande des drones de combat",
                         "Le ministère des Armées a signé un contrat de drones avec Thales.\n"
                         "Les premiers drones seront livrés à l'armée de l'Air en 2027.");
  full.url = "https://www.exemple.fr/defense/drones?a=1&b=2";
  full.standfirst = "Un marché de 200 millions d'euros pour des drones « furtifs ».";
  full.language = "fr";
  full.source = "Le Quotidien";
  full.authors = {"Jeanne Dupont", "Émile Zélé"};
  full.published = "2025-06-17";
  full.section = "Défense";
  Article english = article("drone-en", "France orders combat drones",
                            "The French ministry of armed forces has ordered drones from Thales.");
  english.language = "en";
  english.source = "Defense Daily";
  english.authors = {"John Smith"};
  english.published = "2025-09-02T08:30:00-04:00";
  Article formula =
      article("formula", "=SUM(A1:A9) & \"tirets\" <b>gras</b>",
              "Un article sur les drones dont le titre trompe les tableurs, et la page.");
  formula.language = "fr";
  formula.source = "@Réseau";
  formula.published = "2024-01-05";
  Article by_url = article("https://example.com/nato/summit", "NATO summit opens in The Hague",
                           "Leaders of the alliance met to discuss ammunition and drones.");
  by_url.url = by_url.id;
  by_url.language = "en";
  by_url.source = "Defense Daily";
  by_url.published = "2025-06-24";
  Article undated =
      article("sans-date", "Une frégate appareille de Brest",
              "La frégate a quitté le port de Brest pour une mission de surveillance.");
  undated.language = "fr";
  Article old = article("old-en", "A frigate is launched", "The frigate was launched in Lorient.");
  old.language = "en";
  old.source = "Le Quotidien";
  old.published = "2019-03-02";
  return {full, english, formula, by_url, undated, old};
}

std::vector<Article> many_articles(size_t count) {
  std::vector<Article> articles;
  for (size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    articles.push_back(
        article("n-" + number, "Notice " + number, "The export of item " + number + "."));
    articles.back().language = "en";
    articles.back().published = "2025-01-01";
  }
  return articles;
}

void add_to_index(const std::string& path, const std::vector<Article>& articles) {
  IndexWriter::OpenOptions open;
  open.knowledge = [] { return std::string(kKnowledge); };
  IndexWriter writer(IndexDirectory{path}, open);
  auto next = articles.begin();
  AddOptions options;
  options.jobs = 1;
  options.report = [](const ArticleReport& report) {
    EXPECT_NE(report.outcome, Outcome::kRejected) << report.id << ": " << report.reason;
  };
  writer.add(
      [&]() -> std::optional<SourcedArticle> {
        if (next == articles.end()) {
          return std::nullopt;
        }
        SourcedArticle sourced;
        sourced.article = *next++;
        complete(sourced.article, kNow);
        return sourced;
      },
      options);
}

namespace {

std::string make_index(const std::string& path, const std::vector<Article>& articles) {
  add_to_index(path, articles);
  return path;
}

}  // namespace

IndexedServer::IndexedServer(const std::vector<Article>& articles)
    : server(make_index(folder.in("index"), articles)) {
  server.wait_until_ready();
}

TestServer::TestServer(const std::string& index_path, ServerOptions options) {
  spdlog::set_level(spdlog::level::warn);
  EngineOptions engine_options;
  engine_options.index_path = index_path;
  engine_ = std::make_unique<Engine>(engine_options);
  options.port = 0;
  server_ = std::make_unique<HttpServer>(*engine_, options);
  port_ = server_->bind();
  thread_ = std::thread([this] { server_->run(); });
}

TestServer::~TestServer() {
  stop();
}

void TestServer::stop() {
  server_->stop();
  if (thread_.joinable()) {
    thread_.join();
  }
}

void TestServer::wait_until_ready() {
  ASSERT_TRUE(eventually([this] { return engine_->status().ready; })) << engine_->status().problem;
}

Answer TestServer::get(const std::string& target, const HeaderList& headers) const {
  return answer_of(client_of(port_).Get(target, httplib::Headers(headers.begin(), headers.end())));
}

Answer TestServer::head(const std::string& target) const {
  return answer_of(client_of(port_).Head(target));
}

Answer TestServer::options(const std::string& target) const {
  return answer_of(client_of(port_).Options(target));
}

RawClient::RawClient(int port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  EXPECT_EQ(connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
}

RawClient::~RawClient() {
  close(socket_);
}

bool RawClient::send(const std::string& bytes) const {
  size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t count = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (count < 0) {
      return false;
    }
    sent += static_cast<size_t>(count);
  }
  return true;
}

std::string RawClient::receive_all(std::chrono::milliseconds limit) const {
  return receive_until(std::string(1, '\0') + "never", limit);
}

std::string RawClient::receive_until(const std::string& end,
                                     std::chrono::milliseconds limit) const {
  const auto deadline = std::chrono::steady_clock::now() + limit;
  std::string received;
  char buffer[16384];
  while (received.find(end) == std::string::npos) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    pollfd descriptor{socket_, POLLIN, 0};
    if (left.count() <= 0 || poll(&descriptor, 1, static_cast<int>(left.count())) <= 0) {
      break;
    }
    const ssize_t count = recv(socket_, buffer, sizeof buffer, 0);
    if (count <= 0) {
      break;
    }
    received.append(buffer, static_cast<size_t>(count));
  }
  return received;
}

bool eventually(const std::function<bool()>& holds, std::chrono::milliseconds limit) {
  const auto deadline = std::chrono::steady_clock::now() + limit;
  while (!holds()) {
    if (std::chrono::steady_clock::now() >= deadline) {
      return false;
    }
    std::this_thread::sleep_for(
        std::chrono::milliseconds(1));  // between two looks, not for any event
  }
  return true;
}

}  // namespace vigie
