// The sums of a search one by one, and those told of an entity.
#include "searchd/search/sum_list.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/search/search_testing.h"

namespace vigie::tests {
namespace {

using Texts = std::vector<std::string>;

constexpr char kKnowledge[] =
    "\forganisations.tsv\n"
    "thales\tThales\tThales\t\n"
    "nexter\tNexter\tNexter\t\n"
    "army\tArmée américaine\tUS Army\tU.S. Army\n"
    "\fplaces.tsv\n"
    "france\tFrance\tFrance\t\n"
    "pologne\tPologne\tPoland\t\n"
    "\ftopics.tsv\n"
    "radars\tRadars\tRadars\tradar | radars\tthales\n";

std::unique_ptr<TestIndex> index_with_contracts() {
  auto index = std::make_unique<TestIndex>(kKnowledge);
  index->add({
      dated(make_article("radar", "fr", "Thales livre un radar",
                         "La France paie 40 millions d'euros à Thales. M. Petit s'en réjouit.\n"
                         "Nexter, lui, reçoit 3 M€. Le radar vaut 40 millions d'euros."),
            "2025-03-01"),
      dated(
          make_article("army", "en", "US Army buys radars",
                       "The U.S. Army pays $1.2 billion. Poland pays 35 million zlotys to Thales."),
          "2025-01-15"),
      make_article("undated", "en", "An old radar", "It cost £10 million once."),
      dated(make_article("budget", "fr", "Le budget",
                         "Le budget est de 50 milliards d'euros. Thales n'en dit rien."),
            "2024-06-30"),
  });
  return index;
}

Texts texts_of(const std::vector<SumShown>& sums) {
  Texts texts;
  for (const SumShown& sum : sums) {
    texts.push_back(sum.amount.text);
  }
  return texts;
}

SumsRequest request_of(const std::string& q, SumOrder order) {
  SumsRequest request;
  request.search.q = q;
  request.order = order;
  return request;
}

TEST(SumList, IsInTheOrderAskedForUndatedLast) {
  const auto index = index_with_contracts();
  const auto engine = start_engine(*index);
  const std::vector<std::pair<SumOrder, Texts>> rows = {
      {SumOrder::kLargest,
       {"50 milliards d'euros", "$1.2 billion", "40 millions d'euros", "35 million zlotys",
        "£10 million", "3 M€"}},
      {SumOrder::kSmallest,
       {"3 M€", "£10 million", "35 million zlotys", "40 millions d'euros", "$1.2 billion",
        "50 milliards d'euros"}},
      {SumOrder::kNewest,
       {"40 millions d'euros", "3 M€", "$1.2 billion", "35 million zlotys", "50 milliards d'euros",
        "£10 million"}},
      {SumOrder::kOldest,
       {"50 milliards d'euros", "$1.2 billion", "35 million zlotys", "40 millions d'euros", "3 M€",
        "£10 million"}},
  };
  for (const auto& [order, texts] : rows) {
    SumsRequest request = request_of("", order);
    const SumsAnswer answer = engine->sums(request);
    EXPECT_EQ(answer.total, 6U) << "each different sum of an article once";
    EXPECT_EQ(texts_of(answer.sums), texts) << static_cast<int>(order);
    request.search.per_page = 4;
    request.search.page = 2;
    EXPECT_EQ(texts_of(engine->sums(request).sums), Texts(texts.begin() + 4, texts.end()));
    request.search.page = 3;
    EXPECT_TRUE(engine->sums(request).sums.empty());
  }
}

TEST(SumList, HasTheSentenceAndWhatItNames) {
  const auto index = index_with_contracts();
  const auto engine = start_engine(*index);
  const SumsAnswer french = engine->sums(request_of("petit", SumOrder::kLargest));
  ASSERT_EQ(french.sums.size(), 2U);
  EXPECT_EQ(french.sums[0].sentence, "La France paie 40 millions d'euros à Thales.");
  ASSERT_EQ(french.sums[0].entities.size(), 2U);
  EXPECT_EQ(french.sums[0].entities[0].id, "france");
  EXPECT_EQ(french.sums[0].entities[1].id, "thales");
  EXPECT_EQ(french.sums[1].sentence, "Nexter, lui, reçoit 3 M€.");
  EXPECT_EQ(french.sums[0].article.title, "Thales livre un radar");
  EXPECT_EQ(french.sums[0].article.body, "");
  const SumsAnswer english = engine->sums(request_of("zlotys", SumOrder::kLargest));
  ASSERT_EQ(english.sums.size(), 2U);
  EXPECT_EQ(english.sums[0].sentence, "The U.S. Army pays $1.2 billion.");
  EXPECT_EQ(english.sums[0].entities[0].id, "army");
  EXPECT_EQ(english.sums[1].entities.size(), 2U);
}

TEST(SumList, HoldsOnlyWhatIsAskedFor) {
  const auto index = index_with_contracts();
  const auto engine = start_engine(*index);
  const auto listed = [&engine](const SearchRequest& search) {
    return texts_of(engine->sums({search, SumOrder::kLargest}).sums);
  };
  SearchRequest request;
  request.filters = {{Facet::kCurrency, "EUR"}};
  EXPECT_EQ(listed(request), (Texts{"50 milliards d'euros", "40 millions d'euros", "3 M€"}));
  request.amount.most = 1e8;
  EXPECT_EQ(listed(request), (Texts{"40 millions d'euros", "3 M€"}));
  request.filters.push_back({Facet::kAmount, "1M-10M"});
  EXPECT_EQ(listed(request), Texts{"3 M€"});
  const std::vector<std::pair<const char*, Texts>> queries = {
      {"amount:>=1B", {"50 milliards d'euros", "$1.2 billion"}},
      {"thales amount:20M..100M", {"40 millions d'euros", "35 million zlotys"}},
      {"thales AND amount:20M..100M EUR", {"40 millions d'euros"}},
      {"amount:3M OR amount:10M", {"40 millions d'euros", "£10 million", "3 M€"}},
      {"nexter", {"40 millions d'euros", "3 M€"}},
      {"nothing at all", {}},
  };
  for (const auto& [q, texts] : queries) {
    SearchRequest search;
    search.q = q;
    EXPECT_EQ(listed(search), texts) << q;
  }
}

TEST(SumList, OfCopiesOfOneStoryHoldsEachSumOnce) {
  TestIndex index(kKnowledge);
  const std::string story =
      "Thales a remis à la marine un radar de veille de 4 tonnes, le Sea Fire, construit à Limours "
      "en trois ans pour 40 millions d'euros. Il rejoindra Toulon au printemps, après des essais.";
  index.add({dated(make_article("first", "fr", "Un radar pour la marine", story), "2025-03-01"),
             dated(make_article("second", "fr", "Le Sea Fire est livré",
                                story + "\nUn autre, de 5 M€, suivra."),
                   "2025-03-02")});
  const auto engine = start_engine(index);
  SumsRequest request;
  SumsAnswer answer = engine->sums(request);
  EXPECT_EQ(answer.total, 2U);
  ASSERT_EQ(answer.sums.size(), 2U);
  EXPECT_EQ(answer.sums[0].article.id, "second") << "the newest that tells it";
  request.search.collapse = false;
  EXPECT_EQ(engine->sums(request).total, 3U);
}

TEST(EntityPage, HasTheSumsToldOfItByCurrencyInTurns) {
  const auto index = index_with_contracts();
  const auto engine = start_engine(*index);
  const auto thales = engine->entity("thales");
  ASSERT_TRUE(thales);
  EXPECT_EQ(texts_of(thales->sums), (Texts{"40 millions d'euros", "35 million zlotys",
                                           "50 milliards d'euros", "$1.2 billion", "3 M€"}))
      << "in a sentence that names it, then in an article of which it is a main entity";
  const auto nexter = engine->entity("nexter");
  ASSERT_TRUE(nexter);
  ASSERT_FALSE(nexter->sums.empty());
  EXPECT_EQ(nexter->sums[0].amount.text, "3 M€");
  EXPECT_FALSE(engine->entity("Thales")) << "names are no ids";
  EXPECT_FALSE(engine->entity(""));
}

TEST(EntityPage, CountsWhatIsNamedWithItItselfLeftOut) {
  const auto index = index_with_contracts();
  const auto engine = start_engine(*index);
  const auto thales = engine->entity("thales");
  ASSERT_TRUE(thales);
  EXPECT_EQ(thales->total, 3U);
  EXPECT_EQ(thales->names, Texts{"Thales"});
  ASSERT_EQ(thales->related.size(), kEntityKinds);
  Texts organisations;
  for (const FacetCount& value : thales->related[0].values) {
    organisations.push_back(value.value + " " + std::to_string(value.count));
  }
  EXPECT_EQ(organisations, (Texts{"army 1", "nexter 1"}));
  ASSERT_EQ(thales->hits.size(), 3U);
  EXPECT_EQ(thales->hits[0].article.id, "radar");
  EXPECT_FALSE(thales->timeline.buckets.empty());
  const auto radars = engine->entity("radars");
  ASSERT_TRUE(radars);
  EXPECT_FALSE(radars->sums.empty()) << "a topic has no name in a sentence";
}

TEST(Suggest, EntitiesByTheBeginningOfAnyWordOfAnyName) {
  const auto index = index_with_contracts();
  const auto engine = start_engine(*index);
  const auto ids = [&engine](const std::string& q) {
    Texts result;
    for (const Suggestion& suggestion : engine->suggest(q, 10)) {
      if (!suggestion.id.empty() && suggestion.kind != "headline") {
        result.push_back(suggestion.kind + " " + suggestion.text);
      }
    }
    return result;
  };
  EXPECT_EQ(ids("tha"), Texts{"organisation Thales"});
  EXPECT_EQ(ids("POL"), Texts{"place Poland"});
  EXPECT_EQ(ids("polog"), Texts{"place Pologne"});
  EXPECT_EQ(ids("armee am"), Texts{"organisation Armée américaine"});
  EXPECT_EQ(ids("army"), Texts{"organisation US Army"});
  EXPECT_EQ(ids("rad"), Texts{"topic Radars"});
  EXPECT_EQ(ids("contrat tha"), Texts{"organisation Thales"}) << "the last word may begin a name";
  EXPECT_EQ(ids("contrat armee am"), Texts{"organisation Armée américaine"});
  EXPECT_EQ(ids("contrat th"), Texts{}) << "two letters after other words are too few";
  EXPECT_EQ(ids("hales"), Texts{});
  EXPECT_EQ(ids(""), Texts{});
}

}  // namespace
}  // namespace vigie::tests
