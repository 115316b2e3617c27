#include "indexer/diagnosis.h"
#include "indexer/document.h"
#include "indexer/position_check.h"

namespace vigie {

namespace {

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
                                           const Article& article, DocumentMaker& documents,
                                           PositionCheck& positions) {
  PlainDocument& made = documents.make(article, added_of(database, docid).value_or(0));
  const Xapian::Document expected = xapian_document(made);
  const Xapian::Document stored = database.get_document(docid);
  if (stored.get_data() != expected.get_data()) {
    return "is not stored in the form it should be";
  }
  if (std::optional<std::string> damage = value_damage(stored, expected)) {
    return damage;
  }
  if (std::optional<std::string> damage = term_damage(database, docid, expected)) {
    return damage;
  }
  return positions.agree(docid, made.terms)
             ? std::nullopt
             : std::optional<std::string>("has words at wrong positions");
}

}  // namespace vigie
