#include "indexer/small_add.h"

#include <utility>

#include "indexer/document.h"

namespace vigie {

namespace {

constexpr size_t kArticlesPerCommit = 500;
constexpr std::chrono::seconds kCommitInterval{1};

}  // namespace

ArticleReport begin_report(SourcedArticle& item) {
  ArticleReport report;
  report.outcome = Outcome::kRejected;
  report.id = item.article.id;
  report.where = std::move(item.where);
  report.warnings = std::move(item.warnings);
  report.bytes = item.bytes;
  if (item.error) {
    report.reason = std::move(*item.error);
  }
  return report;
}

SmallAdd::SmallAdd(WritableIndex& index, const AddOptions& options)
    : index_(index), options_(options), last_commit_(std::chrono::steady_clock::now()) {}

SmallAdd::~SmallAdd() {
  if (!changing_) {
    return;
  }
  try {
    index_.database().cancel_transaction();
  } catch (const Xapian::Error&) {
    // The database takes an open transaction back when it is closed, too.
    changing_ = false;
  }
}

void SmallAdd::take(SourcedArticle item) {
  const bool rejected = item.error.has_value();
  ArticleReport report = begin_report(item);
  if (!rejected) {
    report.outcome = put(item.article);
  }
  reports_.push_back(std::move(report));
  if (reports_.size() >= kArticlesPerCommit ||
      std::chrono::steady_clock::now() - last_commit_ >= kCommitInterval) {
    commit();
  }
}

Outcome SmallAdd::put(const Article& article) {
  Xapian::WritableDatabase& database = index_.database();
  const std::vector<Xapian::docid> docids = documents_of_id(database, article.id);
  if (!docids.empty() && is_unchanged(database, docids, content_hash(article))) {
    return Outcome::kUnchanged;
  }
  if (!changing_) {
    database.begin_transaction();
    changing_ = true;
    changed_bytes_ = 0;
  }
  const int64_t added = first_added(database, docids);
  for (const Xapian::docid docid : docids) {
    index_.remove(docid);
  }
  changed_bytes_ += text_bytes(article);
  if (!documents_) {
    documents_.emplace(index_.knowledge());
  }
  index_.add(documents_->make(article, added));
  return docids.empty() ? Outcome::kAdded : Outcome::kUpdated;
}

void SmallAdd::commit() {
  if (changing_) {
    index_.commit_transaction(changed_bytes_);
    changing_ = false;
  }
  last_commit_ = std::chrono::steady_clock::now();
  for (const ArticleReport& report : std::exchange(reports_, {})) {
    options_.report(report);
  }
  index_.renew_positions();
}

}  // namespace vigie
