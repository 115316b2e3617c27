// Article: the record everything else passes on, and its JSON form (what `export` writes, `add`
// reads and the index stores). Any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// One article. All text is UTF-8 without NUL or other control characters but tab and newline. A
/// string that is not known is empty.
struct Article {
  std::string id;  ///< the id given, else the canonical URL, else a hash: see complete()
  std::string url;
  std::string title;
  std::string standfirst;
  std::string body;  ///< paragraphs separated by newlines
  std::string
      language;  ///< lower-case two-letter tag: "fr", "en", "de"; "und" where it cannot be told
  std::string source;
  std::vector<std::string> authors;
  std::string published;  ///< canonical, see published.h
  std::string section;

  bool operator==(const Article&) const = default;
};

/// A text of an article whose words are searched.
struct TextField {
  const char* name;  ///< as in its JSON form
  std::string_view text;
};

/// Title, standfirst and body; views into `article`.
std::array<TextField, 3> text_fields(const Article& article);
inline constexpr size_t kTitleField = 0;  ///< among them

/// Why one article cannot be taken, in one sentence; the rest of its batch goes on.
class ArticleError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

inline constexpr size_t kMaxIdBytes = 200;
inline constexpr size_t kMaxBodyBytes = 10'000'000;
inline constexpr size_t kMaxFieldBytes = 10'000;

/// Fills what can be derived and normalises what was given: title from the text's first words,
/// language detected, canonical date, id (given; else canonical URL; else a hash of source, date
/// and title), control characters out. Text is otherwise kept to the letter. A completed article is
/// not changed by completing it again. Returns the warnings, each one sentence (missing date, a
/// date in the future, unknown language, HTML in the text, …). Throws ArticleError where there is
/// no text, a date is absurd, an id is longer than 200 bytes, or a field is larger than is allowed
/// (a body above 10 MB, any other above 10 kB).
std::vector<std::string> complete(Article& article, int64_t now_epoch_seconds);

/// The article as one line of JSON, keys in the order of the struct, unknown (empty) fields left
/// out.
std::string to_json(const Article& article);

/// The article in a line written by to_json(). Throws ArticleError where `json` is not one: that is
/// a damaged index.
Article article_from_stored_json(std::string_view json);

/// Equal exactly when the articles' contents are: 16 hex digits of XXH64 over to_json().
std::string content_hash(const Article& article);
/// The same of what to_json() gave.
std::string content_hash(std::string_view json);

/// The article's name in addresses (/articles/{name}): an id of letters, digits, '.', '_', '-' (and
/// not of "." alone) as it stands, else "~" and 16 hex digits of its XXH64.
std::string address_of_id(std::string_view id);

}  // namespace vigie
