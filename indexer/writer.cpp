#include "indexer/writer.h"

#include <algorithm>
#include <chrono>
#include <unordered_map>
#include <utility>

#include "indexer/bulk.h"
#include "indexer/feed.h"
#include "indexer/rebuild.h"
#include "indexer/small_add.h"
#include "indexer/writable_index.h"

namespace vigie {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

/// How long articles are gathered to see whether they are many enough for a bulk add, if they come
/// too slowly.
constexpr milliseconds kGatherTime{1000};
constexpr size_t kMaxGatheredBytes = 256 << 20;
/// A bulk add ends where its source made it wait so many times its patience since the last so many
/// articles.
constexpr int kBulkPatience = 20;
constexpr uint64_t kBulkPatienceArticles = 1000;
constexpr Xapian::doccount kBulkShare = 20;  // 5 %

/// Articles from the feed, counted for progress, until the end or a stop.
class Intake {
 public:
  Intake(const ArticleFeed::Source& next, const AddOptions& options)
      : feed_(next), options_(options) {}

  bool stopped() {
    stopped_ = stopped_ || options_.stop_requested();
    return stopped_;
  }
  /// Whether nothing more will come.
  bool over() { return feed_.ended() || stopped(); }

  std::optional<SourcedArticle> pop() {
    std::optional<SourcedArticle> item = feed_.pop(options_.patience);
    if (item) {
      ++articles_;
      bytes_ += item->bytes;
      options_.progress(articles_, bytes_);
    }
    return item;
  }

  uint64_t articles() const { return articles_; }

  /// As many articles as come at once, no more than `limit`.
  std::vector<SourcedArticle> gather(size_t limit) {
    std::vector<SourcedArticle> batch;
    size_t bytes = 0;
    const Clock::time_point start = Clock::now();
    while (batch.size() < limit && bytes < kMaxGatheredBytes && !over()) {
      std::optional<SourcedArticle> item = pop();
      if (item) {
        bytes += item->article.body.size();
        batch.push_back(std::move(*item));
      } else if (!batch.empty()) {
        break;
      }
      if (batch.size() < limit / 10 && !batch.empty() && Clock::now() - start > kGatherTime) {
        break;
      }
    }
    return batch;
  }

 private:
  ArticleFeed feed_;
  const AddOptions& options_;
  uint64_t articles_ = 0;
  uint64_t bytes_ = 0;
  bool stopped_ = false;
};

/// Notices when a source has become too slow to hold back its articles' reports any longer.
class PatienceGauge {
 public:
  explicit PatienceGauge(milliseconds patience) : patience_(patience) {}

  /// Counts the time since the last call as waited, `articles` having come so far; whether it is
  /// enough.
  bool exhausted(Clock::duration waited, uint64_t articles) {
    if (articles >= since_ + kBulkPatienceArticles) {
      since_ = articles;
      waited_ = {};
    }
    waited_ += waited;
    return waited_ > kBulkPatience * patience_;
  }

 private:
  const milliseconds patience_;
  uint64_t since_ = 0;
  Clock::duration waited_{};
};

/// Takes in `batch` and what comes after it.
void add_bulk(WritableIndex& index, std::vector<SourcedArticle> batch, Intake& intake,
              const AddOptions& options) {
  BulkStage stage(index, options.jobs);
  for (SourcedArticle& item : batch) {
    stage.take(std::move(item));
  }
  batch = {};
  PatienceGauge patience(options.patience);
  while (!intake.over() && !stage.full()) {
    const Clock::time_point start = Clock::now();
    std::optional<SourcedArticle> item = intake.pop();
    const bool slow = patience.exhausted(Clock::now() - start, intake.articles());
    if (item) {
      stage.take(std::move(*item));
    }
    if (slow) {
      break;
    }
  }
  for (const ArticleReport& report : stage.finish()) {
    options.report(report);
  }
}

/// Takes in `batch`, but what comes after a stop.
void add_small(WritableIndex& index, std::vector<SourcedArticle> batch, Intake& intake,
               const AddOptions& options) {
  SmallAdd small(index, options);
  for (SourcedArticle& item : batch) {
    if (intake.stopped()) {
      break;
    }
    small.take(std::move(item));
  }
  small.commit();
}

/// Deletes the documents of that id, in a transaction. The bytes of what they stored; none where
/// there is no such article.
uint64_t delete_article(WritableIndex& index, const std::string& id) {
  uint64_t bytes = 0;
  for (const Xapian::docid docid : documents_of_id(index.database(), id)) {
    bytes += index.database().get_document(docid).get_data().size() + 1;
    index.remove(docid);
  }
  return bytes;
}

/// Tells what adding would do, from the index (if there is one) and what was judged before.
class Judge {
 public:
  explicit Judge(std::optional<Xapian::Database> database) : database_(std::move(database)) {}

