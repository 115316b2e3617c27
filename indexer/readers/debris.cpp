#include "indexer/readers/debris.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/clean_text.h"
#include "indexer/text/fold.h"

namespace vigie {

namespace {

/// A line that links to another article is longer than a label and shorter than a paragraph.
constexpr size_t kMaxLinkBytes = 250;

/// Whole lines, folded, apostrophes straight, without final punctuation and counts.
constexpr std::array<std::string_view, 62> kWholeLines = {"partager",
                                                          "partagez",
                                                          "partager cet article",
                                                          "partagez cet article",
                                                          "partager l'article",
                                                          "tweet",
                                                          "tweeter",
                                                          "tweetez",
                                                          "imprimer",
                                                          "imprimer cet article",
                                                          "envoyer par e-mail",
                                                          "envoyer par email",
                                                          "envoyer par mail",
                                                          "copier le lien",
                                                          "lien copie",
                                                          "lire aussi",
                                                          "a lire aussi",
                                                          "lire la suite",
                                                          "lire egalement",
                                                          "a lire egalement",
                                                          "voir aussi",
                                                          "commentaire",
                                                          "commentaires",
                                                          "reagir",
                                                          "reagir a cet article",
                                                          "ajouter un commentaire",
                                                          "laisser un commentaire",
                                                          "publicite",
                                                          "ajouter a mes favoris",
                                                          "ajouter aux favoris",
                                                          "ecouter l'article",
                                                          "offrir cet article",
                                                          "suivez-nous",
                                                          "suivez-nous sur twitter",
                                                          "suivez-nous sur facebook",
                                                          "articles lies",
                                                          "sur le meme sujet",
                                                          "share",
                                                          "share this",
                                                          "share this article",
                                                          "share this story",
                                                          "share this post",
                                                          "print this article",
                                                          "copy link",
                                                          "link copied",
                                                          "read also",
                                                          "also read",
                                                          "read more",
                                                          "see also",
                                                          "comment",
                                                          "comments",
                                                          "leave a comment",
                                                          "post a comment",
                                                          "add a comment",
                                                          "advertisement",
                                                          "advertisements",
                                                          "email this article",
                                                          "save this article",
                                                          "follow us",
                                                          "follow us on twitter",
                                                          "follow us on facebook",
                                                          "related articles"};

constexpr std::array<std::string_view, 12> kShareStarts = {"partager sur ",
                                                           "partager via ",
                                                           "partager par ",
                                                           "partagez sur ",
                                                           "share on ",
                                                           "share via ",
                                                           "share by ",
                                                           "share this on ",
                                                           "partager cet article sur ",
                                                           "tweeter sur ",
                                                           "share this article on ",
                                                           "partagez cet article sur "};

constexpr std::array<std::string_view, 18> kShareTargets = {
    "facebook", "twitter",   "x",       "twitter/x", "x (twitter)", "linkedin",
    "whatsapp", "telegram",  "email",   "e-mail",    "mail",        "messenger",
    "reddit",   "pinterest", "bluesky", "mastodon",  "threads",     "instagram"};

/// What introduces, on the same line, the title of another article.
constexpr std::array<std::string_view, 9> kLinkLabels = {
    "lire aussi", "a lire aussi", "lire egalement", "a lire egalement", "voir aussi",
    "read also",  "also read",    "see also",       "read more"};

template <size_t kCount>
bool contains(const std::array<std::string_view, kCount>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

std::string with_straight_apostrophes(std::string_view text) {
  static constexpr std::string_view kCurved = "\u2019";
  std::string straight;
  for (size_t at = text.find(kCurved); at != std::string_view::npos; at = text.find(kCurved)) {
    straight.append(text.substr(0, at)).append("'");
    text.remove_prefix(at + kCurved.size());
  }
  return straight.append(text);
}

bool is_number_of_comments(std::string_view text) {
  const size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view label = text.substr(digits);
  return digits > 0 && (label == " commentaire" || label == " commentaires" ||
                        label == " comment" || label == " comments");
}

/// "comments (12)" → "comments", "lire la suite…" → "lire la suite", "share:" → "share".
std::string_view without_ending(std::string_view text) {
  if (!text.empty() && text.back() == ')') {
    const size_t open = text.find_last_of('(');
    const bool count =
        open != std::string_view::npos &&
        text.substr(open + 1).find_first_not_of("0123456789 )") == std::string_view::npos;
    text = count ? text.substr(0, open) : text;
  }
  static constexpr std::string_view kEnding = " .:>!";
  const size_t end = text.find_last_not_of(kEnding);
  return end == std::string_view::npos ? std::string_view() : text.substr(0, end + 1);
}

bool is_share_line(std::string_view text) {
  return std::any_of(kShareStarts.begin(), kShareStarts.end(), [&](std::string_view start) {
    return text.substr(0, start.size()) == start &&
           contains(kShareTargets, text.substr(start.size()));
  });
}

bool is_link_line(std::string_view text) {
  const size_t colon = text.find(':');
  return colon != std::string_view::npos &&
         contains(kLinkLabels, without_ending(text.substr(0, colon)));
}

}  // namespace

bool is_page_debris(std::string_view line) {
  if (line.size() > kMaxLinkBytes || is_blank(line)) {
    return false;
  }
  const std::string folded = with_straight_apostrophes(fold_name(line));
  const std::string_view text = without_ending(folded);
  return contains(kWholeLines, text) || is_share_line(text) || is_number_of_comments(text) ||
         is_link_line(folded);
}

}  // namespace vigie
