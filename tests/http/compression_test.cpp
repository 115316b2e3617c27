#include "searchd/http/compression.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include "searchd/http/etag.h"

namespace vigie {
namespace {

std::string gunzip(const std::string& bytes) {
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  std::string out(1U << 20U, '\0');
  std::string in = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

TEST(Compression, ComesBackWhole) {
  std::string text;
  for (int i = 0; i < 5000; ++i) {
    text += "armée " + std::to_string(i);
  }
  for (const std::string& body : {std::string(), std::string("x"), text}) {
    for (const int level : {1, 9}) {
      EXPECT_EQ(gunzip(gzip(body, level)), body);
    }
  }
  EXPECT_LT(gzip(text).size(), text.size() / 2);
}

TEST(Compression, OnlyWhereTheClientTakesIt) {
  const struct {
    const char* header;
    bool accepted;
  } cases[] = {{"", false},
               {"gzip", true},
               {"br, gzip, deflate", true},
               {"br", false},
               {"gzip;q=0", false},
               {"gzip; q=0.0, br", false},
               {"gzip;q=0.5", true},
               {"*", true},
               {"*;q=0", false},
               {"gzip;q=0, *", false},
               {"identity", false},
               {"notgzip", false},
               {",,;", false}};
  for (const auto& [header, accepted] : cases) {
    EXPECT_EQ(accepts_gzip(header), accepted) << header;
  }
}

TEST(Etag, DependsOnTheKey) {
  EXPECT_EQ(weak_etag("a"), weak_etag("a"));
  EXPECT_NE(weak_etag("a"), weak_etag("b"));
  // Fixed: what clients keep outlives the process.
  EXPECT_EQ(hash_digits(""), "ef46db3751d8e999");
}

TEST(Etag, MatchesAnyOfTheList) {
  const std::string etag = weak_etag("a");
  EXPECT_TRUE(etag_matches(etag, etag));
  EXPECT_TRUE(etag_matches("\"x\", " + etag, etag));
  EXPECT_TRUE(etag_matches(etag.substr(2), etag)) << "weak comparison";
  EXPECT_FALSE(etag_matches("", etag));
  EXPECT_FALSE(etag_matches("\"x\"", etag));
  EXPECT_FALSE(etag_matches("*", etag));
}

}  // namespace
}  // namespace vigie