  Outcome judge(const Article& article) {
    std::string hash = content_hash(article);
    const auto [known, first] = hashes_.try_emplace(article.id);
    const std::string before = std::exchange(known->second, hash);
    if (!first) {
      return before == hash ? Outcome::kUnchanged : Outcome::kUpdated;
    }
    if (!database_) {
      return Outcome::kAdded;
    }
    const std::vector<Xapian::docid> docids = documents_of_id(*database_, article.id);
    if (is_unchanged(*database_, docids, hash)) {
      return Outcome::kUnchanged;
    }
    return docids.empty() ? Outcome::kAdded : Outcome::kUpdated;
  }

 private:
  std::optional<Xapian::Database> database_;
  std::unordered_map<std::string, std::string> hashes_;  ///< by id
};

}  // namespace

struct IndexWriter::State {
  IndexDirectory directory;
  std::optional<WritableIndex> index;  ///< none for dry runs

  void add_dry(Intake& intake, const AddOptions& options);
  void add(Intake& intake, const AddOptions& options);
};

IndexWriter::IndexWriter(IndexDirectory directory, OpenOptions options)
    : state_(std::make_unique<State>()) {
  state_->directory = std::move(directory);
  if (options.dry_run) {
    return;
  }
  explaining_errors(state_->directory.path, [&] {
    WritableIndex::Options how;
    how.keep_waiting = [&options] { return options.wait && !options.stop_requested(); };
    how.create = options.create;
    how.any_version = options.any_version;
    how.knowledge = options.knowledge;
    state_->index.emplace(state_->directory, how);
  });
}

IndexWriter::~IndexWriter() = default;

void IndexWriter::add(const std::function<std::optional<SourcedArticle>()>& next,
                      const AddOptions& options) {
  explaining_errors(state_->directory.path, [&] {
    Intake intake(next, options);
    if (options.dry_run || !state_->index) {
      state_->add_dry(intake, options);
    } else {
      require_version(state_->index->database(), state_->directory.path);
      state_->add(intake, options);
    }
  });
}

void IndexWriter::State::add_dry(Intake& intake, const AddOptions& options) {
  Judge judge(directory.exists() ? std::make_optional(open_index(directory)) : std::nullopt);
  while (!intake.over()) {
    std::optional<SourcedArticle> item = intake.pop();
    if (!item) {
      continue;
    }
    const bool rejected = item->error.has_value();
    ArticleReport report = begin_report(*item);
    if (!rejected) {
      report.outcome = judge.judge(item->article);
    }
    options.report(report);
  }
}

void IndexWriter::State::add(Intake& intake, const AddOptions& options) {
  while (!intake.over()) {
    const size_t bulk_size =
        std::max<size_t>(options.bulk_threshold, index->database().get_doccount() / kBulkShare);
    std::vector<SourcedArticle> batch = intake.gather(bulk_size);
    const auto add_batch = batch.size() >= bulk_size ? add_bulk : add_small;
    add_batch(*index, std::move(batch), intake, options);
  }
}

std::vector<RemoveReport> IndexWriter::remove(const std::vector<std::string>& ids) {
  return explaining_errors(state_->directory.path, [&] {
    Xapian::WritableDatabase& database = state_->index->database();
    std::vector<RemoveReport> reports;
    uint64_t bytes = 0;
    database.begin_transaction();
    for (const std::string& id : ids) {
      const uint64_t removed = delete_article(*state_->index, id);
      bytes += removed;
      reports.push_back({id, removed != 0});
    }
    if (bytes != 0) {
      state_->index->commit_transaction(bytes);
    } else {
      database.cancel_transaction();
    }
    return reports;
  });
}

void IndexWriter::rebuild(unsigned jobs, std::optional<std::string> knowledge,
                          const std::function<void(uint64_t, uint64_t)>& progress) {
  explaining_errors(state_->directory.path, [&] {
    if (knowledge) {
      state_->index->set_knowledge(std::move(*knowledge));
    }
    rebuild_index(*state_->index, jobs, {}, progress);
  });
}

void IndexWriter::compact() {
  explaining_errors(state_->directory.path, [&] {
    const BuildingFolder folder(state_->directory);
    const std::string compacted = folder.path() + "/compacted";
    merge_databases({state_->index->current_path()}, compacted);
    state_->index->publish(compacted, {});
  });
}

}  // namespace vigie
