// Which sums of money a text holds, in both languages, and what is none.
#include "indexer/text/amounts.h"

#include <gtest/gtest.h>

#include <array>
#include <charconv>

namespace vigie {
namespace {

struct Row {
  std::string_view text;
  std::string_view sums;  // "200000000 USD 200 M$ | …": value, currency, as written
};

std::string line_of(std::string_view text, Language language) {
  std::string line;
  for (const Amount& amount : find_amounts(text, language)) {
    std::array<char, 32> value{};
    const auto end =
        std::to_chars(value.begin(), value.end(), amount.value, std::chars_format::fixed);
    line += line.empty() ? "" : " | ";
    line += std::string(value.data(), end.ptr) + ' ' + amount.currency + ' ';
    line += text.substr(amount.begin_bytes, amount.end_bytes - amount.begin_bytes);
  }
  return line;
}

void expect_sums(Language language, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(line_of(row.text, language), row.sums) << row.text;
  }
}

void expect_none(Language language, const std::vector<std::string_view>& texts) {
  for (const std::string_view text : texts) {
    EXPECT_EQ(line_of(text, language), "") << text;
  }
}

TEST(Amounts, ReadsFrenchMultiples) {
  expect_sums(Language::kFrench,
              {{"On paie 300 Kč.", "300 CZK 300 Kč"},
               {"un contrat de 200 M$ signé", "200000000 USD 200 M$"},
               {"200 millions de dollars", "200000000 USD 200 millions de dollars"},
               {"1,5 milliard d'euros", "1500000000 EUR 1,5 milliard d'euros"},
               {"1,5 milliard d’euros.", "1500000000 EUR 1,5 milliard d’euros"},
               {"(6,6 Md€)", "6600000000 EUR 6,6 Md€"},
               {"2 Mds$", "2000000000 USD 2 Mds$"},
               {"2 Mds d'euros", "2000000000 EUR 2 Mds d'euros"},
               {"136 Mds € de dette", "136000000000 EUR 136 Mds €"},
               {"500 M€", "500000000 EUR 500 M€"},
               {"500M€", "500000000 EUR 500M€"},
               {"300 MEUR", "300000000 EUR 300 MEUR"},
               {"12 kEUR", "12000 EUR 12 kEUR"},
               {"12 k€", "12000 EUR 12 k€"},
               {"1,2 G€ et 3 G$", "1200000000 EUR 1,2 G€ | 3000000000 USD 3 G$"},
               {"200 M d'euros", "200000000 EUR 200 M d'euros"},
               {"1 500 milliards d'euros", "1500000000000 EUR 1 500 milliards d'euros"},
               {"200 mille euros", "200000 EUR 200 mille euros"},
               {"2 billions d'euros", "2000000000000 EUR 2 billions d'euros"},
               {"2 trillions de dollars", "2000000000000 USD 2 trillions de dollars"},
               {"selon lui, « $1.2 billion »", "1200000000 USD $1.2 billion"},
               {"150 milliards supplémentaires d'euros",
                "150000000000 EUR 150 milliards supplémentaires d'euros"},
               {"1 milliard et demi d'euros", "1500000000 EUR 1 milliard et demi d'euros"},
               {"200 MILLIONS D'EUROS", "200000000 EUR 200 MILLIONS D'EUROS"},
               {"26 milliards dollars", "26000000000 USD 26 milliards dollars"},
               {"35 mrd €", "35000000000 EUR 35 mrd €"}});
}

TEST(Amounts, ReadsEnglishMultiples) {
  expect_sums(Language::kEnglish,
              {{"a US$1.2bn deal", "1200000000 USD US$1.2bn"},
               {"$500m", "500000000 USD $500m"},
               {"$500M", "500000000 USD $500M"},
               {"$1.2 billion", "1200000000 USD $1.2 billion"},
               {"$1.2B", "1200000000 USD $1.2B"},
               {"worth $34,567,890 for", "34567890 USD $34,567,890"},
               {"$34,567,890.12", "34567890.12 USD $34,567,890.12"},
               {"£10", "10 GBP £10"},
               {"£10m", "10000000 GBP £10m"},
               {"€5.65 billion", "5650000000 EUR €5.65 billion"},
               {"€5,65 billion", "5650000000 EUR €5,65 billion"},
               {"EUR 12 million", "12000000 EUR EUR 12 million"},
               {"EUR12m", "12000000 EUR EUR12m"},
               {"USD 3.4 million", "3400000 USD USD 3.4 million"},
               {"12 million EUR", "12000000 EUR 12 million EUR"},
               {"$1.5 trillion", "1500000000000 USD $1.5 trillion"},
               {"$5tn", "5000000000000 USD $5tn"},
               {"$5MM", "5000000 USD $5MM"},
               {"$.5 million", "500000 USD $.5 million"},
               {"$5 M, he said", "5000000 USD $5 M"},
               {"50 thousand dollars", "50000 USD 50 thousand dollars"},
               {"a $500-million ship", "500000000 USD $500-million"},
               {"a 500-million-dollar ship", "500000000 USD 500-million-dollar"},
               {"5 crore rupees", "50000000 INR 5 crore rupees"},
               {"₹5 crore", "50000000 INR ₹5 crore"},
               {"Rs 3 lakh", "300000 INR Rs 3 lakh"},
               {"Rs. 500 crore", "5000000000 INR Rs. 500 crore"},
               {"10 million additional dollars", "10000000 USD 10 million additional dollars"},
               {"$5/kg", "5 USD $5"}});
}

TEST(Amounts, ReadsNumberWords) {
  expect_sums(
      Language::kFrench,
      {{"un demi-milliard d'euros", "500000000 EUR un demi-milliard d'euros"},
       {"d'un milliard de dollars", "1000000000 USD un milliard de dollars"},
       {"deux milliards d'euros", "2000000000 EUR deux milliards d'euros"},
       {"Quatre milliards de dollars", "4000000000 USD Quatre milliards de dollars"},
       {"mille milliards de dollars", "1000000000000 USD mille milliards de dollars"},
       {"cent millions d'euros", "100000000 EUR cent millions d'euros"},
       {"deux cent cinquante mille euros", "250000 EUR deux cent cinquante mille euros"},
       {"quatre-vingt-dix-sept millions d'euros",
        "97000000 EUR quatre-vingt-dix-sept millions d'euros"},
       {"vingt et un euros", "21 EUR vingt et un euros"},
       {"un million et demi d'euros", "1500000 EUR un million et demi d'euros"},
       {"deux millions cinq cent mille euros", "2500000 EUR deux millions cinq cent mille euros"},
       {"deux ou trois milliards d'euros",
        "2000000000 EUR deux | 3000000000 EUR trois milliards d'euros"}});
  expect_sums(Language::kEnglish,
              {{"half a billion dollars", "500000000 USD half a billion dollars"},
               {"a half-billion dollars", "500000000 USD a half-billion dollars"},
               {"a million dollars", "1000000 USD a million dollars"},
               {"one billion dlrs", "1000000000 USD one billion dlrs"},
               {"twenty-five million euros", "25000000 EUR twenty-five million euros"},
               {"two hundred and fifty thousand pounds sterling",
                "250000 GBP two hundred and fifty thousand pounds sterling"},
               {"two and a half billion dollars", "2500000000 USD two and a half billion dollars"},
               {"a hundred dollars", "100 USD a hundred dollars"},
               {"between one hundred and two hundred million dollars",
                "100000000 USD one hundred | 200000000 USD two hundred million dollars"},
               {"eight per cent to 1,099 guilders", "1099 NLG 1,099 guilders"}});
}

TEST(Amounts, TellsDollarsApart) {
  expect_sums(Language::kEnglish,
              {{"10 million Canadian dollars", "10000000 CAD 10 million Canadian dollars"},
               {"C$10m", "10000000 CAD C$10m"},
               {"CA$10m", "10000000 CAD CA$10m"},
               {"A$10m", "10000000 AUD A$10m"},
               {"AU$10 million", "10000000 AUD AU$10 million"},
               {"$A10 million", "10000000 AUD $A10 million"},
               {"$US10 million", "10000000 USD $US10 million"},
               {"US $10 million", "10000000 USD US $10 million"},
               {"cost a $10 million", "10000000 USD $10 million"},
               {"U.S.$10 million", "10000000 USD U.S.$10 million"},
               {"NZ$3", "3 NZD NZ$3"},
               {"HK$4.5bn", "4500000000 HKD HK$4.5bn"},
               {"S$2 million", "2000000 SGD S$2 million"},
               {"NT$90 billion", "90000000000 TWD NT$90 billion"},
               {"R$5 million", "5000000 BRL R$5 million"},
               {"CAD $5 million", "5000000 CAD CAD $5 million"},
               {"$5 million CAD", "5000000 CAD $5 million CAD"},
               {"the $229 CAD device", "229 CAD $229 CAD"},
               {"25 CAD stations", ""},
               {"CAD 12 euros", "12 EUR 12 euros"},
               {"$5 million Canadian dollars", "5000000 CAD $5 million Canadian dollars"},
               {"$5 million Canadian aircraft", "5000000 USD $5 million"},
               {"3 mln U.S. dlrs", "3000000 USD 3 mln U.S. dlrs"},
               {"2 billion New Zealand dollars", "2000000000 NZD 2 billion New Zealand dollars"},
               {"30 million Australian dollars", "30000000 AUD 30 million Australian dollars"}});
  expect_sums(
      Language::kFrench,
      {{"10 millions de dollars canadiens", "10000000 CAD 10 millions de dollars canadiens"},
       {"10 dollars américains", "10 USD 10 dollars américains"},
       {"10 dollars US", "10 USD 10 dollars US"},
       {"26,5 M$ CA", "26500000 CAD 26,5 M$ CA"},
       {"5 $ US", "5 USD 5 $ US"},
       {"5 M$ canadiens", "5000000 CAD 5 M$ canadiens"},
       {"12 millions US$", "12000000 USD 12 millions US$"},
       {"2 milliards de dollars de Singapour",
        "2000000000 SGD 2 milliards de dollars de Singapour"},
       {"4 milliards de dollars taïwanais", "4000000000 TWD 4 milliards de dollars taïwanais"},
       {"9 dollars néo-zélandais", "9 NZD 9 dollars néo-zélandais"}});
}

TEST(Amounts, KnowsTheOtherCurrencies) {
  expect_sums(
      Language::kFrench,
      {{"35 mln zł", "35000000 PLN 35 mln zł"},
       {"35 mld zł", "35000000000 PLN 35 mld zł"},
       {"5 millions de livres sterling", "5000000 GBP 5 millions de livres sterling"},
       {"20 livres turques", "20 TRY 20 livres turques"},
       {"100 francs suisses", "100 CHF 100 francs suisses"},
       {"2 milliards de francs CFA", "2000000000 XOF 2 milliards de francs CFA"},
       {"500 FCFA", "500 XOF 500 FCFA"},
       {"20 millions de francs", "20000000 FRF 20 millions de francs"},
       {"3 milliards de couronnes suédoises", "3000000000 SEK 3 milliards de couronnes suédoises"},
       {"5 millions de roupies pakistanaises", "5000000 PKR 5 millions de roupies pakistanaises"},
       {"90 milliards de roubles", "90000000000 RUB 90 milliards de roubles"},
       {"7 milliards de wons sud-coréens", "7000000000 KRW 7 milliards de wons sud-coréens"},
       {"1 milliard de yuans", "1000000000 CNY 1 milliard de yuans"},
       {"15 milliards de dinars algériens", "15000000000 DZD 15 milliards de dinars algériens"}});
  expect_sums(Language::kEnglish,
              {{"3 billion Swedish kronor", "3000000000 SEK 3 billion Swedish kronor"},
               {"SEK 3.2 billion", "3200000000 SEK SEK 3.2 billion"},
               {"500 million Norwegian crowns", "500000000 NOK 500 million Norwegian crowns"},
               {"9 trillion South Korean won", "9000000000000 KRW 9 trillion South Korean won"},
               {"76 billion won contract", "76000000000 KRW 76 billion won"},
               {"¥500 billion", "500000000000 JPY ¥500 billion"},
               {"RMB 30 million", "30000000 CNY RMB 30 million"},
               {"40 million hryvnias", "40000000 UAH 40 million hryvnias"},
               {"2 million shekels", "2000000 ILS 2 million shekels"},
               {"5 million pounds", "5000000 GBP 5 million pounds"},
               {"300 mln stg", "300000000 GBP 300 mln stg"},
               {"6 billion Turkish lira", "6000000000 TRY 6 billion Turkish lira"},
               {"20 million Saudi riyals", "20000000 SAR 20 million Saudi riyals"},
               {"5 billion rand", "5000000000 ZAR 5 billion rand"},
               {"130 mln marks", "130000000 DEM 130 mln marks"},
               {"CHF 5 million", "5000000 CHF CHF 5 million"},
               {"a 300-mln-Canadian-dlr bid", "300000000 CAD 300-mln-Canadian-dlr"},
               {"5,000 franc units", "5000 FRF 5,000 franc"},
               {"at 1.87 marks", "1.87 DEM 1.87 marks"},
               {"12 billion lira", "12000000000 TRY 12 billion lira"},
               {"9 billion rials", "9000000000 IRR 9 billion rials"},
               {"COP 5 million", "5000000 COP COP 5 million"}});
}

TEST(Amounts, ReadsSeparatorsAsTheLanguageWritesThem) {
  expect_sums(Language::kFrench,
              {{"1 200 000 €", "1200000 EUR 1 200 000 €"},
               {"1\u00A0200\u00A0000\u00A0€", "1200000 EUR 1\u00A0200\u00A0000\u00A0€"},
               {"1\u202F200\u202F000 €", "1200000 EUR 1\u202F200\u202F000 €"},
               {"1\u2009200 €", "1200 EUR 1\u2009200 €"},
               {"1'200'000 CHF", "1200000 CHF 1'200'000 CHF"},
               {"1’200’000 CHF", "1200000 CHF 1’200’000 CHF"},
               {"1.200.000 euros", "1200000 EUR 1.200.000 euros"},
               {"10.000 euros", "10000 EUR 10.000 euros"},
               {"1 143,72 euros", "1143.72 EUR 1 143,72 euros"},
               {"1,459 euro le litre", "1.459 EUR 1,459 euro"},
               {"3.5 M€", "3500000 EUR 3.5 M€"},
               {"en 2020 500 euros", "500 EUR 500 euros"},
               {"$1,200", "1200 USD $1,200"},
               {"12,345.67 USD", "12345.67 USD 12,345.67 USD"},
               {"0,500 milliard d'euros", "500000000 EUR 0,500 milliard d'euros"}});
  expect_sums(Language::kEnglish, {{"1,200,000 euros", "1200000 EUR 1,200,000 euros"},
                                   {"1,200 euros", "1200 EUR 1,200 euros"},
                                   {"$1.125 billion", "1125000000 USD $1.125 billion"},
                                   {"€1 200 000", "1200000 EUR €1 200 000"},
                                   {"12.345,67 EUR", "12345.67 EUR 12.345,67 EUR"},
                                   {"€1.200.000,50", "1200000.5 EUR €1.200.000,50"}});
}

TEST(Amounts, GivesBothEndsOfARange) {
  expect_sums(
      Language::kFrench,
      {{"de 3 à 4 millions d'euros", "3000000 EUR 3 | 4000000 EUR 4 millions d'euros"},
       {"3-4 M€", "3000000 EUR 3 | 4000000 EUR 4 M€"},
       {"2,5 à 3 Md€", "2500000000 EUR 2,5 | 3000000000 EUR 3 Md€"},
       {"entre 2 et 3 milliards d'euros", "2000000000 EUR 2 | 3000000000 EUR 3 milliards d'euros"},
       {"de 5 milliards à 10 milliards d'euros",
        "5000000000 EUR 5 milliards | 10000000000 EUR 10 milliards d'euros"},
       {"5 000 ou 6 000 euros", "5000 EUR 5 000 | 6000 EUR 6 000 euros"},
       {"passe de 1500 à 10.000 euros", "1500 EUR 1500 | 10000 EUR 10.000 euros"},
       {"en 2020 – 35 milliards d'euros", "35000000000 EUR 35 milliards d'euros"},
       {"de 2019 à 30 millions d'euros", "30000000 EUR 30 millions d'euros"},
       {"F-16 ou 20 millions d'euros", "20000000 EUR 20 millions d'euros"},
       {"2 avions et 3 millions d'euros", "3000000 EUR 3 millions d'euros"}});
  expect_sums(Language::kEnglish,
              {{"between $2 and $3 billion", "2000000000 USD $2 | 3000000000 USD $3 billion"},
               {"$2-3 billion", "2000000000 USD $2 | 3000000000 USD 3 billion"},
               {"$2–3bn", "2000000000 USD $2 | 3000000000 USD 3bn"},
               {"$2-$3 billion", "2000000000 USD $2 | 3000000000 USD $3 billion"},
               {"$2 to 3 billion", "2000000000 USD $2 | 3000000000 USD 3 billion"},
               {"two to three billion dollars",
                "2000000000 USD two | 3000000000 USD three billion dollars"},
               {"from $500 to $1 billion", "500 USD $500 | 1000000000 USD $1 billion"},
               {"$50 and $10 million", "50 USD $50 | 10000000 USD $10 million"},
               {"$5 million to 20 people", "5000000 USD $5 million"},
               {"$20-25", "20 USD $20 | 25 USD 25"}});
}

TEST(Amounts, FindsNoneInOtherFrenchNumbers) {
  expect_none(Language::kFrench, {"200 millions de personnes",
                                  "5 M",
                                  "12 %",
                                  "en 2020, le dollar",
                                  "plusieurs millions d'euros",
                                  "des millions d'euros",
                                  "canon de 155 mm",
                                  "5 m de haut",
                                  "200 km",
                                  "30 °C",
                                  "vol AF 447",
                                  "un dollar fort",
                                  "une livre",
                                  "5 livres",
                                  "5 millions de livres",
                                  "100 livres de poudre",
                                  "10 millions\nd'euros",
                                  "10\u2028euros",
                                  "100 milliards pour la relance",
                                  "page 12, euros",
                                  "01 23 45 67 89",
                                  "version 1.2.3",
                                  "T-72",
                                  "5G",
                                  "15 couronnes",
                                  "10 pesos",
                                  "de 100 à 200 kilomètres",

                                  "un euro",
                                  "la 27e armée",
                                  "1.2.3 euros",
                                  "COP 28",
                                  "les 40 mm €"});
}

TEST(Amounts, FindsNoneInOtherEnglishNumbers) {
  expect_none(Language::kEnglish, {"The Navy bought one KC-130J and 2 KC-46 tankers.",
                                   "several million dollars",
                                   "millions of dollars",
                                   "10 million won the prize",
                                   "10 million won their case",
                                   "$HOME",
                                   "US$ alone",
                                   "dollars alone",
                                   "M4",
                                   "K2",
                                   "5 m",
                                   "5 million people",
                                   "2,000-pound bomb",
                                   "500 pounds of explosive",
                                   "8.3 million pounds of thrust",
                                   "12 percent",
                                   "50 cents",
                                   "Boeing 747",
                                   "10,000 feet",
                                   "AN/PRC-148",
                                   "$",
                                   "5 marks out of ten",
                                   "5 real problems",
                                   "$\n5 million",
                                   "SAR 12",
                                   "in 2015",
                                   "10 crowns",
                                   "+1 555 123 4567",
                                   "3-4 km",
                                   "1.5120/30 Swiss francs",
                                   "7-1/2 dollars",
                                   "7,600,000 pounds of copper and 2 million pounds of tin",
                                   "a few million dollars",
                                   "three quarters of a billion dollars",
                                   "tens of millions of dollars"});
}

TEST(Amounts, LeavesAloneWhatStandsBesideASum) {
  expect_sums(Language::kEnglish, {{"$2 B-52s", "2 USD $2"},
                                   {"$500 T-shirts", "500 USD $500"},
                                   {"the F-35 $1.2 billion", "1200000000 USD $1.2 billion"},
                                   {"$5 million one year", "5000000 USD $5 million"},
                                   {"(5 € 10 €)", "5 EUR 5 € | 10 EUR 10 €"},
                                   {"in 2020 USD 3 million", "3000000 USD USD 3 million"},
                                   {"$1 $2", "1 USD $1 | 2 USD $2"}});
  expect_sums(Language::kFrench, {{"40 $ M. Dupont", "40 USD 40 $"},
                                  {"coûte $40 M. Dupont", "40 USD $40"},
                                  {"5 € 10 personnes", "5 EUR 5 €"},
                                  {"20 € à 25 ans", "20 EUR 20 €"},
                                  {"10 milliards de dollars de retombées",
                                   "10000000000 USD 10 milliards de dollars"}});
}

TEST(Amounts, ReadsOtherLanguagesAsBestItCan) {
  expect_sums(Language::kOther, {{"1.200 Euro", "1200 EUR 1.200 Euro"},
                                 {"35 mln zł", "35000000 PLN 35 mln zł"},
                                 {"3,5 Mrd. €", ""},
                                 {"3,5 Mrd €", "3500000000 EUR 3,5 Mrd €"}});
}

TEST(Quantity, ReadsWhatAPersonTypes) {
  const std::vector<std::pair<std::string_view, double>> rows = {
      {"100M", 1e8},           {"1.5B", 1.5e9},      {"1,5 Md", 1.5e9},
      {"200k", 2e5},           {"50000000", 5e7},    {"1 200 000", 1.2e6},
      {"1.200.000", 1.2e6},    {"1,200", 1200},      {"5bn", 5e9},
      {" 3 millions ", 3e6},   {"2G", 2e9},          {"0", 0},
      {"1,5 milliard", 1.5e9}, {"2 trillion", 2e12}, {"5m", 5e6},
      {"4.35M", 4350000}};
  for (const auto& [written, value] : rows) {
    EXPECT_EQ(parse_quantity(written), value) << written;
  }
  for (const std::string_view written : {"", "M", "abc", "-5", "5 6", "100M€", "5x", "1e6", "1.2.3",
                                         "million", "99999999999999999999", "5\n"}) {
    EXPECT_EQ(parse_quantity(written), std::nullopt) << written;
  }
}

TEST(Currency, IsKnownByItsCodeInCapitals) {
  for (const std::string_view iso : {"USD", "EUR", "GBP", "PLN", "FRF"}) {
    EXPECT_TRUE(is_currency(iso)) << iso;
  }
  for (const std::string_view iso : {"", "usd", "US", "XXX", "EURO", "$", "RMB"}) {
    EXPECT_FALSE(is_currency(iso)) << iso;
  }
}

}  // namespace
}  // namespace vigie
