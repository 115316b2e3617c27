#include "indexer/json_writer.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <nlohmann/json.hpp>

namespace vigie {
namespace {

std::string written(const std::function<void(JsonWriter&)>& write) {
  JsonWriter json;
  write(json);
  return json.take();
}

TEST(JsonWriter, SeparatesMembersAndItems) {
  const std::string json = written([](JsonWriter& out) {
    out.begin_object();
    out.member("a", "x");
    out.key("b");
    out.begin_array();
    out.number(uint64_t{1});
    out.begin_object();
    out.end_object();
    out.begin_array();
    out.end_array();
    out.null();
    out.end_array();
    out.member("c", true);
    out.member("n", std::numeric_limits<uint64_t>::max());
    out.end_object();
  });
  EXPECT_EQ(json, R"({"a":"x","b":[1,{},[],null],"c":true,"n":18446744073709551615})");
}

TEST(JsonWriter, LeavesOutUnknownMembersOnly) {
  const std::string json = written([](JsonWriter& out) {
    out.begin_object();
    out.known_member("source", "");
    out.known_member("url", "u");
    out.member("text", "");
    out.end_object();
  });
  EXPECT_EQ(json, R"({"url":"u","text":""})");
}

TEST(JsonWriter, TextComesBackAsItWas) {
  std::string controls;
  for (char c = 0; c < 0x20; ++c) {
    controls += c;
  }
  for (const std::string& text :
       {std::string("L'armée a dit : « À l'œuvre ! »"), std::string("a \"b\" \\ / </script>"),
        controls, std::string("\x7f \u2028 \U0001F6E9"), std::string()}) {
    const std::string json = written([&text](JsonWriter& out) { out.string(text); });
    EXPECT_EQ(nlohmann::json::parse(json).get<std::string>(), text);
  }
}

TEST(JsonWriter, WhatIsNotUtf8IsReplaced) {
  for (const char* bytes : {"caf\xE9", "\xC3", "\xED\xA0\x80", "\xFF\xFE", "a\xF5z"}) {
    const std::string json = written([bytes](JsonWriter& out) { out.string(bytes); });
    const auto parsed = nlohmann::json::parse(json, nullptr, false);
    ASSERT_FALSE(parsed.is_discarded()) << json;
    EXPECT_NE(parsed.get<std::string>().find("\uFFFD"), std::string::npos) << json;
  }
}

TEST(JsonWriter, WritesNumbersShort) {
  const struct {
    double value;
    int decimals;
    const char* written;
  } cases[] = {{7.25, 4, "7.25"},
               {0.1 + 0.2, 4, "0.3"},
               {0, 3, "0"},
               {12.0, 3, "12"},
               {-1.23456, 3, "-1.235"},
               {std::numeric_limits<double>::quiet_NaN(), 3, "0"},
               {std::numeric_limits<double>::infinity(), 3, "0"}};
  for (const auto& [value, decimals, expected] : cases) {
    EXPECT_EQ(written([v = value, d = decimals](JsonWriter& out) { out.number(v, d); }), expected);
  }
}

}  // namespace
}  // namespace vigie
