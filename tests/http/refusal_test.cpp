// What no honest client sends, on a real server: each is refused at once, within bounds, and the
// server goes on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/http/test_server.h"
#include "tests/support/sanitized.h"

namespace vigie {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::StartsWith;

class Refusal : public testing::Test {
 protected:
  Refusal() : server_(folder_.in("index")) {}
  ~Refusal() override { EXPECT_EQ(server_.get("/healthz").status, 200) << "the server goes on"; }

  std::string exchange(const std::string& bytes) {
    const RawClient client(server_.port());
    client.send(bytes);
    return client.receive_all();
  }

  tests::TempDir folder_;
  TestServer server_;
};

/// Memory this process has had at most, in bytes.
size_t peak_memory() {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word) {
    if (word == "VmHWM:") {
      size_t kilobytes = 0;
      status >> kilobytes;
      return kilobytes * 1024;
    }
  }
  return 0;
}

TEST_F(Refusal, OtherMethodsAreRefusedBeforeTheirBodyIsRead) {
  for (const char* method : {"POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT"}) {
    // The body never comes: an answer shows that it was not waited for.
    const std::string answer =
        exchange(std::string(method) +
                 " /api/v1/search HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999\r\n\r\n");
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 405 ")) << method;
    EXPECT_THAT(answer, HasSubstr("\r\nConnection: close\r\n")) << method;
    EXPECT_THAT(answer, HasSubstr("\r\nAllow: GET, HEAD, OPTIONS\r\n")) << method;
  }
}

TEST_F(Refusal, AHugeChunkedUploadIsNotBuffered) {
  const size_t before = peak_memory();
  const RawClient client(server_.port());
  client.send("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
  const std::string chunk = "100000\r\n" + std::string(1U << 20U, 'x') + "\r\n";
  int sent = 0;
  while (sent < 200 && client.send(chunk)) {
    ++sent;
  }
  EXPECT_LT(sent, 50) << "the server went on reading";
  if (!tests::kSanitized) {
    EXPECT_LT(peak_memory() - before, size_t{32} << 20U);
  }
}

TEST_F(Refusal, TheAnswerToAnUploadArrivesAllTheSame) {
  const std::string answer = exchange(
      "POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 1000000\r\n\r\n" +
      std::string(1000000, 'x'));
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 405 "));
}

TEST_F(Refusal, ABodyOfAGetIsNotTakenForARequest) {
  for (const char* framing : {"Content-Length: 40", "Transfer-Encoding: chunked"}) {
    const std::string answer =
        exchange("GET /healthz HTTP/1.1\r\nHost: h\r\n" + std::string(framing) +
                 "\r\n\r\nGET /metrics HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 400 "));
    EXPECT_THAT(answer, testing::Not(HasSubstr("vigie_ready")));
  }
}

TEST_F(Refusal, EndlessHeadersAreCutOff) {
  const size_t before = peak_memory();
  std::string request = "GET / HTTP/1.1\r\n";
  for (int i = 0; i < 300000; ++i) {
    request += "X" + std::to_string(i) + ": y\r\n";
  }
  EXPECT_THAT(exchange(request + "\r\n"), StartsWith("HTTP/1.1 431 "));
  if (!tests::kSanitized) {
    EXPECT_LT(peak_memory() - before, size_t{32} << 20U);
  }
}

TEST_F(Refusal, MoreThanAHundredHeadersAreTooMany) {
  const auto with_headers = [](int count) {
    std::string request = "GET /healthz HTTP/1.1\r\nConnection: close\r\n";
    for (int i = 1; i < count; ++i) {
      request += "X-" + std::to_string(i) + ": y\r\n";
    }
    return request + "\r\n";
  };
  EXPECT_THAT(exchange(with_headers(100)), StartsWith("HTTP/1.1 200 "));
  EXPECT_THAT(exchange(with_headers(101)), StartsWith("HTTP/1.1 431 "));
}

TEST_F(Refusal, OneEndlessHeaderIsCutOff) {
  EXPECT_THAT(exchange("GET / HTTP/1.1\r\nX: " + std::string(10U << 20U, 'y')),
              StartsWith("HTTP/1.1 431 "));
}

TEST_F(Refusal, LongTargetsAreTooLong) {
  for (const size_t length : {size_t{5000}, size_t{9000}, size_t{200000}, size_t{10} << 20U}) {
    EXPECT_THAT(exchange("GET /" + std::string(length, 'a') + " HTTP/1.1\r\n\r\n"),
                StartsWith("HTTP/1.1 414 "))
        << length;
  }
}

TEST_F(Refusal, AThousandRangesAreNotServed) {
  std::string ranges = "0-";
  for (int i = 0; i < 999; ++i) {
    ranges += ",0-";
  }
  const std::string answer =
      exchange("GET /metrics HTTP/1.1\r\nConnection: close\r\nRange: bytes=" + ranges + "\r\n\r\n");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 416 "));
  EXPECT_LT(answer.size(), 2000U);
}

TEST_F(Refusal, OneRangeIsAnsweredWhole) {
  const std::string answer =
      exchange("GET /healthz HTTP/1.1\r\nConnection: close\r\nRange: bytes=1-\r\n\r\n");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 "));
  EXPECT_THAT(answer, testing::EndsWith("\r\n\r\nok\n"));
}

TEST_F(Refusal, WhatIsNoRequestIsRefused) {
  for (const std::string& bytes :
       {std::string("BREW / HTTP/1.1\r\n\r\n"), std::string("GET /\r\n\r\n"),
        std::string("GET / HTTP/9.9\r\n\r\n"), std::string("GET / a HTTP/1.1\r\n\r\n"),
        std::string("GET /?q=a b HTTP/1.1\r\n\r\n"), std::string("\x16\x03\x01\x02\r\n\r\n"),
        std::string("GET /\0 HTTP/1.1\r\n\r\n", 19),
        std::string("GET / HTTP/1.1\r\nX: \x01\r\n\r\n")}) {
    const std::string answer = exchange(bytes);
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 400 ")) << bytes;
    EXPECT_THAT(answer, HasSubstr("application/problem+json"));
    EXPECT_THAT(answer, HasSubstr("X-Content-Type-Options"));
  }
}

TEST_F(Refusal, ATrickledRequestEndsInTime) {
  const auto start = std::chrono::steady_clock::now();
  const RawClient client(server_.port());
  std::string answer;
  // A byte every fifth of a second would keep a limit on each single read from ever being reached.
  while (answer.empty() && std::chrono::steady_clock::now() - start < std::chrono::seconds(20)) {
    client.send("a");
    answer = client.receive_all(milliseconds(200));
  }
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 408 "));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(8));
}

TEST_F(Refusal, HeadersCannotBeInjected) {
  const Answer answer = server_.get("/api/v1/search?q=a%0d%0aX-Evil:%20yes",
                                    {{"X-Forwarded-Proto", "https%0d%0aX-Evil: yes"}});
  EXPECT_EQ(answer.headers.count("x-evil"), 0U);
}

}  // namespace
}  // namespace vigie
