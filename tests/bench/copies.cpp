// Measures how well copies are found, and how fast.
//
//   copies FILE.jsonl          recall and precision on copies made of the articles, pairs found among the articles
//   copies FILE.jsonl PAIRS    prints so many of these pairs, drawn at random, to be judged by eye
//   copies --speed ARTICLES    time to cluster so many, and to add fifty more
//
// FILE holds articles as `indexer export` writes them.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <sstream>
#include <string>

#include "indexer/article.h"
#include "indexer/published.h"
#include "searchd/mirror/clusters.h"

using namespace vigie;

namespace {

constexpr int32_t kDaySeconds = 86400;
constexpr const char* kByline = "By John Smith and Mary Brown, correspondents in London\n";

using Random = std::mt19937;
using Words = std::vector<std::string>;

struct Draft {
  Article article;
  Original original;
};

void take_fingerprint(Draft& draft) {
  static Analyzer analyzer;
  FingerprintMaker maker;
  maker.add_title(analyzer.analyze(draft.article.title));
  maker.add_text(analyzer.analyze(draft.article.standfirst), draft.article.standfirst);
  maker.add_text(analyzer.analyze(draft.article.body), draft.article.body);
  const auto published = parse_published(draft.article.published);
  draft.original = {
      maker.finish(), static_cast<uint32_t>(language_of_tag(draft.article.language)),
      published ? static_cast<int32_t>(published->epoch_seconds / kDaySeconds) : kNoDay};
}

std::vector<Draft> read_drafts(const char* path) {
  std::vector<Draft> drafts;
  std::ifstream lines(path);
  for (std::string line; std::getline(lines, line);) {
    drafts.push_back({article_from_stored_json(line), {}});
    take_fingerprint(drafts.back());
  }
  return drafts;
}

Words words_of(const std::string& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

std::string text_of(const Words& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

/// What an editor does to wire copy.
class Editor {
 public:
  static constexpr const char* kChanges[] = {"a part cut", "byline added", "headline changed",
                                             "10 % of words changed"};

  explicit Editor(const std::vector<Draft>& drafts) : drafts_(drafts) {
    for (size_t i = 0; i < drafts.size(); i += 50) {
      const Words words = words_of(drafts[i].article.body);
      words_.insert(words_.end(), words.begin(), words.end());
    }
  }

  void change(Article& article, size_t change) {
    switch (change) {
      case 0:
        article.body = cut(words_of(article.body));
        break;
      case 1:
        article.body = kByline + article.body;
        break;
      case 2:
        article.title = drafts_[random_() % drafts_.size()].article.title;
        break;
      default:
        article.body = reword(words_of(article.body));
    }
  }

 private:
  /// Without a fifth to a third of it, wherever that is: where paragraphs are is not known of all.
  std::string cut(Words words) {
    const size_t length = words.size() / 5 + random_() % (words.size() / 8 + 1);
    const auto begin =
        words.begin() + static_cast<std::ptrdiff_t>(random_() % (words.size() + 1 - length));
    words.erase(begin, begin + static_cast<std::ptrdiff_t>(length));
    return text_of(words);
  }

  /// With words of other articles instead of its own.
  std::string reword(Words words) {
    for (size_t i = 0; i < words.size() / 10; ++i) {
      words[random_() % words.size()] = words_[random_() % words_.size()];
    }
    return text_of(words);
  }

  const std::vector<Draft>& drafts_;
  Words words_;
  Random random_{7};
};

struct Recall {
  size_t found = 0;
  size_t made = 0;

  void count(bool is_found) {
    found += is_found ? 1 : 0;
    ++made;
  }
  double value() const {
    return made == 0 ? 0 : static_cast<double>(found) / static_cast<double>(made);
  }
};

/// Recall on copies with changes `first` and, where it is another, `second`; of all and of articles
/// of `least` words.
void measure_recall(const std::vector<Draft>& drafts, Editor& editor, size_t first, size_t second) {
  constexpr uint16_t kLeastWords = 40;
  Recall all;
  Recall longer;
  for (const Draft& draft : drafts) {
    Draft copy = draft;
    editor.change(copy.article, first);
    if (second != first) {
      editor.change(copy.article, second);
    }
    take_fingerprint(copy);
    const bool found = !find_copies({draft.original, copy.original}).empty();
    all.count(found);
    if (draft.original.fingerprint.length >= kLeastWords) {
      longer.count(found);
    }
  }
  std::printf("%s%s%s\t%.4f\t%.4f\n", Editor::kChanges[first], second != first ? ", " : "",
              second != first ? Editor::kChanges[second] : "", all.value(), longer.value());
}

std::vector<Original> originals_of(const std::vector<Draft>& drafts) {
  std::vector<Original> originals;
  originals.reserve(drafts.size());
  for (const Draft& draft : drafts) {
    originals.push_back(draft.original);
  }
  return originals;
}

/// Of the pairs that made copies are in, those of a copy and its own article; pairs of articles that
/// are found without any copy are left out, and so are those of their copies.
void measure_precision(const std::vector<Draft>& drafts, Editor& editor) {
  std::vector<Original> all = originals_of(drafts);
  std::set<CopyPair> natural;
  for (const CopyPair& pair : find_copies(all)) {
    natural.insert(pair);
  }
  const auto count = static_cast<uint32_t>(drafts.size());
  for (uint32_t i = 0; i < count; ++i) {
    Draft copy = drafts[i];
    editor.change(copy.article, i % std::size(Editor::kChanges));
    take_fingerprint(copy);
    all.push_back(copy.original);
  }
  size_t right = 0;
  size_t wrong = 0;
  for (const auto& [a, b] : find_copies(all)) {
    const CopyPair articles = std::minmax(a % count, b % count);
    if (b < count || natural.count(articles) > 0) {
      continue;
    }
    ++(articles.first == articles.second ? right : wrong);
  }
  std::printf("precision of %zu pairs with a copy: %.4f\n", right + wrong,
              static_cast<double>(right) / static_cast<double>(right + wrong));
}

void print_article(const Draft& draft) {
  constexpr int kMostBytes = 700;
  std::printf("  %s %s | %s | %.*s\n", draft.article.id.c_str(), draft.article.published.c_str(),
              draft.article.title.c_str(), kMostBytes, draft.article.body.c_str());
}

void print_pairs(const std::vector<Draft>& drafts, size_t most) {
  std::vector<CopyPair> pairs = find_copies(originals_of(drafts));
  std::printf("%zu pairs of copies among %zu articles\n", pairs.size(), drafts.size());
  std::shuffle(pairs.begin(), pairs.end(), Random(3));
  for (size_t i = 0; i < std::min(most, pairs.size()); ++i) {
    std::printf("%zu\n", i + 1);
    print_article(drafts[pairs[i].first]);
    print_article(drafts[pairs[i].second]);
  }
}

/// Fingerprints of random texts, every twentieth a copy of the one before.
std::vector<AddedOriginal> make_originals(uint32_t first, uint32_t count) {
  Random random(first);
  std::vector<AddedOriginal> added;
  for (uint32_t i = 0; i < count; ++i) {
    Original original;
    original.language = 1 + i % 2;
    original.day = 19000 + static_cast<int32_t>(i % 1000);
    Fingerprint& print = original.fingerprint;
    print.length = 400;
    print.text = static_cast<uint32_t>(random());
    print.words.count = print.pairs.count = 250;
    print.names.count = kNames;
    for (size_t row = 0; row < kSketchRows; ++row) {
      print.words.rows[row] = static_cast<uint8_t>(random() % 8 == 0 ? 1 : random());
      print.pairs.rows[row] = static_cast<uint8_t>(random());
    }
    for (uint16_t& name : print.names.hashes) {
      name = static_cast<uint16_t>(random());
    }
    std::sort(print.names.hashes.begin(), print.names.hashes.end());
    added.push_back({first + i, i % 20 == 1 ? added.back().original : original});
  }
  return added;
}

void measure_speed(uint32_t articles) {
  const auto milliseconds = [](std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
  };
  const std::vector<AddedOriginal> many = make_originals(1, articles);
  auto start = std::chrono::steady_clock::now();
  const Clusters clusters = extend_clusters({}, many, {});
  std::printf("%u articles clustered in %.0f ms, %zu bytes each\n", articles, milliseconds(start),
              clusters.bytes() / articles);
  const std::vector<AddedOriginal> few = make_originals(articles + 1, 50);
  start = std::chrono::steady_clock::now();
  extend_clusters(clusters, few, {1, articles / 2});
  std::printf("50 more, and 2 removed, in %.1f ms\n", milliseconds(start));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: copies FILE.jsonl [PAIRS] | copies --speed ARTICLES\n");
    return 2;
  }
  if (std::string(argv[1]) == "--speed" && argc == 3) {
    measure_speed(static_cast<uint32_t>(std::stoul(argv[2])));
    return 0;
  }
  const std::vector<Draft> drafts = read_drafts(argv[1]);
  if (argc == 3) {
    print_pairs(drafts, std::stoul(argv[2]));
    return 0;
  }
  std::printf("change\trecall\tof 40 words and more\n");
  Editor editor(drafts);
  for (size_t first = 0; first < std::size(Editor::kChanges); ++first) {
    for (size_t second = first; second < std::size(Editor::kChanges); ++second) {
      measure_recall(drafts, editor, first, second);
    }
  }
  measure_precision(drafts, editor);
  print_pairs(drafts, 0);
  return 0;
}
