// What is a copy and what is another notice of the same mould.
#include "searchd/mirror/copies.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>

#include "indexer/article.h"
#include "indexer/published.h"
#include "tests/support/shared_data.h"

namespace vigie::tests {
namespace {

struct Text {
  std::string title;
  std::string body;
  int32_t day = 20000;
  uint32_t language = 1;
};

Original original_of(const Text& text) {
  static Analyzer analyzer;
  FingerprintMaker maker;
  maker.add_title(analyzer.analyze(text.title));
  maker.add_text(analyzer.analyze(text.body), text.body);
  return {maker.finish(), text.language, text.day};
}

bool copies(const Text& a, const Text& b) {
  return find_copies({original_of(a), original_of(b)}).size() == 1;
}

const char* const kFrench =
    "La ministre des Armées a annoncé mardi à Bourges la commande de 2 000 munitions "
    "téléopérées à KNDS et Delair, pour 150,5 millions d'euros.\n"
    "Les premiers exemplaires de la Damocles seront livrés à l'armée de Terre avant la fin de "
    "l'année, a précisé la Direction générale de l'armement. L'Ukraine en recevra une centaine.\n"
    "Le programme, lancé en 2022 sous le nom de Colibri, avait pris du retard à cause d'un "
    "fournisseur allemand de batteries. Les essais menés à Canjuers ont convaincu les "
    "artilleurs, selon le général Pierre Martin, qui y voit un tournant.\n";
const char* const kEnglish =
    "Lockheed Martin won a $245,750,000 contract from the U.S. Navy on Monday to build 54 "
    "interceptors at its plant in Troy, Alabama, the Pentagon said.\n"
    "The order includes spare parts for Japan and South Korea under the Foreign Military Sales "
    "program. Deliveries begin in March 2027, according to Admiral Jane Harper, who runs the "
    "Aegis office in Dahlgren.\n"
    "The company had struggled with a shortage of solid rocket motors made by Aerojet in Camden, "
    "Arkansas. Analysts at Jefferies expect another order before the summer.\n";

std::string without_paragraph(std::string body, int number) {
  size_t begin = 0;
  for (int i = 0; i < number; ++i) {
    begin = body.find('\n', begin) + 1;
  }
  return body.erase(begin, body.find('\n', begin) + 1 - begin);
}

/// Every tenth word changed.
std::string reworded(const std::string& body) {
  std::string result;
  size_t word = 0;
  for (size_t begin = 0; begin < body.size(); ++word) {
    const size_t end = std::min(body.find_first_of(" \n", begin), body.size() - 1);
    result += (word % 10 == 7 ? "autrement" : body.substr(begin, end - begin)) + body[end];
    begin = end + 1;
  }
  return result;
}

TEST(Copies, AreFoundThroughAnEditorsChangesInBothLanguages) {
  for (const std::string body : {kFrench, kEnglish}) {
    const Text wire = {"Title of the wire", body};
    const std::string byline = "By Jean Dupont and Ann Lee\n";
    EXPECT_TRUE(copies(wire, wire));
    EXPECT_TRUE(copies(wire, {"Another headline altogether", body}));
    EXPECT_TRUE(copies(wire, {wire.title, byline + body}));
    EXPECT_TRUE(copies(wire, {wire.title, reworded(body)}));
    EXPECT_TRUE(copies(wire, {"Another headline", byline + reworded(body)}));
    EXPECT_TRUE(copies(wire, {wire.title, body, 20003})) << "three days later";
    EXPECT_TRUE(copies(wire, {wire.title, body, kNoDay})) << "undated";
    EXPECT_TRUE(copies(wire, {wire.title, body, 20400})) << "reprinted a year later";
    for (const int paragraph : {1, 2}) {
      EXPECT_TRUE(copies(wire, {wire.title, without_paragraph(body, paragraph)})) << paragraph;
      EXPECT_TRUE(copies(wire, {"Another headline", byline + without_paragraph(body, paragraph)}));
    }
    EXPECT_FALSE(copies(wire, {wire.title, body, 20000, 2})) << "of another language";
    EXPECT_FALSE(copies(wire, {wire.title, reworded(body), 20400})) << "as likely another notice";
  }
  EXPECT_FALSE(copies({"", kFrench}, {"", kEnglish}));
}

struct Pair {
  Text one;
  Text other;
  bool copies;
};

template <size_t Count>
void expect_copies(const Pair (&pairs)[Count]) {
  for (const Pair& pair : pairs) {
    EXPECT_EQ(copies(pair.one, pair.other), pair.copies)
        << pair.one.title << ": " << pair.one.body << '\n'
        << pair.other.title << ": " << pair.other.body;
    EXPECT_EQ(copies(pair.other, pair.one), pair.copies) << "the other way round";
  }
}

TEST(Copies, OfShortAndMouldedTexts) {
  const std::string mould = "De multiples vulnérabilités ont été découvertes dans ";
  const std::string effect =
      ". Elles permettent à un attaquant de provoquer une exécution de code arbitraire à distance "
      "et une atteinte à la confidentialité des données.";
  const std::string contract =
      " has been awarded a maximum firm-fixed-price contract for beverage support for various land "
      "and ship customers in the continental U.S., Alaska, Hawaii and Guam. This was a competitive "
      "acquisition with four responses received. This is a five-year base contract with no option "
      "periods. Type of appropriation is fiscal 2015 through fiscal 2020 defense working capital "
      "funds. The contracting activity is the Defense Logistics Agency Troop Support, "
      "Philadelphia, "
      "Pennsylvania. The maximum value is ";
  const Pair pairs[] = {
      {{"Brève", "Le salon ouvre demain."}, {"Brève", "Le salon ouvre demain."}, true},
      {{"Brève", "Le salon ouvre demain."}, {"Brève", "Le salon ferme demain."}, false},
      {{"Brève", "Le salon ouvre demain."}, {"Autre", "Le salon ouvre demain."}, false},
      {{"Brève", "Le salon ouvre demain."}, {"Brève", "Le salon ouvre demain.", 20002}, false},
      {{"Brief", "The show opens today."}, {"Brief", "the show opens today"}, true},
      {{"Brief", "The show opens today."}, {"Brief", "The show opens today.", kNoDay}, true},
      {{"Titre seul d'une dépêche", ""}, {"Titre seul d'une dépêche", ""}, true},
      {{"Titre seul d'une dépêche", ""}, {"Titre seul d'un article", ""}, false},
      {{"Acme year", "Shr 34 cts vs 27 cts. Net 1,002,170 vs 470,450. Sales 15.9 mln vs 12.1 mln."},
       {"Acme results", "Shr 34 cts vs 27 cts. Net 1,002,170 vs 470,450. Revs 15.9 vs 12.1 mln."},
       true},
      {{"Acme year", "Shr 34 cts vs 27 cts. Net 1,002,170 vs 470,450. Sales 15.9 mln vs 12.1 mln."},
       {"Acme year", "Shr 34 cts vs 27 cts. Net 1,118,400 vs 520,930. Sales 17.2 mln vs 12.1 mln."},
       false},
      {{"Vulnérabilités dans Moodle", mould + "Moodle" + effect},
       {"Vulnérabilités dans Splunk", mould + "Splunk" + effect},
       false},
      {{"Vulnérabilités dans Oracle MySQL", mould + "Oracle MySQL" + effect},
       {"Vulnérabilités dans Oracle Database", mould + "Oracle Database" + effect},
       false},
      {{"Vulnérabilités dans Moodle", mould + "Moodle" + effect},
       {"Vulnérabilités dans Moodle", mould + "Moodle" + effect, 20030},
       false},
      {{"Vulnérabilités dans Moodle", mould + "Moodle" + effect},
       {"Vulnérabilités dans Moodle", mould + "Moodle" + effect, 20001},
       true},
      {{"Star", "Star Beverages of Ohio" + contract + "$22,962,471."},
       {"Cola", "Cola North of Georgia" + contract + "$20,614,266."},
       false},
      {{"Star", "Star Beverages of Ohio" + contract + "$22,962,471."},
       {"Star", "Star Beverages of Ohio" + contract + "$20,614,266."},
       false},
      {{"Star", "Star Beverages of Ohio" + contract + "$22,962,471."},
       {"Star is awarded", "Star Beverages of Ohio" + contract + "$22,962,471."},
       true},
  };
  expect_copies(pairs);
}

TEST(Copies, OfOneMouldByTwoWhomTheHeadlinesNameAreTwoNotices) {
  const std::string bond =
      " is issuing a 50 million Australian dollar eurobond due in November 1990 paying 14 1/2 "
      "percent "
      "and priced at 101 1/4 percent, the lead manager Harbour Capital Markets said. The bond is "
      "available in denominations of 1,000 and 10,000 Australian dollars and will be listed in "
      "Luxembourg. The selling concession is one percent, while management and underwriting "
      "combined pay 5/8 percent.";
  const std::string prime =
      " said it is raising its prime rate to 7 3/4 percent from 7 1/2 percent, effective "
      "immediately. The bank is the third to do so.";
  const std::string dividend =
      " versera un acompte sur dividende de 0,85 euro par action le 5 décembre, a décidé son "
      "conseil "
      "d'administration réuni à Paris. Le détachement du coupon aura lieu le 3 décembre sur "
      "Euronext. L'an passé, l'acompte était du même montant, pour un dividende total de 3,40 "
      "euros par action.";
  const std::string notation =
      " voit sa note à long terme relevée de BBB+ à A- par Standard and Poor's, avec une "
      "perspective stable. L'agence salue un carnet de commandes record.";
  const Pair pairs[] = {
      {{"Westland issues Australian dollar bond", "Westland Corporation" + bond},
       {"Berliner issues Australian dollar bond", "Berliner AG" + bond},
       false},
      {{"Westland issues Australian dollar bond", "Westland Corporation" + bond},
       {"Westland taps the Australian market", "Westland Corporation" + bond},
       true},
      {{"Marine Midland raises prime rate", "Marine Midland Inc" + prime},
       {"Harris Trust raises prime rate", "Harris Trust Inc" + prime},
       false},
      {{"Marine Midland raises prime rate", "Marine Midland Inc" + prime},
       {"Another bank follows", "Marine Midland Inc" + prime},
       true},
      {{"Acompte sur dividende de Thales", "Le groupe Thales" + dividend},
       {"Acompte sur dividende de Safran", "Le groupe Safran" + dividend},
       false},
      {{"Acompte sur dividende de Thales", "Le groupe Thales" + dividend},
       {"Dividende : Thales verse un acompte", "Par Jean Dupont\nLe groupe Thales" + dividend},
       true},
      {{"La note de Dassault relevée", "Dassault" + notation},
       {"La note de Nexter relevée", "Nexter" + notation},
       false},
      {{"La note de Dassault relevée", "Dassault" + notation},
       {"S&P relève une note", "Dassault" + notation},
       true},
  };
  expect_copies(pairs);
}

TEST(Copies, OfATableHaveItsNumbers) {
  const std::string spreads =
      "1000 hrs Months Last Difference Jul/May 3 1/4 over 3 1/2 over Dec/Jul 12 3/4 over 13 over "
      "Jul/Sep 4 3/4 under 5 under Sep/May no quote 8 1/4 over Sep/Dec no quote 14 over Mar/May no "
      "quote 6 under May/Dec 16 under 16 1/2 under";
  const std::string later =
      "1100 hrs Months Last Difference Jul/May 3 3/4 over 3 1/2 over Dec/Jul 13 1/2 over 13 1/2 "
      "over "
      "Jul/Sep 4 3/4 under 5 under Sep/May no quote 8 3/4 over Sep/Dec no quote 14 over Mar/May no "
      "quote 6 under May/Dec 17 under 17 under";
  const std::string stocks =
      "Stocks au Havre : Blé 1 450 Orge 1 220 Maïs 1 375. À Rouen : Blé 2 610 Orge 1 940 Maïs 1 "
      "085. "
      "À Dunkerque : Blé 1 155 Orge 1 330 Maïs 1 405. À Bordeaux : Blé 1 820 Orge 1 015 Maïs 1 "
      "590. "
      "À Sète : Blé 1 266 Orge 1 377 Maïs 1 488. À Bayonne : Blé 1 511 Orge 1 622 Maïs 1 733.";
  std::string next = stocks;
  next.replace(next.find("1 450"), 5, "1 475");
  next.replace(next.find("1 940"), 5, "1 985");
  next.replace(next.find("1 590"), 5, "1 630");
  const Pair pairs[] = {
      {{"Corn spreads", spreads}, {"Corn spreads", later}, false},
      {{"Corn spreads", spreads}, {"Spreads in corn", spreads}, true},
      {{"Stocks portuaires", stocks}, {"Stocks portuaires", next}, false},
      {{"Stocks portuaires", stocks}, {"Les stocks des ports", stocks}, true},
  };
  expect_copies(pairs);
}

/// The articles of a file of JSON lines.
std::vector<Original> read_originals(const std::string& path) {
  std::vector<Original> originals;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const Article article = article_from_stored_json(line);
    constexpr int64_t kDaySeconds = 86400;
    const auto published = parse_published(article.published);
    originals.push_back(original_of(
        {article.title, article.body,
         published ? static_cast<int32_t>(published->epoch_seconds / kDaySeconds) : kNoDay}));
  }
  return originals;
}

TEST(Copies, OfTwoThousandNoticesOfOneMouldAreTheSameText) {
  VIGIE_SHARED_DATA_OR_SKIP(path, "cert-fr/notices.jsonl");
  const std::vector<Original> originals = read_originals(path);
  size_t same = 0;
  const std::vector<CopyPair> pairs = find_copies(originals);
  for (const auto& [a, b] : pairs) {
    same += originals[a].fingerprint == originals[b].fingerprint ? 1U : 0U;
  }
  EXPECT_GT(same, 10U);
  EXPECT_LE(pairs.size() - same, 1U) << "of " << pairs.size();
}

TEST(Copies, OfAThousandContractsAreTheCorrectionsAndRepeats) {
  VIGIE_SHARED_DATA_OR_SKIP(path, "dod-contracts/dod-contracts.jsonl");
  const size_t pairs = find_copies(read_originals(path)).size();
  EXPECT_GE(pairs, 4U);
  EXPECT_LE(pairs, 6U);
}

}  // namespace
}  // namespace vigie::tests
