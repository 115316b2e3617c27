#include "indexer/text/currency.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>

#include "indexer/text/amounts.h"

namespace vigie {
namespace {

// Words in a column are parted by spaces; nouns and adjectives are folded.
struct Currency {
  std::string_view code;
  std::string_view sign;
  std::string_view prefixes;
  std::string_view nouns;
  std::string_view adjectives;
};

constexpr std::string_view kDollars = "dollar dollars dlr dlrs";
constexpr std::string_view kPounds = "pound pounds livre livres";
constexpr std::string_view kFrancs = "franc francs";
constexpr std::string_view kCfaFrancs = "franc francs f";
constexpr std::string_view kCrowns =
    "crown crowns couronne couronnes krona kronor krone kroner koruna korun";
constexpr std::string_view kPesos = "peso pesos";
constexpr std::string_view kDinars = "dinar dinars";
constexpr std::string_view kRupees = "rupee rupees roupie roupies";
constexpr std::string_view kRials = "rial rials riyal riyals";
constexpr std::string_view kRoubles = "rouble roubles ruble rubles";
constexpr std::string_view kShillings = "shilling shillings";

constexpr Currency kCurrencies[] = {
    {"USD", "$", "US", kDollars, "us american americain americains"},
    {"EUR", "€", "", "euro euros", ""},
    {"GBP", "£", "GB UK", "pound pounds livre livres stg sterling",
     "sterling british britannique britanniques uk"},
    {"CAD", "$", "C CA CAN CDN Can Cdn", kDollars, "canadian canadien canadiens"},
    {"AUD", "$", "A AU Aus AUS", kDollars, "australian australien australiens"},
    {"NZD", "$", "NZ", kDollars, "nz zealand zelandais"},
    {"HKD", "$", "HK", kDollars, "hk kong kongais"},
    {"SGD", "$", "S SG", kDollars, "singapore singaporean singapour singapouriens"},
    {"TWD", "$", "NT", kDollars, "taiwan taiwanese taiwanais"},
    {"JMD", "$", "J", kDollars, "jamaican jamaicains"},
    {"TTD", "$", "TT", kDollars, "trinidadian"},
    {"LRD", "$", "", kDollars, "liberian liberiens"},
    {"NAD", "$", "", kDollars, "namibian namibiens"},
    {"FJD", "$", "FJ", kDollars, "fijian fidjiens"},
    {"BND", "$", "", kDollars, "brunei"},
    {"GYD", "$", "", kDollars, "guyanese guyaniens"},
    {"BRL", "$", "R", "reais reals reaux", "brazilian bresiliens"},
    {"MXN", "$", "MX Mex", kPesos, "mexican mexicain mexicains"},
    {"ARS", "$", "", "peso pesos austral australs australes", "argentine argentinian argentins"},
    {"CLP", "$", "", kPesos, "chilean chilien chiliens"},
    {"COP", "$", "", kPesos, "colombian colombien colombiens"},
    {"UYU", "$", "", kPesos, "uruguayan uruguayens"},
    {"CUP", "$", "", kPesos, "cuban cubains"},
    {"DOP", "$", "", kPesos, "dominican dominicains"},
    {"PHP", "₱", "", kPesos, "philippine filipino philippins"},
    {"JPY", "¥", "JP", "yen yens", "japanese japonais"},
    {"CNY", "¥", "CN", "yuan yuans renminbi renminbis", "chinese chinois"},
    {"CHF", "", "", kFrancs, "swiss suisse suisses"},
    {"XOF", "", "", "franc francs f fcfa", "cfa"},
    {"XAF", "", "", kCfaFrancs, "centrafricains"},
    {"XPF", "", "", kCfaFrancs, "pacifique cfp"},
    {"FRF", "", "", kFrancs, "french francais"},
    {"BEF", "", "", kFrancs, "belgian belge belges"},
    {"LUF", "", "", kFrancs, "luxembourg luxembourgeois"},
    {"CDF", "", "", kFrancs, "congolese congolais"},
    {"RWF", "", "", kFrancs, "rwandan rwandais"},
    {"BIF", "", "", kFrancs, "burundian burundais"},
    {"DJF", "", "", kFrancs, "djiboutian djiboutiens"},
    {"GNF", "", "", kFrancs, "guinean guineens"},
    {"KMF", "", "", kFrancs, "comorian comoriens"},
    {"SEK", "", "", kCrowns, "swedish suedoise suedoises"},
    {"NOK", "", "", kCrowns, "norwegian norvegienne norvegiennes"},
    {"DKK", "", "", kCrowns, "danish danoise danoises"},
    {"CZK", "", "", "crown crowns couronne couronnes koruna korun kc", "czech tcheque tcheques"},
    {"ISK", "", "", kCrowns, "icelandic islandaise islandaises"},
    {"EEK", "", "", kCrowns, "estonian estoniennes"},
    {"SKK", "", "", kCrowns, "slovak slovaques"},
    {"INR", "₹", "", kRupees, "indian indienne indiennes"},
    {"PKR", "₨", "", kRupees, "pakistani pakistanaise pakistanaises"},
    {"LKR", "", "", kRupees, "lankan lankaise lankaises"},
    {"NPR", "", "", kRupees, "nepalese nepali nepalaises"},
    {"MUR", "", "", kRupees, "mauritian mauriciennes"},
    {"IDR", "", "", "rupiah rupiahs", "indonesian indonesienne indonesiennes"},
    {"RUB", "₽", "", kRoubles, "russian russe russes soviet sovietiques"},
    {"BYN", "", "", kRoubles, "belarusian belarussian bielorusse bielorusses"},
    {"UAH", "₴", "", "hryvnia hryvnias hryvnya hryvnyas", "ukrainian ukrainienne ukrainiennes"},
    {"ILS", "₪", "", "shekel shekels", "israeli israelien israeliens"},
    {"TRY", "₺", "", "lira liras livre livres", "turkish turc turque turques"},
    {"EGP", "£", "E", kPounds, "egyptian egyptienne egyptiennes"},
    {"LBP", "", "", kPounds, "lebanese libanaise libanaises"},
    {"SYP", "", "", kPounds, "syrian syrienne syriennes"},
    {"SDG", "", "", kPounds, "sudanese soudanaise soudanaises"},
    {"IEP", "£", "IR", "pound pounds livre livres punt punts", "irish irlandaises"},
    {"CYP", "", "", kPounds, "cyprus cypriot chypriotes"},
    {"PLN", "", "", "zl zloty zlotys zlotych", "polish polonais"},
    {"HUF", "", "", "forint forints", "hungarian hongrois"},
    {"RON", "", "", "leu lei", "romanian roumain roumains"},
    {"MDL", "", "", "leu lei", "moldovan moldaves"},
    {"BGN", "", "", "lev levs leva", "bulgarian bulgare bulgares"},
    {"RSD", "", "", kDinars, "serbian serbe serbes yugoslav yougoslaves"},
    {"DZD", "", "", kDinars, "algerian algerien algeriens"},
    {"TND", "", "", kDinars, "tunisian tunisien tunisiens"},
    {"IQD", "", "", kDinars, "iraqi irakien irakiens"},
    {"KWD", "", "", kDinars, "kuwaiti koweitien koweitiens"},
    {"JOD", "", "", kDinars, "jordanian jordanien jordaniens"},
    {"BHD", "", "", kDinars, "bahraini bahrein bahreini bahreinis"},
    {"LYD", "", "", kDinars, "libyan libyen libyens"},
    {"MAD", "", "", "dirham dirhams", "moroccan marocain marocains"},
    {"AED", "", "", "dirham dirhams", "emirati uae emirien emiriens emiratis"},
    {"IRR", "", "", "rial rials toman tomans", "iranian iranien iraniens"},
    {"SAR", "", "", kRials, "saudi saoudien saoudiens"},
    {"QAR", "", "", kRials, "qatari qatar qataris qatariens"},
    {"OMR", "", "", kRials, "omani omanais"},
    {"YER", "", "", kRials, "yemeni yemenite yemenites"},
    {"KRW", "₩", "", "won wons", "korean coreen coreens"},
    {"THB", "฿", "", "baht bahts", "thai thailandais"},
    {"MYR", "", "RM", "ringgit ringgits", "malaysian malaisien malaisiens"},
    {"VND", "₫", "", "dong dongs", "vietnamese vietnamien vietnamiens"},
    {"ZAR", "", "", "rand rands", "african africain africains"},
    {"NGN", "₦", "", "naira nairas", "nigerian nigerian nigerians"},
    {"GHS", "₵", "", "cedi cedis", "ghanaian ghaneens"},
    {"KES", "", "", kShillings, "kenyan kenyans"},
    {"UGX", "", "", kShillings, "ugandan ougandais"},
    {"TZS", "", "", kShillings, "tanzanian tanzaniens"},
    {"SOS", "", "", kShillings, "somali somaliens"},
    {"ETB", "", "", "birr birrs", "ethiopian ethiopiens"},
    {"BDT", "৳", "", "taka takas", "bangladeshi bangladais"},
    {"MMK", "", "", "kyat kyats", "burmese birmans"},
    {"KZT", "₸", "", "tenge tenges", "kazakh kazakhs"},
    {"GEL", "₾", "", "lari laris", "georgian georgiens"},
    {"AMD", "֏", "", "dram drams", "armenian armeniens"},
    {"AZN", "₼", "", "manat manats", "azerbaijani azeri azerbaidjanais"},
    {"UZS", "", "", "soum soums", "uzbek ouzbeks"},
    {"AFN", "", "", "afghani afghanis", "afghan afghans"},
    {"PEN", "", "", "soles", "peruvian peruviens"},
    {"VES", "", "", "bolivar bolivars bolivares", "venezuelan venezueliens"},
    {"AOA", "", "", "kwanza kwanzas", "angolan angolais"},
    {"ZMW", "", "", "kwacha kwachas", "zambian zambiens"},
    {"MRU", "", "", "ouguiya ouguiyas", "mauritanian mauritaniens"},
    {"MGA", "", "", "ariary", "malagasy malgaches"},
    {"ALL", "", "", "lek leks", "albanian albanais"},
    {"HRK", "", "", "kuna kunas", "croatian croates"},
    // Before the euro.
    {"DEM", "", "", "mark marks deutschemark deutschemarks deutschmark deutschmarks",
     "german allemand allemands"},
    {"FIM", "", "", "mark marks markka markkaa marka", "finnish finlandais"},
    {"ITL", "", "", "lire lires lira liras", "italian italienne italiennes"},
    {"ESP", "", "", "peseta pesetas", "spanish espagnoles"},
    {"NLG", "", "", "guilder guilders florin florins", "dutch neerlandais"},
    {"ATS", "", "", "schilling schillings", "austrian autrichiens"},
    {"PTE", "", "", "escudo escudos", "portuguese portugais"},
    {"GRD", "", "", "drachma drachmas drachme drachmes", "greek grecques"},
    {"XEU", "", "", "ecu ecus", ""},
    {"BRC", "", "", "cruzado cruzados", ""},
    // By code only.
    {"BAM", "", "", "", ""},
    {"MKD", "", "", "", ""},
    {"KGS", "", "", "", ""},
    {"TJS", "", "", "", ""},
    {"TMT", "", "", "", ""},
    {"MNT", "", "", "", ""},
    {"KPW", "", "", "", ""},
    {"KHR", "", "", "", ""},
    {"LAK", "", "", "", ""},
    {"MOP", "", "", "", ""},
    {"MVR", "", "", "", ""},
    {"SSP", "", "", "", ""},
    {"MZN", "", "", "", ""},
    {"BWP", "", "", "", ""},
    {"MWK", "", "", "", ""},
    {"ERN", "", "", "", ""},
    {"GMD", "", "", "", ""},
    {"SLE", "", "", "", ""},
    {"CVE", "", "", "", ""},
    {"BOB", "", "", "", ""},
    {"PYG", "", "", "", ""},
    {"CRC", "", "", "", ""},
    {"GTQ", "", "", "", ""},
    {"HNL", "", "", "", ""},
    {"NIO", "", "", "", ""},
    {"PAB", "", "", "", ""},
    {"HTG", "", "", "", ""},
    {"PGK", "", "", "", ""},
};
static_assert(std::size(kCurrencies) <= kMostCurrencies);

constexpr std::string_view kMeantUnlessSaid = "USD GBP JPY FRF INR RUB SAR IRR TRY DEM ITL RON";
constexpr std::string_view kDoubtfulCodes =
    "ALL AMD AED BAM BOB CAD COP CRC CUP CVE ERN ESP GEL LAK MAD MOP PEN PHP RON SAR SLE SOS SSP "
    "TRY XEU ATS ITL GMD";
constexpr std::string_view kDoubtfulNouns =
    "pound pounds livre livres mark marks won rand rands lei leu lev levs leva lek leks dong dongs "
    "soles dram drams lari laris lire lires afghani afghanis punt punts kuna kyat";
constexpr std::string_view kFillers =
    "hong new south sud neo sri additional extra more supplementaires additionnels supplementaire";

template <typename Use>
void for_each_word(std::string_view words, Use use) {
  while (!words.empty()) {
    const size_t end = std::min(words.find(' '), words.size());
    if (end > 0) {
      use(words.substr(0, end));
    }
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

struct Vocabulary {
  std::unordered_map<std::string_view, CurrencyMark> marks;
  std::unordered_map<std::string_view, CurrencyWord> words;
  CurrencySet meant_unless_said;

  Vocabulary() {
    for (size_t i = 0; i < std::size(kCurrencies); ++i) {
      add(kCurrencies[i], i);
    }
    for_each_word(kMeantUnlessSaid,
                  [this](std::string_view code) { meant_unless_said |= marks[code].code; });
    for_each_word(kDoubtfulCodes, [this](std::string_view code) { marks[code].doubtful = true; });
    for_each_word(kDoubtfulNouns, [this](std::string_view noun) { words[noun].doubtful = true; });
    for_each_word(kFillers, [this](std::string_view word) { words[word].filler = true; });
    marks["RMB"].code = marks["CNY"].code;
    marks["Rs"].code = marks["INR"].code;
    marks["DM"].code = marks["DEM"].code;
  }

  void add(const Currency& currency, size_t index) {
    marks[currency.code].code.set(index);
    for_each_word(currency.sign, [&](std::string_view sign) { marks[sign].sign.set(index); });
    for_each_word(currency.prefixes,
                  [&](std::string_view prefix) { marks[prefix].prefix.set(index); });
    for_each_word(currency.nouns, [&](std::string_view noun) { words[noun].noun.set(index); });
    for_each_word(currency.adjectives,
                  [&](std::string_view adjective) { words[adjective].adjective.set(index); });
  }
};

const Vocabulary& vocabulary() {
  static const Vocabulary words;
  return words;
}

}  // namespace

const CurrencyMark* currency_mark(std::string_view written) {
  const auto found = vocabulary().marks.find(written);
  return found == vocabulary().marks.end() ? nullptr : &found->second;
}

const CurrencyWord* currency_word(const std::string& folded) {
  const auto found = vocabulary().words.find(folded);
  return found == vocabulary().words.end() ? nullptr : &found->second;
}

std::optional<std::string_view> currency_meant(const CurrencySet& set) {
  const CurrencySet meant = set.count() == 1 ? set : set & vocabulary().meant_unless_said;
  for (size_t i = 0; i < std::size(kCurrencies) && meant.any(); ++i) {
    if (meant.test(i)) {
      return kCurrencies[i].code;
    }
  }
  return std::nullopt;
}

bool is_currency(std::string_view iso) {
  return std::any_of(std::begin(kCurrencies), std::end(kCurrencies),
                     [iso](const Currency& currency) { return currency.code == iso; });
}

}  // namespace vigie
