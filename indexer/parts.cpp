#include "indexer/parts.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <future>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

#include "indexer/document.h"
#include "indexer/files.h"
#include "indexer/glass/part_writer.h"
#include "indexer/positions/position_gatherer.h"
#include "indexer/positions/position_state.h"
#include "indexer/writable_index.h"

namespace vigie {

namespace {

/// A part ends with so much text, too.
constexpr size_t kBytesPerPart = 12 << 20;

/// Parts merged into one at a time, and how many such groups stay unmerged for the last merge:
/// merging each part once more costs a tenth of making it, and every open part five file
/// descriptors.
constexpr size_t kGroupSize = 24;
constexpr size_t kUnmergedGroups = 4;

struct NumberedArticle {
  Xapian::docid docid;
  Article article;
  int64_t added;
};

struct Chunk {
  size_t number;  ///< 0, 1, 2, … in the order of docids
  std::vector<NumberedArticle> articles;
  uint64_t text_bytes;
};

void build_part(const Chunk& chunk, const std::string& path, DocumentMaker& documents) {
  glass::PartWriter part(path);
  PositionGatherer positions;
  for (const NumberedArticle& item : chunk.articles) {
    PlainDocument& document = documents.make(item.article, item.added);
    part.add(item.docid, document);
    positions.add(item.docid, document.terms);
  }
  part.finish();
  positions.write(position_file_path(path, 1));
}

}  // namespace

struct PartBuilder::State {
  State(std::string folder_given, std::shared_ptr<const ArticleKnowledge> knowledge_given,
        unsigned jobs_given, size_t articles_per_part_given);
  ~State();

  void submit();
  void work();
  std::optional<Chunk> take();
  void note_done(size_t number);
  std::optional<size_t> group_to_merge();
  void merge_group(size_t group);
  std::string part_path(size_t number) const { return folder + "/part-" + std::to_string(number); }
  std::string group_path(size_t group) const { return folder + "/group-" + std::to_string(group); }
  void check_workers();

  const std::string folder;
  const std::shared_ptr<const ArticleKnowledge> knowledge;
  const unsigned jobs;
  const size_t articles_per_part;

  // The feeding thread's own.
  std::vector<NumberedArticle> gathered;
  size_t gathered_bytes = 0;
  size_t chunks = 0;
  std::vector<std::future<void>> workers;

