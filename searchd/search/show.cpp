#include "searchd/search/show.h"

#include <algorithm>

#include "searchd/search/highlight.h"
#include "searchd/search/order.h"

namespace vigie {

namespace {

/// Of a long body this much is looked through for a window: the story is told by then.
constexpr size_t kSnippetSourceBytes = 32768;

std::string_view cut(std::string_view text, size_t most) {
  if (text.size() <= most) {
    return text;
  }
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) {
    --most;
  }
  return text.substr(0, most);
}

}  // namespace

Hit show_hit(const Ranked& ranked, const Xapian::Database& database, const Highlights& highlights,
             Analyzer& analyzer) {
  Hit hit;
  hit.article = article_from_stored_json(database.get_document(ranked.docid).get_data());
  hit.score = ranked.score * kScoreUnit;
  const Language language = language_of_tag(hit.article.language);
  const std::string& title = hit.article.title;
  hit.title_segments = to_segments(title, find_marks(title, language, highlights, analyzer));
  const auto window = [&](std::string_view text) {
    return best_window(text, find_marks(text, language, highlights, analyzer));
  };
  TextWindow standfirst = window(hit.article.standfirst);
  TextWindow body = window(cut(hit.article.body, kSnippetSourceBytes));
  const bool use_body = standfirst.segments.empty() || body.worth > standfirst.worth;
  hit.snippet = std::move(use_body ? body.segments : standfirst.segments);
  hit.article.body.clear();
  return hit;
}

ArticleAnswer show_article(uint32_t docid, const Xapian::Database& database,
                           const Highlights& highlights, Analyzer& analyzer) {
  ArticleAnswer answer;
  answer.article = article_from_stored_json(database.get_document(docid).get_data());
  if (highlights.empty()) {
    return answer;
  }
  const Language language = language_of_tag(answer.article.language);
  const auto marked = [&](const std::string& text) {
    return to_segments(text, find_marks(text, language, highlights, analyzer));
  };
  answer.title_segments = marked(answer.article.title);
  answer.standfirst_segments = marked(answer.article.standfirst);
  answer.body_segments = marked(answer.article.body);
  return answer;
}

}  // namespace vigie
