#include "indexer/knowledge/annotator.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/knowledge/named.h"

namespace vigie {
namespace {

using tests::annotations_of;
using tests::our_gazetteer;

constexpr Language kFr = Language::kFrench;
constexpr Language kEn = Language::kEnglish;

/// The ids of what is named, each once, in the order of the text.
std::string ids_of(const Annotations& annotations) {
  std::string ids;
  std::vector<uint32_t> seen;
  for (const Mention& mention : annotations.mentions) {
    if (std::find(seen.begin(), seen.end(), mention.entity) == seen.end()) {
      seen.push_back(mention.entity);
      ids.append(ids.empty() ? "" : " ").append(our_gazetteer().entity(mention.entity).id);
    }
  }
  return ids;
}

struct Row {
  Language language;
  const char* text;
  const char* ids;
};

// clang-format off
const Row kRows[] = {
    {kFr, "L'Ukraine a reçu des Rafale de la France.", "ukraine rafale france"},
    {kFr, "Les Ukrainiens tiennent Pokrovsk.", "ukraine pokrovsk"},
    {kFr, "Le ministère des Armées a choisi Dassault Aviation.", "ministere-des-armees dassault-aviation"},
    {kFr, "Le Pentagone confie un contrat à OpenAI.", "pentagon openai"},
    {kFr, "Le DoD et le Department of Defense parlent d'une voix.", "pentagon"},
    {kFr, "l'Otan et l'OTAN sont une même alliance", "otan"},
    {kFr, "Emmanuel Macron a reçu Volodymyr Zelensky. Macron a promis des missiles.", "emmanuel-macron volodymyr-zelenskyy"},
    {kFr, "Macron a promis des missiles Scalp.", "emmanuel-macron storm-shadow-scalp"},
    {kFr, "Brigitte Macron a visité un hôpital.", ""},
    {kFr, "Donald Trump et Melania Trump ont atterri.", "donald-trump"},
    {kFr, "Sébastien Lecornu a visité Bourges. M. Lecornu y a parlé de munitions.", "sebastien-lecornu bourges"},
    {kFr, "Ursula von der Leyen s'est exprimée. Mme von der Leyen soutient le plan.", "ursula-von-der-leyen"},
    {kFr, "Le Premier ministre Sébastien Lecornu rencontre Boris Pistorius.", "sebastien-lecornu boris-pistorius"},
    {kFr, "Une rafale de vent a couché l'arbre.", ""},
    {kFr, "Une Rafale de tirs a éclaté.", ""},
    {kFr, "Le Rafale M apponte sur le Charles de Gaulle.", "rafale"},
    {kFr, "Des Rafale et des Mirage 2000 escortent le convoi.", "rafale mirage-2000"},
    {kFr, "un jus d'orange pressé", ""},
    {kFr, "Orange Cyberdefense protège l'opérateur.", "orange"},
    {kFr, "L'opérateur Orange étend son réseau 5G.", "orange"},
    {kFr, "La ville d'Orange accueille une base aérienne.", ""},
    {kFr, "Safran livre des moteurs M88.", "safran"},
    {kFr, "Le safran du navire est brisé.", ""},
    {kFr, "Un fort mistral souffle sur Marseille.", "marseille"},
    {kFr, "Mistral AI lève des fonds.", "mistral-ai"},
    {kFr, "Le char Leclerc rénové entre en service.", "leclerc"},
    {kFr, "Le général Leclerc est entré dans Paris.", "paris"},
    {kFr, "L'armée engage ses chars Leclerc, des blindés de Nexter.", "leclerc knds-france"},
    {kFr, "Michel-Édouard Leclerc annonce une baisse de prix.", ""},
    {kFr, "Le titan de l'industrie allemande faiblit.", "allemagne"},
    {kFr, "L'US Army reçoit ses premiers TITAN de Palantir.", "us-army titan-palantir palantir"},
    {kFr, "Anthropic propose Claude aux agences.", "anthropic claude"},
    {kFr, "Claude Malhuret a parlé au Sénat.", ""},
    {kFr, "Jean-Claude est venu.", ""},
    {kFr, "Scale AI étiquette des images pour Thunderforge.", "scale-ai thunderforge"},
    {kFr, "La batterie Patriot a intercepté un missile.", "patriot"},
    {kFr, "Un patriote américain a pris la parole.", "etats-unis"},
    {kFr, "Shield AI fait voler un F-16.", "shield-ai f-16"},
    {kFr, "Apple présente un nouvel iPhone.", "apple"},
    {kFr, "Une pomme par jour.", ""},
    {kFr, "À Nice, Christian Estrosi a inauguré la Promenade des Anglais.", "nice"},
    {kFr, "Les États-Unis, la Chine et la Russie s'observent.", "etats-unis chine russie"},
    {kFr, "Le gouvernement américain a réagi.", "etats-unis"},
    {kFr, "L'Amérique latine reste à l'écart.", "amerique-latine"},
    {kFr, "La Corée du Nord a tiré un missile.", "coree-du-nord"},
    {kFr, "la frontière russo-ukrainienne", "ukraine"},
    {kFr, "Les Britanniques livrent des chars Challenger 2.", "royaume-uni challenger"},
    {kFr, "Airbus Defence and Space construit l'Eurodrone.", "airbus-defence-and-space eurodrone"},
    {kFr, "Airbus Helicopters a livré un NH90.", "airbus-helicopters nh90"},
    {kFr, "Naval Group a mis à l'eau une FDI à Lorient.", "naval-group fdi lorient"},
    {kFr, "MBDA produit l'Aster et le Mistral 3.", "mbda aster mistral-missile"},
    {kFr, "Le SCAF oppose Dassault et Airbus.", "scaf dassault-aviation airbus"},
    {kFr, "Le F-35 de Lockheed Martin coûte cher.", "f-35 lockheed-martin"},
    {kFr, "Les F-35 belges arrivent.", "f-35 belgique"},
    {kFr, "Le système S-400 russe", "s-400 russie"},
    {kFr, "Des drones Shahed-136 ont frappé Kiev.", "shahed-136 kiev"},
    {kFr, "Le TB2 de Baykar vole en Libye.", "bayraktar-tb2 baykar libye"},
    {kFr, "L'ANSSI alerte sur APT28.", "french-national-cybersecurity-agency apt28"},
    {kFr, "La LPM 2024-2030 est promulguée.", "lpm"},
    {kFr, "L'AMIAD est installée à Bruz.", "french-ministry-of-defence-ai-agency bruz"},
    {kFr, "L'Agence de l'innovation de défense finance Preligens.", "french-defence-innovation-agency preligens"},
    {kFr, "Le CNES lance Ariane 6 depuis Kourou.", "cnes ariane-6 kourou"},
    {kFr, "Le président Xi Jinping a rencontré Vladimir Poutine.", "xi-jinping vladimir-putin"},
    {kFr, "Vladimir Poutine menace. Poutine a parlé.", "vladimir-putin"},
    {kFr, "Le secrétaire général de l'Otan Mark Rutte", "otan mark-rutte"},
    {kFr, "Jens Stoltenberg quitte Bruxelles. Stoltenberg a tenu huit ans.", "jens-stoltenberg bruxelles"},
    {kFr, "La Bundeswehr commande des Leopard 2.", "bundeswehr leopard-2"},
    {kFr, "Le Bundestag a voté.", "bundestag"},
    {kFr, "La Pologne achète des K2 et des K9 à Hyundai Rotem et Hanwha.", "pologne k2-black-panther k9-thunder hyundai-rotem hanwha"},
    {kFr, "Taïwan craint une invasion chinoise.", "taiwan chine"},
    {kFr, "Le détroit de Taïwan", "detroit-de-taiwan"},
    {kFr, "Les Houthis menacent la mer Rouge.", "houthis mer-rouge"},
    {kFr, "La Maison-Blanche a confirmé.", "white-house"},
    {kFr, "La Maison Blanche a confirmé.", "white-house"},
    {kFr, "La Commission européenne propose EDIP.", "european-commission edip"},
    {kFr, "Elle est safe.", ""},
    {kFr, "L'ONU et le Conseil de sécurité", "onu"},
    {kFr, "Anduril, fondée par Palmer Luckey, livre des Fury.", "anduril palmer-luckey fury"},
    {kFr, "Une fury d'enfer.", ""},
    {kFr, "Helsing présente le HX-2.", "helsing hx-2"},
    {kFr, "Le groupe KNDS France, ex-Nexter, produit le Caesar.", "knds-france caesar"},
    {kFr, "César a franchi le Rubicon.", ""},
    {kEn, "Ukraine's army received Caesar howitzers from France.", "ukraine caesar france"},
    {kEn, "Ukrainians hold Pokrovsk.", "ukraine pokrovsk"},
    {kEn, "Lockheed's new jet flew.", "lockheed-martin"},
    {kEn, "Lockheed Martin's F-35s arrived in Poland.", "lockheed-martin f-35 pologne"},
    {kEn, "The Pentagon awarded OpenAI a contract.", "pentagon openai"},
    {kEn, "The Department of Defense and the DoD are one.", "pentagon"},
    {kEn, "NATO allies met in The Hague.", "otan la-haye"},
    {kEn, "Nato allies met in The Hague.", "otan la-haye"},
    {kEn, "Emmanuel Macron met Volodymyr Zelenskyy. Macron promised missiles.", "emmanuel-macron volodymyr-zelenskyy"},
    {kEn, "President Macron promised missiles.", "emmanuel-macron"},
    {kEn, "Keir Starmer spoke; Sir Keir left. Starmer came back.", "keir-starmer"},
    {kEn, "President Donald Trump signed. Trump left.", "donald-trump"},
    {kEn, "Melania Trump smiled.", ""},
    {kEn, "Give it to us now.", ""},
    {kEn, "The US and the UK agreed.", "etats-unis royaume-uni"},
    {kEn, "U.S. officials confirmed it.", "etats-unis"},
    {kEn, "A real patriot spoke.", ""},
    {kEn, "The Patriot battery fired missiles at a drone.", "patriot"},
    {kEn, "An orange sunset over Kyiv.", "kiev"},
    {kEn, "Orange, the telecoms operator, signed.", "orange"},
    {kEn, "Orange County sheriffs bought a drone.", ""},
    {kEn, "Apple unveiled an iPhone.", "apple"},
    {kEn, "An apple a day.", ""},
    {kEn, "Nice weather in Paris.", "paris"},
    {kEn, "Nice, on the French Riviera, hosted it.", "nice france"},
    {kEn, "Polish troops train near Warsaw.", "pologne varsovie"},
    {kEn, "Please polish the shoes.", ""},
    {kEn, "The Titan submersible was lost.", ""},
    {kEn, "The TITAN ground station by Palantir reached the US Army.", "titan-palantir palantir us-army"},
    {kEn, "The scale of the attack surprised Kyiv.", "kiev"},
    {kEn, "Scale AI won Thunderforge.", "scale-ai thunderforge"},
    {kEn, "Claude Monet painted it.", ""},
    {kEn, "A shield against missiles.", ""},
    {kEn, "Shield AI's Hivemind flew the X-62A.", "hivemind x-62a-vista"},
    {kEn, "Mistral AI joined Helsing.", "mistral-ai helsing"},
    {kEn, "A cold mistral blew.", ""},
    {kEn, "Safran engines power the Rafale.", "safran rafale"},
    {kEn, "Saffron is expensive.", ""},
    {kEn, "The Leclerc tank of Nexter was upgraded.", "leclerc knds-france"},
    {kEn, "Northrop Grumman unveiled the B-21 Raider.", "northrop-grumman b-21-raider"},
    {kEn, "The U.S. Air Force bought F-15EX jets from Boeing.", "us-air-force f-15 boeing"},
    {kEn, "General Atomics and Anduril build collaborative combat aircraft.", "general-atomics anduril cca"},
    {kEn, "The Royal Navy's HMS Diamond shot down a drone.", "royal-navy type-45"},
    {kEn, "BAE Systems and Leonardo lead GCAP with Mitsubishi Heavy Industries.", "bae-systems leonardo gcap mitsubishi-heavy-industries"},
    {kEn, "China's People's Liberation Army sailed near Taiwan.", "chine armee-populaire-de-liberation taiwan"},
    {kEn, "The Chinese army sailed.", "armee-populaire-de-liberation"},
    {kEn, "North Korea launched a missile; South Korea watched.", "coree-du-nord coree-du-sud"},
    {kEn, "Israel's Iron Dome and Iron Beam", "israel iron-dome iron-beam"},
    {kEn, "Rafael sells Iron Dome.", "rafael iron-dome"},
    {kEn, "Raphael painted it.", ""},
    {kEn, "Houthi rebels fired at ships in the Red Sea.", "houthis mer-rouge"},
    {kEn, "The European Commission proposed ReArm Europe.", "european-commission rearm-europe"},
    {kEn, "The White House said so.", "white-house"},
    {kEn, "A white house stood there.", ""},
    {kEn, "The FBI and CISA warned.", "fbi cisa"},
    {kEn, "SpaceX launched Starlink satellites.", "spacex starlink"},
    {kEn, "Elon Musk's SpaceX; Musk tweeted.", "elon-musk spacex"},
    {kEn, "Kimbal Musk cooked.", ""},
    {kEn, "Palmer Luckey founded Anduril. Luckey sold Oculus.", "palmer-luckey anduril"},
    {kEn, "Turkey's Baykar sold TB2 drones to Libya.", "turquie baykar bayraktar-tb2 libye"},
    {kEn, "They ate turkey at Thanksgiving.", ""},
    {kEn, "Michael Jordan played.", ""},
    {kEn, "Georgia Meloni is misspelt.", ""},
    {kEn, "Giorgia Meloni met Olaf Scholz. Meloni smiled; Scholz left.", "giorgia-meloni olaf-scholz"},
    {kEn, "Chancellor Olaf Scholz spoke.", "olaf-scholz"},
    {kEn, "Russia's Su-57 and S-500", "russie su-57 s-500"},
    {kEn, "Vladimir Putin threatened. Putin spoke.", "vladimir-putin"},
    {kEn, "Xi Jinping met Narendra Modi.", "xi-jinping narendra-modi"},
    {kEn, "the army tested it", ""},
    {kEn, "Kongsberg and Saab signed.", "kongsberg saab"},
    {kEn, "Rheinmetall builds Lynx in Hungary.", "rheinmetall hongrie"},
    {kEn, "A lynx crossed the road.", ""},
    {kEn, "The Abrams tanks arrived.", "abrams"},
    {kEn, "J. J. Abrams directed it.", ""},
    {kEn, "The Washington Post reported it.", ""},
    {kEn, "Washington reacted.", "washington"},
    {kEn, "George Washington crossed the Delaware.", ""},
    {kEn, "Stark unveiled a loitering munition.", "stark"},
    {kEn, "The contrast was stark.", ""},
    {kEn, "Golden Dome will cost $175 billion.", "golden-dome"},
    {kEn, "The golden dome of the church", ""},
    {kEn, "Replicator will field drones.", "replicator"},
    {kEn, "The Javelin missile hit a tank.", "javelin"},
    {kEn, "She threw the javelin.", ""},
    {kEn, "HIMARS fired ATACMS at Crimea.", "himars atacms crimee"},
    {kEn, "The Tempest fighter became GCAP.", "gcap"},
    {kEn, "A tempest hit the coast.", ""},
    {kEn, "the amazon rainforest", ""},
    {kFr, "La DGA commande des radars à Thales.", "dga thales"},
    {kFr, "le contrat de la DGA avec Thales", "dga thales"},
    {kFr, "le ministère des armées a annoncé un budget", "ministere-des-armees"},
    {kFr, "Palantir et la CIA", "palantir central-intelligence-agency"},
    {kFr, "L'UE et l'OCCAR", "european-union occar"},
    {kFr, "L'UKRAINE FACE À LA RUSSIE", "ukraine russie"},
    {kFr, "UN ACCORD ENTRE THALES ET AIRBUS", "thales airbus"},
    {kEn, "Thales's radar was chosen by the DGA.", "thales dga"},
    {kEn, "the department of defense said", "pentagon"},
    {kEn, "CIA and FBI warned of Volt Typhoon.", "central-intelligence-agency fbi volt-typhoon"},
    {kEn, "Microsoft, Google, Amazon and Oracle share JWCC.", "microsoft google amazon oracle jwcc"},
    {kEn, "Boeing, Airbus and Dassault compete.", "boeing airbus dassault-aviation"},
};
// clang-format on

TEST(Annotator, FindsWhatIsNamedInBothLanguages) {
  for (const Row& row : kRows) {
    EXPECT_EQ(ids_of(annotations_of("", row.text)), row.ids)
        << (row.language == kFr ? "fr " : "en ") << row.text;
  }
}

TEST(Annotator, SaysWhereANameStandsWithoutElisionOrPossessive) {
  const std::string text = "L'Ukraine, Lockheed's jet.";
  const Annotations found = annotations_of("", text);
  ASSERT_EQ(found.mentions.size(), 2U);
  EXPECT_EQ(text.substr(found.mentions[0].begin_bytes,
                        found.mentions[0].end_bytes - found.mentions[0].begin_bytes),
            "Ukraine");
  EXPECT_EQ(text.substr(found.mentions[1].begin_bytes,
                        found.mentions[1].end_bytes - found.mentions[1].begin_bytes),
            "Lockheed");
  EXPECT_EQ(found.mentions[0].field, 1U);
}

TEST(Annotator, ASurnameInTheTitleIsThatOfTheFullNameInTheBody) {
  EXPECT_EQ(ids_of(annotations_of("Starmer visits Kyiv", "Keir Starmer arrived by train.")),
            "keir-starmer kiev");
  EXPECT_EQ(ids_of(annotations_of("Starmer visits Kyiv", "He arrived by train.")), "kiev");
}

TEST(Annotator, ATopicNeedsTwoOfItsWordsOrOneInTheTitle) {
  const auto topics = [](const Annotations& found) {
    std::vector<std::string> ids;
    for (const uint32_t topic : found.topics) {
      ids.push_back(our_gazetteer().entity(topic).id);
    }
    return ids;
  };
  const auto has = [](const std::vector<std::string>& ids, const char* id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  EXPECT_TRUE(has(topics(annotations_of("Un drone abattu", "Il est tombé.")), "drones"));
  EXPECT_FALSE(has(topics(annotations_of("Un avion abattu", "Un drone est tombé.")), "drones"));
  EXPECT_TRUE(has(topics(annotations_of("", "A drone met another drone.")), "drones"));
  EXPECT_TRUE(has(topics(annotations_of("", "Loitering munitions and the Switchblade")),
                  "munitions-rodeuses"));
}

TEST(Annotator, IsReadyForTheNextArticle) {
  Analyzer analyzer;
  Annotator annotator(our_gazetteer());
  const std::string first = "Keir Starmer spoke.";
  annotator.add(first, analyzer.analyze(first), false);
  EXPECT_EQ(ids_of(annotator.finish()), "keir-starmer");
  const std::string second = "Starmer spoke.";
  annotator.add(second, analyzer.analyze(second), false);
  EXPECT_EQ(ids_of(annotator.finish()), "");
}

}  // namespace
}  // namespace vigie
