#include "indexer/bulk.h"

#include <algorithm>
#include <utility>

#include "indexer/document.h"
#include "indexer/small_add.h"

namespace vigie {

namespace {

constexpr size_t kMaxReports = 500'000;

}  // namespace

BulkStage::BulkStage(WritableIndex& index, unsigned jobs)
    : index_(index),
      folder_(index.directory()),
      parts_(folder_.path(), index.knowledge(), jobs),
      first_docid_(index.database().get_lastdocid() + 1),
      next_docid_(first_docid_) {}

void BulkStage::take(SourcedArticle item) {
  const bool rejected = item.error.has_value();
  ArticleReport report = begin_report(item);
  if (!rejected) {
    int64_t added = 0;
    report.outcome = judge(item.article, added);
    if (report.outcome != Outcome::kUnchanged) {
      parts_.add(next_docid_++, std::move(item.article), added);
    }
  }
  reports_.push_back(std::move(report));
}

bool BulkStage::full() const {
  return reports_.size() >= kMaxReports;
}

/// What taking the article in comes to; where it is taken in, `added` is as DocumentMaker takes it.
Outcome BulkStage::judge(const Article& article, int64_t& added) {
  std::string hash = content_hash(article);
  const auto [known, first] = taken_.try_emplace(article.id);
  Taken& taken = known->second;
  if (!first) {
    if (taken.hash == hash) {
      return Outcome::kUnchanged;
    }
    replaced_.push_back(taken.docid);
    added = taken.added;
    taken = {next_docid_, std::move(hash), added};
    return Outcome::kUpdated;
  }
  const std::vector<Xapian::docid> docids = documents_of_id(index_.database(), article.id);
  added = first_added(index_.database(), docids);
  if (is_unchanged(index_.database(), docids, hash)) {
    taken = {docids.front(), std::move(hash), added};
    return Outcome::kUnchanged;
  }
  taken = {next_docid_, std::move(hash), added};
  replaced_.insert(replaced_.end(), docids.begin(), docids.end());
  return docids.empty() ? Outcome::kAdded : Outcome::kUpdated;
}

std::vector<ArticleReport> BulkStage::finish() {
  std::vector<std::string> parts = parts_.finish();
  if (!parts.empty()) {
    const std::string merged = folder_.path() + "/merged";
    merge_databases(sources_of_merge(std::move(parts)), merged);
    index_.publish(merged, replaced_);
  }
  return std::move(reports_);
}

std::vector<std::string> BulkStage::sources_of_merge(std::vector<std::string> parts) {
  const auto is_old = [this](Xapian::docid docid) { return docid < first_docid_; };
  const auto replaced_old =
      static_cast<Xapian::doccount>(std::count_if(replaced_.begin(), replaced_.end(), is_old));
  // Where every old document is replaced (or there was none), none is copied to be deleted.
  if (replaced_old == index_.database().get_doccount()) {
    replaced_.erase(std::remove_if(replaced_.begin(), replaced_.end(), is_old), replaced_.end());
  } else {
    parts.push_back(index_.current_path());
  }
  return parts;
}

}  // namespace vigie
