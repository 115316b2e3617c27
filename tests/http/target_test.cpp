#include "searchd/http/target.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searchd/search/engine.h"

namespace vigie {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs pairs_of(std::string_view target) {
  Pairs pairs;
  for (const Parameter& parameter : parameters_of(target)) {
    pairs.emplace_back(parameter.name, parameter.value);
  }
  return pairs;
}

TEST(Target, ReadsParametersAsFormsAndPeopleWriteThem) {
  const struct {
    const char* target;
    Pairs pairs;
  } cases[] = {
      {"/x", {}},
      {"/x?", {}},
      {"/x?q=drone", {{"q", "drone"}}},
      {"/x?q=drone+de+combat&page=2", {{"q", "drone de combat"}, {"page", "2"}}},
      {"/x?q=%C3%A9t%C3%A9%20a%2Bb%26c", {{"q", "été a+b&c"}}},
      {"/x?q=été", {{"q", "été"}}},
      {"/x?q==drone", {{"q", "=drone"}}},
      {"/x?q=a=b=c", {{"q", "a=b=c"}}},
      {"/x?q=qui?", {{"q", "qui?"}}},
      {"/x?&&q=a&", {{"q", "a"}}},
      {"/x?q", {{"q", ""}}},
      {"/x?from=&to=", {{"from", ""}, {"to", ""}}},
      {"/x?page=1&page=1", {{"page", "1"}, {"page", "1"}}},
      {"/x?s%6Frt=newest", {{"sort", "newest"}}},
  };
  for (const auto& [target, pairs] : cases) {
    EXPECT_EQ(pairs_of(target), pairs) << target;
  }
}

TEST(Target, NamesTheParameterThatCannotBeDecoded) {
  const struct {
    const char* target;
    const char* parameter;
  } cases[] = {
      {"/x?q=100%", "q"},        {"/x?q=%4", "q"},
      {"/x?q=%zz", "q"},         {"/x?page=%C3", "page"},
      {"/x?q=caf%E9", "q"},      {"/x?q=%00", "q"},
      {"/x?from=a%00b", "from"}, {"/x?a=b&q=%ED%A0%80", "q"},
      {"/x?%FF=1", "%FF"},       {"/x?%u00e9=1", "%u00e9"},
  };
  for (const auto& [target, parameter] : cases) {
    try {
      parameters_of(target);
      ADD_FAILURE() << target << " was read";
    } catch (const InvalidRequest& error) {
      EXPECT_EQ(error.parameter(), parameter) << target;
      EXPECT_THAT(error.what(), testing::HasSubstr(parameter)) << target;
    }
  }
}

TEST(Target, DecodesThePath) {
  EXPECT_EQ(path_of("/api/v1/articles/a%20b?q=%zz"), "/api/v1/articles/a b");
  EXPECT_EQ(path_of("/a+b"), "/a+b");
  EXPECT_EQ(path_of("http://host:80/healthz?x"), "/healthz");
  EXPECT_EQ(path_of("http://host"), "/");
  EXPECT_THROW(path_of("/%"), InvalidRequest);
  EXPECT_THROW(path_of("/%00"), InvalidRequest);
  EXPECT_THROW(path_of("/%E9"), InvalidRequest);
}

TEST(Target, EncodesWhatItDecodes) {
  const std::string text = "l'armée a=b&c? ~1 50%\n";
  EXPECT_EQ(pairs_of("/x?q=" + percent_encode(text)), (Pairs{{"q", text}}));
  EXPECT_EQ(percent_encode("é ~"), "%C3%A9%20~");
}

}  // namespace
}  // namespace vigie
