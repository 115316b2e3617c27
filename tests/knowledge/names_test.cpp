// Which names are found in sentences, and which are none.
#include <gtest/gtest.h>

#include "tests/knowledge/named.h"

namespace vigie {
namespace {

using tests::named_in;

struct Sentence {
  const char* text;
  const char* ids;  ///< of what it names
};

template <typename Sentences>
void expect_named(const Sentences& sentences) {
  for (const Sentence& sentence : sentences) {
    EXPECT_EQ(named_in("", sentence.text), sentence.ids) << sentence.text;
  }
}

TEST(Names, AreFoundInAnyFormInFrench) {
  constexpr Sentence kSentences[] = {
      {"L'Ukraine et la Pologne se préparent.", "ukraine pologne"},
      {"l’Ukraine", "ukraine"},
      {"Un budget jusqu'en Ukraine", "ukraine"},
      {"les drones ukrainiens", "ukraine"},
      {"deux brigades ukrainiennes", "ukraine"},
      {"Les Ukrainiens résistent.", "ukraine"},
      {"une entreprise franco-allemande", "allemagne"},
      {"des Français et des Allemands", "france allemagne"},
      {"un groupe français", "france"},
      {"les Suisses et les Belges", "suisse belgique"},
      {"les chars américains", "etats-unis"},
      {"aux États-Unis", "etats-unis"},
      {"aux Etats-Unis", "etats-unis"},
      {"Les Américains et les Russes", "etats-unis russie"},
      {"une délégation de la DGA", "dga"},
      {"la direction générale de l'armement", "dga"},
      {"la Direction Générale de l’Armement", "dga"},
      {"l'Otan et l'OTAN", "otan"},
      {"l'Organisation du traité de l'Atlantique nord", "otan"},
      {"Le Pentagone a signé.", "pentagon"},
      {"le Département de la Défense des États-Unis", "pentagon"},
      {"chez Thales, chez Thalès", "thales"},
      {"la filiale de Dassault Aviation", "dassault-aviation"},
      {"le Commissariat à l'énergie atomique", "cea"},
      {"les Rafale indiens", "rafale inde"},
      {"huit Rafales", "rafale"},
      {"le F-35 et les F35", "f-35"},
      {"un A400M", "a400m"},
      {"l'opération Barkhane", "barkhane"},
      {"la base d'Al Dhafra", "al-dhafra"},
      {"le détroit d'Ormuz", "detroit-d-ormuz"},
      {"la Côte d’Ivoire et les Ivoiriens", "cote-d-ivoire"},
      {"à La Haye", "la-haye"},
      {"au Koweït, au Koweit", "koweit"},
      {"Corée du Nord, nord-coréens", "coree-du-nord"},
      {"un missilier MBDA", "mbda"},
      {"L'ANSSI alerte.", "french-national-cybersecurity-agency"},
      {"Bruxelles et l'Union européenne", "bruxelles european-union"},
      {"le Conseil européen puis le Conseil de l'Union européenne",
       "european-council council-of-the-eu"},
      {"le Conseil de sécurité des Nations unies", "un-security-council"},
  };
  expect_named(kSentences);
}

TEST(Names, AreFoundInAnyFormInEnglish) {
  constexpr Sentence kSentences[] = {
      {"Ukraine's drones", "ukraine"},
      {"the Ukrainians", "ukraine"},
      {"Ukrainian villages", "ukraine"},
      {"Ukrainian forces", "ukrainian-armed-forces"},
      {"Thales's radar and Thales’ sonar", "thales"},
      {"Lockheed's fighter", "lockheed-martin"},
      {"Lockheed Martin said", "lockheed-martin"},
      {"a U.S. company", "etats-unis"},
      {"the US and the UK", "etats-unis royaume-uni"},
      {"the U.S.'s answer", "etats-unis"},
      {"the Pentagon", "pentagon"},
      {"the Department of Defense", "pentagon"},
      {"DoD officials", "pentagon"},
      {"NATO and Nato", "otan"},
      {"the North Atlantic Treaty Organization", "otan"},
      {"U.S. Army and US Navy", "us-army us-navy"},
      {"the British and the Dutch", "royaume-uni pays-bas"},
      {"two F-16s over Poland", "f-16 pologne"},
      {"F-16 fighters", "f-16"},
      {"Leopard 2 tanks", "leopard-2"},
      {"Bayraktar TB2s", "bayraktar-tb2"},
      {"Rheinmetall AG of Germany", "rheinmetall allemagne"},
      {"in The Hague and in the Hague", "la-haye"},
      {"South Korea's Hanwha Aerospace", "coree-du-sud hanwha"},
      {"North Korean missiles", "coree-du-nord"},
      {"the United Arab Emirates", "emirats-arabes-unis"},
      {"the Strait of Hormuz", "detroit-d-ormuz"},
      {"General Dynamics Land Systems", "general-dynamics"},
      {"University of California, Berkeley", "university-of-california-berkeley"},
      {"Boeing Defense, Space & Security", "boeing"},
      {"the European Commission", "european-commission"},
      {"the Joint Chiefs of Staff", "joint-chiefs-of-staff"},
      {"Poles and Swedes voted in Warsaw and Stockholm, said the Polish minister",
       "pologne suede varsovie stockholm pologne"},
      {"Chileans and Egyptians", "chili egypte"},
      {"the Washington Treaty", "washington"},
      {"Washington, D.C.", "washington"},
  };
  expect_named(kSentences);
}

TEST(Names, OfOneWordNeedACapital) {
  constexpr Sentence kSentences[] = {
      {"une safran, un thales, un airbus", ""},
      {"the us and they who sent us", ""},
      {"il dit que la dga", ""},
      {"une nation, un otan", ""},
      {"he can see it", ""},
      {"Il a mis un an à l'ai prouver", ""},
      {"the pole and the poles", ""},
      {"to polish the chad of a turkey", ""},
      {"la pièce et les macron", ""},
      {"a stinger of a bee", ""},
  };
  expect_named(kSentences);
}

TEST(Names, InHeadlinesOfCapitals) {
  constexpr Sentence kSentences[] = {
      {"UKRAINE SAYS RUSSIA ATTACKS ODESA", "ukraine russie odessa"},
      {"LES ÉTATS-UNIS LIVRENT DES RAFALE À L'INDE", "etats-unis rafale inde"},
      {"NATO HOLDS EMERGENCY MEETING IN BRUSSELS", "otan bruxelles"},
      {"THEY SAID WHAT IT WAS AND IT IS ALL IN", ""},
      {"IRAN SAYS US ATTACK INVOLVES IT", "iran etats-unis"},
      {"LOCKHEED WINS U.S. ARMY CONTRACT", "lockheed-martin us-army"},
      {"THALES ET LA DGA SIGNENT À PARIS", "thales dga paris"},
      {"EMMANUEL MACRON REÇOIT OLAF SCHOLZ", "emmanuel-macron olaf-scholz"},
      {"PETER MILLER PLANS 2.2 MLN DLR DEBENTURE ISSUE IN GERMANY", "allemagne"},
  };
  expect_named(kSentences);
}

TEST(Names, AmbiguousOnesMeanThemselvesWhereTheArticleSaysSo) {
  constexpr Sentence kSentences[] = {
      {"L'opérateur Orange déploie la fibre.", "orange"},
      {"Telecoms operator Orange is rolling out 5G.", "orange"},
      {"Le motoriste Safran livre le moteur.", "safran"},
      {"Engine maker Safran opens a plant.", "safran"},
      {"Mistral, jeune pousse d'intelligence artificielle", "mistral-ai"},
      {"Mistral trains a large language model.", "mistral-ai"},
      {"le missile Mistral", "mistral-missile"},
      {"Le char Leclerc, Leclerc rénové : les blindés", "leclerc"},
      {"The Leclerc is a tank of Nexter.", "leclerc knds-france"},
      {"Le segment lourd Titan remplacera le Leclerc, un char.", "titan-programme leclerc"},
      {"Palantir delivers TITAN.", "palantir titan-palantir"},
      {"Anthropic interdit Claude aux armées.", "anthropic claude"},
      {"Claude, the chatbot of Anthropic", "claude anthropic"},
      {"Scale AI et Scale", "scale-ai"},
      {"Alexandr Wang leads Scale.", "alexandr-wang scale-ai"},
      {"Une batterie Patriot ; le Patriot allemand", "patriot allemagne"},
      {"Patriot missiles for Ukraine", "patriot ukraine"},
      {"Le Rafale décolle.", "rafale"},
      {"Rafale jets for India", "rafale inde"},
      {"Shield AI says that Shield flies.", "shield-ai"},
      {"L'iPhone d'Apple", "apple"},
      {"Apple sells the iPhone.", "apple"},
      {"À Nice, sur la Côte d'Azur", "nice"},
      {"Nice, on the French Riviera", "nice france"},
      {"Georgia and its capital Tbilisi", "georgie tbilissi"},
      {"Georgia's plant near Atlanta", "georgie-etats-unis"},
      {"Turkey and Greece", "turquie grece"},
      {"Chad and the Sahel", "tchad sahel"},
      {"Jordan and Israel", "jordanie israel"},
  };
  expect_named(kSentences);
}

TEST(Names, AmbiguousOnesAreWordsElsewhere) {
  constexpr Sentence kSentences[] = {
      {"une orange, des oranges", ""},
      {"Orange amère, la couleur Orange", ""},
      {"L'agent orange et l'opérateur", ""},
      {"Safran et cumin", ""},
      {"le safran du navire et son moteur", ""},
      {"Le Mistral souffle sur la vallée.", ""},
      {"Le général Leclerc a défilé.", ""},
      {"Le magasin Leclerc du quartier", ""},
      {"Titan est une lune.", ""},
      {"a titan of industry", ""},
      {"Claude Monet et le chatbot d'Anthropic", "anthropic"},
      {"Jean-Claude et Claude, deux frères", ""},
      {"on a large scale, Scale of the attack", ""},
      {"A patriot and a hero", ""},
      {"Une rafale de vent", ""},
      {"Rafale de tirs, en rafale", ""},
      {"The shield; Desert Shield", ""},
      {"An apple a day", ""},
      {"Apple pie and Big Apple", ""},
      {"A nice idea. Nice try.", ""},
      {"Michael Jordan plays.", ""},
      {"We eat turkey; Wild Turkey", ""},
      {"the Polish of a lens, to polish", "pologne"},
      {"Emplois : Pôle emploi recrute", ""},
      {"The North Pole and the South Pole", ""},
      {"la mission Apollo du Tigre de papier", ""},
      {"Paris sportifs et paris en ligne", ""},
  };
  expect_named(kSentences);
}

TEST(Names, AreNoPiecesOfLongerOnes) {
  constexpr Sentence kSentences[] = {
      {"le Tour de France et l'Open de France", ""},
      {"les championnats d'Europe, la Coupe d'Afrique, la coupe de France", ""},
      {"le tour de la France en dix jours", "france"},
      {"au Stade de France", ""},
      {"Air France et Radio France", ""},
      {"sur France Inter, France Info et France 2", ""},
      {"sur Europe 1", ""},
      {"The Washington Post and the Los Angeles Times wrote", ""},
      {"le Washington Post et le New York Times", ""},
      {"USA Today, Australia Day", ""},
      {"Paris Hilton, Paul London et Hervé Marseille", ""},
      {"Paris Match et le Paris Saint-Germain", ""},
      {"American Express and British Airways", ""},
      {"Indian Head Inc and <Bangkok Bank Ltd> agreed.", ""},
      {"Black Hawk Mining Inc fell.", ""},
      {"Ford Motor Co of Canada Ltd", ""},
      {"Atlantic Richfield and Credit Suisse", ""},
      {"New Orleans and La Nouvelle-Orléans", ""},
      {"les Pyrénées-Atlantiques", ""},
      {"Senator Lawton Chiles said", ""},
      {"a Japanese company, an American company", "japon etats-unis"},
      {"Swedish Saab AB", "suede saab"},
      {"George Lucas et Philippe Lucas", ""},
      {"Agriculture Minister Iris Resende", ""},
      {"LAROCHE STARTS BID FOR NECO <NPT> SHARES", ""},
      {"National Semiconductor <NSM> and missiles", ""},
      {"At 14 dlrs a share, 3M's 14 divisions", ""},
      {"the stock is rated D/P-8", ""},
      {"an offer to Dome or Amoco", ""},
      {"other European central banks", "europe"},
      {"the Spotlight Index", ""},
      {"le SMIC horaire et les salariés au SMIC", ""},
      {"SMIC, the Shanghai foundry", "smic shanghai"},
      {"la présidence française de l'Union européenne", "european-union"},
      {"Le projet n'aille pas à Damen. Naval Group a promis.", "damen naval-group"},
      {"TEXACO CANADA <TXC> FALLS", ""},
      {"The South China Morning Post, Hongkong Bank and Bank of Tokyo", ""},
      {"San Diego Gas and Electric Co said", ""},
      {"Bank of Japan officials in St. Petersburg", "japon saint-petersbourg"},
      {"le plan Barkhane. France", "barkhane france"},
  };
  expect_named(kSentences);
}

TEST(Names, OfPeopleAreFullAndThenSurnames) {
  constexpr Sentence kSentences[] = {
      {"Emmanuel Macron a parlé. Macron a dit. M. Macron répond.", "emmanuel-macron"},
      {"Trappier a dit.", ""},
      {"Hegseth said.", ""},
      {"Ursula von der Leyen arrived. Von der Leyen said; Mrs von der Leyen",
       "ursula-von-der-leyen"},
      {"Ursula von der Leyen et Emmanuel Macron. Macron puis von der Leyen.",
       "ursula-von-der-leyen emmanuel-macron ursula-von-der-leyen"},
      {"Abdel Fattah al-Sissi : al-Sissi, Sissi.", "abdel-fattah-el-sisi"},
      {"Selcuk Bayraktar and Haluk Bayraktar. Bayraktar said.", "selcuk-bayraktar haluk-bayraktar"},
      {"Sébastien Lecornu, sebastien lecornu", "sebastien-lecornu"},
      {"Sebastien Lecornu", "sebastien-lecornu"},
      {"Éric Trappier s'exprime. Selon Trappier", "eric-trappier"},
      {"BRUNO LE MAIRE et Bruno LE MAIRE", "bruno-le-maire"},
      {"Bruno Le Maire chez le maire de Paris", "bruno-le-maire paris"},
      {"Donald Trump. Melania Trump was there. Trump said.", "donald-trump"},
      {"Elon Musk's company, Musk's rockets", "elon-musk"},
      {"Le président Zelensky et Volodymyr Zelensky", "volodymyr-zelenskyy"},
      {"Pete Hegseth and Secretary Hegseth", "pete-hegseth"},
      {"Olaf Scholz ; les Scholz", "olaf-scholz"},
      {"Jean-Yves Le Drian puis Le Drian", "jean-yves-le-drian"},
      {"Xi Jinping", "xi-jinping"},
      {"Cédric O a démissionné ; o combien", "cedric-o"},
  };
  expect_named(kSentences);
}

TEST(Names, CountAcrossTitleAndBody) {
  EXPECT_EQ(named_in("Macron à Kiev", "Emmanuel Macron est arrivé."),
            "emmanuel-macron kiev emmanuel-macron");
  EXPECT_EQ(named_in("Orange gagne", "L'opérateur a signé."), "orange");
  EXPECT_EQ(named_in("Orange wins", "The telecom company signed."), "orange");
}

TEST(Names, SayWhereTheyStand) {
  const std::string text = "Selon l’Élysée, l'Ukraine's";
  Analyzer analyzer;
  Annotator annotator(tests::our_gazetteer());
  annotator.add(text, analyzer.analyze(text), false);
  const Annotations found = annotator.finish();
  ASSERT_EQ(found.mentions.size(), 2U);
  const auto written = [&text](const Mention& mention) {
    return text.substr(mention.begin_bytes, mention.end_bytes - mention.begin_bytes);
  };
  EXPECT_EQ(written(found.mentions[0]), "Élysée");
  EXPECT_EQ(written(found.mentions[1]), "Ukraine");
}

}  // namespace
}  // namespace vigie
