// An article's fields as a format names them, one after the other: what JSON objects and front
// matter have in common. For one thread.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article.h"

namespace vigie {

/// An article as read, and what is worth saying of it.
struct Record {
  Article article;  ///< not complete()d
  std::vector<std::string> warnings;
};

/// Takes key after key with its value. A key that is no field of the record is passed over and
/// said; of a key given twice the last one is taken, and that is said; null is absence.
class RecordBuilder {
 public:
  /// The field `key` follows: any of text(), item(), wrong_kind(), or none for null.
  void begin(std::string_view key);
  /// Its value, or for the authors, their only one.
  void text(std::string value);
  /// One author more.
  void item(std::string value);
  /// Its value is `kind` ("the number 12", "an object"), which this field does not take. Remembered
  /// for finish().
  void wrong_kind(std::string_view kind);
  /// An author is `kind`.
  void wrong_item(std::string_view kind);
  /// Whether the field last begun is the list of authors.
  bool takes_list() const { return field_ == "authors"; }

  /// Throws ArticleError where a field was of the wrong kind.
  Record finish();

 private:
  Record record_;
  std::string field_;  ///< empty: an unknown one
  std::set<std::string, std::less<>> seen_;
  size_t items_ = 0;
  size_t unknown_ = 0;
  std::optional<std::string> error_;
};

}  // namespace vigie
