// complete(): what is derived, normalised, warned of and refused.

#include <unicode/uloc.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include "indexer/article.h"
#include "indexer/clean_text.h"
#include "indexer/published.h"
#include "indexer/text/language.h"
#include "indexer/url.h"

namespace vigie {

namespace {

constexpr const char* kUndetermined = "und";
constexpr size_t kDetectionBytes = 8'000;
constexpr size_t kDerivedTitleBytes = 90;
/// More markup than this and the text is HTML, not a text that speaks of it.
constexpr size_t kHtmlTags = 2;

using Warnings = std::vector<std::string>;

std::string hash_of(std::string_view text) {
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx",
                static_cast<unsigned long long>(XXH64(text.data(), text.size(), 0)));
  return digits.data();
}

std::string megabytes(size_t bytes) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f MB", static_cast<double>(bytes) / 1e6);
  return text.data();
}

void require_size(std::string_view field, size_t bytes, size_t max_bytes) {
  if (bytes <= max_bytes) {
    return;
  }
  if (max_bytes >= 1'000'000) {
    throw ArticleError(std::string(field) + " is " + megabytes(bytes) + " long; at most " +
                       std::to_string(max_bytes / 1'000'000) + " MB is taken");
  }
  throw ArticleError(std::string(field) + " is " + std::to_string(bytes) + " bytes long; at most " +
                     std::to_string(max_bytes) + " are taken");
}

void require_sizes(const Article& article) {
  require_size("body", article.body.size(), kMaxBodyBytes);
  require_size("id", article.id.size(), kMaxIdBytes);
  require_size("url", article.url.size(), kMaxFieldBytes);
  require_size("title", article.title.size(), kMaxFieldBytes);
  require_size("standfirst", article.standfirst.size(), kMaxFieldBytes);
  require_size("language", article.language.size(), kMaxFieldBytes);
  require_size("source", article.source.size(), kMaxFieldBytes);
  require_size("published", article.published.size(), kMaxFieldBytes);
  require_size("section", article.section.size(), kMaxFieldBytes);
  size_t authors = 0;
  for (const std::string& author : article.authors) {
    authors += author.size();
  }
  require_size("authors", authors, kMaxFieldBytes);
}

void clean_fields(Article& article) {
  for (std::string* text : {&article.title, &article.standfirst, &article.body}) {
    *text = clean_text(*text);
  }
  for (std::string* line : {&article.id, &article.url, &article.language, &article.source,
                            &article.published, &article.section}) {
    *line = clean_line(*line);
  }
  for (std::string& author : article.authors) {
    author = clean_line(author);
  }
  article.authors.erase(std::remove_if(article.authors.begin(), article.authors.end(),
                                       [](const std::string& author) { return is_blank(author); }),
                        article.authors.end());
}

/// The beginning of `text` as a title: its first line, cut between words.
std::string first_words(std::string_view text) {
  text = trimmed(text);
  const std::string_view line = trimmed(text.substr(0, text.find('\n')));
  if (line.size() <= kDerivedTitleBytes) {
    return std::string(line);
  }
  std::string_view start = cut_at(line, kDerivedTitleBytes);
  const size_t space = start.find_last_of(' ');
  if (space != std::string_view::npos && space > kDerivedTitleBytes / 2) {
    start = start.substr(0, space);
  }
  return std::string(trimmed(start)) + "…";
}

void complete_title(Article& article, Warnings& warnings) {
  const bool no_body = is_blank(article.body);
  const bool no_standfirst = is_blank(article.standfirst);
  if (!is_blank(article.title)) {
    if (no_body && no_standfirst) {
      warnings.emplace_back("no body: the title is all there is");
    }
    return;
  }
  if (no_body && no_standfirst) {
    throw ArticleError("no text: title, standfirst and body are empty");
  }
  article.title = first_words(no_standfirst ? article.body : article.standfirst);
  warnings.push_back("no title: took the text's first words, " + in_quotes(article.title));
}

bool starts_tag(std::string_view rest) {
  static constexpr std::array<std::string_view, 18> kTags = {
      "p",    "br", "div", "span", "a",  "img", "h1",     "h2",    "h3",
      "html", "ul", "li",  "body", "td", "em",  "strong", "table", "script"};
  if (!rest.empty() && rest.front() == '/') {
    rest.remove_prefix(1);
  }
  const size_t end = std::min(rest.find_first_of("> /\n"), rest.size());
  if (end == rest.size()) {
    return false;
  }
  std::string name(rest.substr(0, std::min<size_t>(end, 8)));
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return std::find(kTags.begin(), kTags.end(), name) != kTags.end();
}

