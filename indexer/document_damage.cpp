#include "indexer/diagnosis.h"
#include "indexer/document.h"

namespace vigie {

namespace {

bool same_positions(const Xapian::Database& database, Xapian::docid docid,
                    const Xapian::TermIterator& expected) {
  auto stored = database.positionlist_begin(docid, *expected);
  const auto stored_end = database.positionlist_end(docid, *expected);
  auto made = expected.positionlist_begin();
  const auto made_end = expected.positionlist_end();
  while (stored != stored_end && made != made_end && *stored == *made) {
    ++stored;
    ++made;
  }
  return stored == stored_end && made == made_end;
}

std::optional<std::string> term_damage(const Xapian::Database& database, Xapian::docid docid,
                                       const Xapian::Document& expected) {
  auto stored = database.termlist_begin(docid);
  const auto stored_end = database.termlist_end(docid);
  Xapian::termcount length = 0;
  for (auto made = expected.termlist_begin(); made != expected.termlist_end(); ++made, ++stored) {
    if (stored == stored_end || *stored > *made) {
      return "lacks the term " + *made;
    }
    if (*stored < *made) {
      return "has the term " + *stored + " too many";
    }
    if (stored.get_wdf() != made.get_wdf()) {
      return "counts the term " + *made + " wrongly";
    }
    if (!same_positions(database, docid, made)) {
      return "has the term " + *made + " at wrong positions";
    }
    length += made.get_wdf();
  }
  if (stored != stored_end) {
    return "has the term " + *stored + " too many";
  }
  if (database.get_doclength(docid) != length) {
    return "has a wrong length";
  }
  return std::nullopt;
}

std::optional<std::string> value_damage(const Xapian::Document& stored,
                                        const Xapian::Document& expected) {
  auto kept = stored.values_begin();
  for (auto made = expected.values_begin(); made != expected.values_end(); ++made, ++kept) {
    if (kept == stored.values_end() || kept.get_valueno() != made.get_valueno() || *kept != *made) {
      return "has a wrong value in slot " + std::to_string(made.get_valueno());
    }
  }
  if (kept != stored.values_end()) {
    return "has a value too many in slot " + std::to_string(kept.get_valueno());
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> document_damage(const Xapian::Database& database, Xapian::docid docid,
                                           const Article& article, DocumentMaker& documents) {
  const Xapian::Document expected =
      xapian_document(documents.make(article, added_of(database, docid).value_or(0)));
  const Xapian::Document stored = database.get_document(docid);
  if (stored.get_data() != expected.get_data()) {
    return "is not stored in the form it should be";
  }
  if (std::optional<std::string> damage = value_damage(stored, expected)) {
    return damage;
  }
  return term_damage(database, docid, expected);
}

}  // namespace vigie
