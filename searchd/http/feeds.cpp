#include "searchd/http/feeds.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <optional>

#include "indexer/clean_text.h"
#include "indexer/published.h"
#include "searchd/http/api.h"
#include "searchd/http/target.h"

namespace vigie {

namespace {

/// Makes the ids of feeds and entries, which must stay the same wherever the server runs.
constexpr char kTag[] = "tag:vigie.invalid,2026:";

std::string xml(std::string_view text) {
  std::string escaped;
  for (const char character : clean_text(text)) {
    switch (character) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += character;
    }
  }
  return escaped;
}

std::string joined(const std::vector<Segment>& segments) {
  std::string text;
  for (const Segment& segment : segments) {
    text += segment.text;
  }
  return text;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    text += (text.empty() ? "" : "; ") + name;
  }
  return text;
}

/// What `published` is as an instant, which Atom demands of every date.
std::string instant(const std::string& published, const std::string& fallback) {
  if (published.empty()) {
    return fallback;
  }
  return published.size() == 10 ? published + "T00:00:00Z" : published;
}

std::string element(std::string_view name, std::string_view text) {
  return "<" + std::string(name) + ">" + xml(text) + "</" + std::string(name) + ">";
}

std::string author_elements(const Article& article) {
  std::string elements;
  for (const std::string& author : article.authors) {
    elements += "<author>" + element("name", author) + "</author>";
  }
  if (elements.empty() && !article.source.empty()) {
    elements = "<author>" + element("name", article.source) + "</author>";
  }
  return elements;
}

std::string entry(const Hit& hit, const FeedAddress& address, const std::string& undated) {
  const Article& article = hit.article;
  std::string out = "<entry xml:lang=\"" + xml(article.language) + "\">";
  out += element("id", kTag + std::string("article:") + percent_encode(article.id));
  out += element("title", article.title);
  out += "<link rel=\"alternate\" type=\"text/html\" href=\"" +
         xml(address.base + article_page_link(article.id)) + "\"/>";
  if (article.url.rfind("http", 0) == 0) {
    out += "<link rel=\"via\" href=\"" + xml(article.url) + "\"/>";
  }
  out += element("updated", instant(article.published, undated));
  if (!article.published.empty()) {
    out += element("published", instant(article.published, undated));
  }
  out += author_elements(article);
  out += element("summary", joined(hit.snippet));
  return out + "</entry>\n";
}

/// The newest entry's date, else when the index last changed.
std::string feed_date(const SearchAnswer& answer, const std::string& undated) {
  std::optional<Published> newest;
  for (const Hit& hit : answer.hits) {
    const std::optional<Published> published = parse_published(hit.article.published);
    if (published && (!newest || published->epoch_seconds > newest->epoch_seconds)) {
      newest = published;
    }
  }
  return newest ? instant(newest->text, undated) : undated;
}

/// One cell: guarded against being run as a formula, in quotes where it must be.
std::string cell(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) {
    text.insert(0, 1, '\'');
  }
  if (text.find_first_of("\",;\r\n") == std::string::npos) {
    return text;
  }
  std::string quoted_text = "\"";
  for (const char character : text) {
    quoted_text += character == '"' ? "\"\"" : std::string(1, character);
  }
  return quoted_text + '"';
}

std::string row(std::initializer_list<std::string> cells) {
  std::string line;
  for (const std::string& text : cells) {
    line += (line.empty() && &text == cells.begin() ? "" : ",") + cell(text);
  }
  return line + "\r\n";
}

/// `value` without an exponent, which not every spreadsheet takes for a number in every language;
/// decimals, at most two, only where there are any.
std::string plain_number(double value) {
  std::array<char, 400> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                     std::chars_format::fixed, 2);
  std::string text(digits.data(), written.ptr);
  text.erase(text.find_last_not_of('0') + 1);
  if (!text.empty() && text.back() == '.') {
    text.pop_back();
  }
  return text;
}

}  // namespace

std::string atom_feed(const SearchRequest& request, const SearchAnswer& answer,
                      const FeedAddress& address) {
  const std::string undated =
      answer.index.updated.empty() ? "1970-01-01T00:00:00Z" : answer.index.updated;
  const size_t question = std::min(address.target.find('?'), address.target.size());
  const std::string parameters = address.target.substr(question);
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
  out += "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
  out += element("id", kTag + std::string("search:") + parameters) + "\n";
  out += element("title", request.q.empty() ? "Vigie" : "Vigie: " + request.q) + "\n";
  out += element("updated", feed_date(answer, undated)) + "\n";
  out += "<author>" + element("name", "Vigie") + "</author>\n";
  out += "<link rel=\"self\" type=\"application/atom+xml\" href=\"" +
         xml(address.base + address.target) + "\"/>\n";
  out += "<link rel=\"alternate\" type=\"text/html\" href=\"" +
         xml(address.base + "/" + parameters) + "\"/>\n";
  for (const Hit& hit : answer.hits) {
    out += entry(hit, address, undated);
  }
  return out + "</feed>\n";
}

std::string csv_header() {
  return "\xEF\xBB\xBF" + row({"published", "title", "source", "language", "authors", "section",
                               "standfirst", "url", "id", "link"});
}

std::string csv_row(const Hit& hit) {
  const Article& article = hit.article;
  return row({article.published, article.title, article.source, article.language,
              joined(article.authors), article.section, article.standfirst, article.url, article.id,
              article_link(article.id)});
}

std::string sum_csv_header() {
  return "\xEF\xBB\xBF" + row({"value", "currency", "text", "sentence", "entities", "title",
                               "source", "published", "link", "id"});
}

std::string sum_csv_row(const SumShown& sum) {
  const Article& article = sum.article;
  std::vector<std::string> labels;
  for (const EntityShown& entity : sum.entities) {
    labels.push_back(article.language == "fr" ? entity.french_label : entity.english_label);
  }
  return row({plain_number(sum.amount.value), sum.amount.currency, sum.amount.text, sum.sentence,
              joined(labels), article.title, article.source, article.published,
              article_link(article.id), article.id});
}

std::string csv_cut(uint64_t total, uint64_t written) {
  return row({"cut: the first " + std::to_string(written) + " of " + std::to_string(total)});
}

std::string opensearch_description(std::string_view base) {
  const std::string root = xml(base);
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
         "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
         "<ShortName>Vigie</ShortName>\n"
         "<Description>Defence news in French and English</Description>\n"
         "<InputEncoding>UTF-8</InputEncoding>\n"
         "<Url type=\"text/html\" template=\"" +
         root +
         "/?q={searchTerms}\"/>\n"
         "<Url type=\"application/atom+xml\" template=\"" +
         root +
         "/api/v1/search.atom?q={searchTerms}\"/>\n"
         "</OpenSearchDescription>\n";
}

}  // namespace vigie