bool holds_html(std::string_view text) {
  size_t tags = 0;
  for (size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (starts_tag(text.substr(at + 1, 12)) && ++tags >= kHtmlTags) {
      return true;
    }
  }
  return false;
}

void warn_of_html(const Article& article, Warnings& warnings) {
  const std::array<std::pair<const char*, const std::string*>, 3> fields = {
      {{"title", &article.title}, {"standfirst", &article.standfirst}, {"body", &article.body}}};
  for (const auto& [name, text] : fields) {
    if (holds_html(*text)) {
      warnings.push_back(std::string(name) + " holds HTML markup, kept as text");
    }
  }
}

/// "FR-ca" → "fr", "eng" → "en"; nothing where `tag` names no language.
std::optional<std::string> canonical_language(std::string_view tag) {
  if (tag == kUndetermined) {
    return std::string(tag);
  }
  std::array<char, 16> language{};
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length = uloc_getLanguage(std::string(tag.substr(0, 40)).c_str(), language.data(),
                                          static_cast<int32_t>(language.size()), &status);
  if (U_FAILURE(status) != 0 || length < 2 || length > 3) {
    return std::nullopt;
  }
  const std::string_view found(language.data(), static_cast<size_t>(length));
  for (const char* const* known = uloc_getISOLanguages(); *known != nullptr; ++known) {
    if (found == *known) {
      return std::string(found);
    }
  }
  return std::nullopt;
}

std::string told_language(const Article& article) {
  std::string text = article.title + "\n" + article.standfirst + "\n";
  text.append(cut_at(article.body, kDetectionBytes));
  return detect_language(text).value_or(kUndetermined);
}

void complete_language(Article& article, Warnings& warnings) {
  if (!article.language.empty()) {
    const std::optional<std::string> canonical = canonical_language(article.language);
    if (canonical) {
      article.language = *canonical;
      return;
    }
    const std::string given = in_quotes(article.language);
    article.language = told_language(article);
    warnings.push_back("language " + given + R"( is no language tag such as "fr" or "en"; took ")" +
                       article.language + "\", as the text reads");
    return;
  }
  article.language = told_language(article);
  if (article.language == kUndetermined) {
    warnings.emplace_back("the language could not be told from the text; give it as \"language\"");
  }
}

void complete_published(Article& article, int64_t now_epoch_seconds, Warnings& warnings) {
  if (article.published.empty()) {
    warnings.emplace_back("no date of publication");
    return;
  }
  const std::optional<Published> published = parse_published(article.published);
  if (!published) {
    throw ArticleError("published is " + in_quotes(article.published) +
                       "; expected a day of the calendar such as 2025-06-17 or an instant such as "
                       "2025-06-17T09:30:00+02:00, in the years 1000 to 2999");
  }
  article.published = published->text;
  if (is_future_day(published->day, now_epoch_seconds)) {
    warnings.push_back("published is in the future: " + published->text);
  }
}

void complete_id(Article& article, Warnings& warnings) {
  const std::optional<std::string> url = canonical_url(article.url);
  if (!article.url.empty() && !url) {
    warnings.push_back("url " + in_quotes(article.url) +
                       " is no http or https address, kept as text");
  }
  if (!article.id.empty()) {
    return;
  }
  if (url) {
    article.id = url->size() <= kMaxIdBytes ? *url : hash_of(*url);
    return;
  }
  article.id = hash_of(article.source + "\n" + article.published + "\n" + article.title);
}

}  // namespace

std::vector<std::string> complete(Article& article, int64_t now_epoch_seconds) {
  require_sizes(article);  // before any work on them
  clean_fields(article);
  require_sizes(article);  // U+FFFD is longer than the byte that it stands for
  Warnings warnings;
  complete_title(article, warnings);
  warn_of_html(article, warnings);
  complete_language(article, warnings);
  complete_published(article, now_epoch_seconds, warnings);
  complete_id(article, warnings);
  return warnings;
}

}  // namespace vigie
