// Which words a text holds: acronyms, compounds, numbers, addresses.
#include "tests/text/token_text.h"

namespace vigie {
namespace {

TEST(Analyzer, ReadsDottedAcronymsAsOneWord) {
  expect_rows({
      {"A.I.", "ai [AI]"},
      {"U.S. forces", "us [US] forces"},
      {"in the u.s. today", "in the us [US] today"},
      {"the U.S", "the us [US]"},
      {"l'O.N.U. et l’O.T.A.N.", "onu [ONU] et otan [OTAN]"},
      {"U.S.-led", "us [US] (usled) led"},
      {"non-U.S. firms", "non (nonus) us [US] firms"},
      {"É.U.", "eu [EU]"},
      {"J. Smith", "j smith"},
      {"Ph.D. student", "ph (phd) d student"},
      {"U.S. NAVY BUYS DRONES", "us [US] navy buys drones"},
  });
}

TEST(Analyzer, TellsAcronymsInCapitalsFromWords) {
  expect_rows({
      {"AI", "ai [AI]"},
      {"j'ai vu l'AI", "ai vu ai [AI]"},
      {"The US told us", "the us [US] told us"},
      {"l'OTAN et la France", "otan [OTAN] et la france"},
      {"l’IA de défense", "ia [IA] de defense"},
      {"F-35 OTAN", "f (f35) 35 otan [OTAN]"},
      {"AI drones", "ai [AI] drones"},
      {"NATO SUMMIT", "nato summit"},
      {"NATO SUMMIT IN VILNIUS", "nato summit in vilnius"},
      {"SOMMET DE L'OTAN", "sommet de otan"},
      {"NATO SUMMIT\nLeaders of the US met", "nato summit leaders of the us [US] met"},
      {"Leaders of the US met\r\nNATO SUMMIT", "leaders of the us [US] met nato summit"},
      {"the DoD and a B", "the dod and a b"},
      {"anti-OTAN", "anti (antiotan) otan [OTAN]"},
      {"a US-UK pact is signed", "a us [US] (usuk) uk [UK] pact is signed"},
      {"ÉTAT de guerre", "etat [ETAT] de guerre"},
  });
}

TEST(Analyzer, FindsPluralsOfAcronyms) {
  expect_rows({
      {"UAVs over Kyiv", "uavs [UAV] over kyiv"},
      {"les PMEs et ONGs", "les pmes [PME] et ongs [ONG]"},
      {"d'UAVs", "uavs [UAV]"},
      {"two UAV's", "two uav [UAV]"},
      {"As it was", "as it was"},
  });
}

TEST(Analyzer, FindsCompoundsWholeJoinedAndInParts) {
  expect_rows({
      {"anti-drone", "anti (antidrone) drone"},
      {"antidrone", "antidrone"},
      {"anti drone", "anti drone"},
      {"Anti‐Drone", "anti (antidrone) drone"},
      {"anti‑drone", "anti (antidrone) drone"},
      {"l'anti-drone", "anti (antidrone) drone"},
      {"porte-avions", "porte (porteavions) avions"},
      {"sous-marin", "sous (sousmarin) marin"},
      {"counter-drone systems", "counter (counterdrone) drone systems"},
      {"state-of-the-art", "state (stateoftheart) of the art"},
      {"a-b-c-d-e", "a b c d e"},
      {"Val-d'Oise", "val (valdoise) oise"},
      {"Villeneuve-d’Ascq", "villeneuve (villeneuvedascq) ascq"},
      {"États-Unis d'Amérique", "etats (etatsunis) unis amerique"},
      {"aujourd'hui-là", "aujourdhui (aujourdhuila) la"},
      {"c'est-à-dire", "est (estadire) a dire"},
      {"y a-t-il", "y a (atil) t il"},
      {"anti- drone", "anti drone"},
      {"anti-\ndrone", "anti drone"},
      {"snake_case_name", "snake (snakecasename) case name"},
      {"Saint-Denis's team", "saint (saintdenis) denis team"},
  });
}

TEST(Analyzer, FindsDesignationsHoweverTheyAreWritten) {
  expect_rows({
      {"F-35", "f (f35) 35"},
      {"F35", "f (f35) 35"},
      {"F 35", "f 35"},
      {"le F-35A", "le f (f35a) 35 a"},
      {"A400M", "a (a400m) 400 m"},
      {"A-400M", "a (a400m) 400 m"},
      {"l'A400M", "a (a400m) 400 m"},
      {"5G", "5 (5g) g"},
      {"la 5G", "la 5 (5g) g"},
      {"C4ISR", "c (c4isr) 4 isr"},
      {"MQ-9 Reaper", "mq [MQ] (mq9) 9 reaper"},
      {"MQ9", "mq (mq9) 9"},
      {"155mm", "155 (155mm) mm"},
      {"155-mm", "155 (155mm) mm"},
      {"155 mm", "155 mm"},
      {"2 F-35s", "2 f (f35) 35"},
      {"Covid-19", "covid (covid19) 19"},
      {"S-400", "s (s400) 400"},
      {"l’S-400", "s (s400) 400"},
      {"M1A2", "m (m1a2) 1 a 2"},
      {"v2.0", "v (v2.0) 2.0"},
  });
}

TEST(Analyzer, KeepsOrdinalsWhole) {
  expect_rows({
      {"1er régiment", "1er regiment"},
      {"la 1re armée", "la 1re armee"},
      {"la 1ère fois", "la 1ere fois"},
      {"2e classe", "2e classe"},
      {"2ème étage", "2eme etage"},
      {"the 3rd of May", "the 3rd of may"},
      {"21st century", "21st century"},
      {"82nd Airborne", "82nd airborne"},
      {"101ST Airborne", "101st airborne"},
      {"XXIe siècle", "xxie siecle"},
  });
}

TEST(Analyzer, WritesNumbersOneWayInBothLanguages) {
  expect_rows({
      {"1 200 soldats", "1200 soldats"},
      {"1\u00A0200 soldats", "1200 soldats"},
      {"1\u202F200 soldats", "1200 soldats"},
      {"1\u2009200 soldats", "1200 soldats"},
      {"1,200 soldiers", "1200 soldiers"},
      {"1.200.000", "1200000"},
      {"1,200,000", "1200000"},
      {"1 200 000", "1200000"},
      {"1'200", "1200"},
      {"1’200’000", "1200000"},
      {"1200", "1200"},
      {"3,5", "3.5"},
      {"3.5", "3.5"},
      {"3.5 %", "3.5"},
      {"3,5\u202F%", "3.5"},
      {"0,125", "0.125"},
      {"1,200.50", "1200.50"},
      {"1.200,50", "1200.50"},
      {"1 200,50 €", "1200.50"},
      {"$1,200", "1200"},
      {"200M€", "200 (200m) m"},
      {"10 000 hommes", "10000 hommes"},
      {"1 200-1 500", "1200 1500"},
      {"500-1 500", "500 1500"},
      {"en 2025 120 drones", "en 2025 120 drones"},
      {"the 5 155-mm guns", "the 5 155 (155mm) mm guns"},
      {"les 14, 15 et 16", "les 14 15 et 16"},
      {"2014-2018", "2014 2018"},
      {"2025-06-12", "2025 06 12"},
      {"12:30", "12 30"},
      {"7/8", "7 8"},
      {"1,2,3", "1 2 3"},
      {"version 1.2.3", "version 1.2.3"},
      {"01 23 45 67 89", "01 23 45 67 89"},
      {"0 800 123 456", "0 800123456"},
      {"F-35 200", "f (f35) 35 200"},
      {"1 200\n300", "1200 300"},
      {"٣٥", "35"},
  });
}

TEST(Analyzer, ReadsAddresses) {
  expect_rows({
      {"contact@defense.gouv.fr", "contact defense (defensegouvfr) gouv fr"},
      {"press-office@nato.int", "press (pressoffice) office nato (natoint) int"},
      {"https://www.defense.gouv.fr/actualites?id=12",
       "https www (wwwdefensegouvfr) defense gouv fr actualites id 12"},
      {"http://nato.int/fr-FR", "http nato (natoint) int fr (frfr) fr [FR]"},
      {"#OTAN @EtatMajorFR", "otan [OTAN] etatmajorfr"},
      {"192.168.1.1", "192.168.1.1"},
      {"fin.Début", "fin (findebut) debut"},
  });
}

TEST(Analyzer, NumbersCompoundsFromOne) {
  Analyzer analyzer;
  const std::vector<Token>& tokens = analyzer.analyze("un anti-drone et A400M, the F-35");
  std::vector<uint32_t> compounds;
  for (const Token& token : tokens) {
    compounds.push_back(token.compound);
  }
  EXPECT_EQ(compounds, (std::vector<uint32_t>{0, 1, 1, 1, 0, 2, 2, 2, 2, 0, 3, 3, 3}));
}

}  // namespace
}  // namespace vigie