  std::mutex mutex;  ///< guards all below
  std::condition_variable changed;
  std::deque<Chunk> queue;
  std::set<size_t> done;           ///< parts built and not merged
  std::set<size_t> merged_groups;  ///< merged, or being merged
  bool complete = false;           ///< no more chunks will come
  bool failed = false;             ///< a worker threw: the others stop
};

PartBuilder::State::State(std::string folder_given,
                          std::shared_ptr<const ArticleKnowledge> knowledge_given,
                          unsigned jobs_given, size_t articles_per_part_given)
    : folder(std::move(folder_given)),
      knowledge(std::move(knowledge_given)),
      jobs(jobs_given != 0 ? jobs_given : std::max(1U, std::thread::hardware_concurrency())),
      articles_per_part(articles_per_part_given) {
  for (unsigned i = 0; i < jobs; ++i) {
    workers.push_back(std::async(std::launch::async, [this] { work(); }));
  }
}

PartBuilder::State::~State() {
  {
    const std::lock_guard lock(mutex);
    failed = true;
  }
  changed.notify_all();
  for (std::future<void>& worker : workers) {
    if (worker.valid()) {
      worker.wait();
    }
  }
}

void PartBuilder::State::submit() {
  if (gathered.empty()) {
    return;
  }
  std::unique_lock lock(mutex);
  changed.wait(lock, [this] { return queue.size() < jobs || failed; });
  if (!failed) {
    queue.push_back({chunks++, std::move(gathered), gathered_bytes});
  }
  lock.unlock();
  changed.notify_all();
  gathered = {};
  gathered_bytes = 0;
  check_workers();
}

void PartBuilder::State::check_workers() {
  {
    const std::lock_guard lock(mutex);
    if (!failed) {
      return;
    }
  }
  for (std::future<void>& worker : workers) {
    worker.get();  // one of them throws
  }
}

void PartBuilder::State::work() {
  // However a worker ends, if not at the end of its work the others must not wait for it.
  struct AtEnd {
    State& state;
    bool finished = false;
    ~AtEnd() {
      const std::lock_guard lock(state.mutex);
      state.failed = state.failed || !finished;
      state.changed.notify_all();
    }
  } at_end{*this};
  DocumentMaker documents(knowledge);
  while (const std::optional<Chunk> chunk = take()) {
    require_free_space(folder, room_for_text(jobs * chunk->text_bytes));
    build_part(*chunk, part_path(chunk->number), documents);
    note_done(chunk->number);
    while (const std::optional<size_t> group = group_to_merge()) {
      merge_group(*group);
    }
  }
  at_end.finished = true;
}

std::optional<Chunk> PartBuilder::State::take() {
  std::unique_lock lock(mutex);
  changed.wait(lock, [this] { return !queue.empty() || complete || failed; });
  if (queue.empty() || failed) {
    return std::nullopt;
  }
  std::optional<Chunk> chunk(std::move(queue.front()));
  queue.pop_front();
  lock.unlock();
  changed.notify_all();
  return chunk;
}

void PartBuilder::State::note_done(size_t number) {
  const std::lock_guard lock(mutex);
  done.insert(number);
}

std::optional<size_t> PartBuilder::State::group_to_merge() {
  const std::lock_guard lock(mutex);
  if (done.empty()) {
    return std::nullopt;
  }
  const size_t newest_group = *done.rbegin() / kGroupSize;
  for (size_t group = 0; group + kUnmergedGroups < newest_group; ++group) {
    const auto first = done.lower_bound(group * kGroupSize);
    const auto last = done.lower_bound((group + 1) * kGroupSize);
    if (merged_groups.count(group) == 0 &&
        static_cast<size_t>(std::distance(first, last)) == kGroupSize) {
      merged_groups.insert(group);
      done.erase(first, last);
      return group;
    }
  }
  return std::nullopt;
}

void PartBuilder::State::merge_group(size_t group) {
  std::vector<std::string> sources;
  for (size_t i = 0; i < kGroupSize; ++i) {
    sources.push_back(part_path(group * kGroupSize + i));
  }
  merge_databases(sources, group_path(group));
  for (const std::string& source : sources) {
    std::filesystem::remove_all(source);
  }
}

PartBuilder::PartBuilder(std::string folder, std::shared_ptr<const ArticleKnowledge> knowledge,
                         unsigned jobs, size_t articles_per_part)
    : state_(std::make_unique<State>(std::move(folder), std::move(knowledge), jobs,
                                     articles_per_part)) {}

PartBuilder::~PartBuilder() = default;

void PartBuilder::add(Xapian::docid docid, Article article, int64_t added) {
  state_->gathered_bytes += text_bytes(article);
  state_->gathered.push_back({docid, std::move(article), added});
  if (state_->gathered.size() >= state_->articles_per_part ||
      state_->gathered_bytes >= kBytesPerPart) {
    state_->submit();
  }
}

std::vector<std::string> PartBuilder::finish() {
  state_->submit();
  {
    const std::lock_guard lock(state_->mutex);
    state_->complete = true;
  }
  state_->changed.notify_all();
  for (std::future<void>& worker : state_->workers) {
    worker.get();
  }
  std::vector<std::string> parts;
  for (const size_t group : state_->merged_groups) {
    parts.push_back(state_->group_path(group));
  }
  for (const size_t number : state_->done) {
    parts.push_back(state_->part_path(number));
  }
  return parts;
}

}  // namespace vigie
