#include "searchd/search/engine.h"

#include <algorithm>
#include <filesystem>
#include <thread>
#include <utility>

#include "indexer/published.h"
#include "indexer/schema.h"
#include "searchd/mirror/mirror.h"
#include "searchd/query/parser.h"
#include "searchd/search/did_you_mean.h"
#include "searchd/search/duplicates.h"
#include "searchd/search/entity_page.h"
#include "searchd/search/handle_pool.h"
#include "searchd/search/name_counts.h"
#include "searchd/search/planner.h"
#include "searchd/search/search_run.h"
#include "searchd/search/show.h"
#include "searchd/search/similar.h"
#include "searchd/search/suggest.h"
#include "searchd/search/sum_list.h"

namespace vigie {

namespace {

/// Times a request is begun anew because the index changed underneath.
constexpr int kAttempts = 10;
/// How long the mirror may take to notice a change that a request has met.
constexpr std::chrono::milliseconds kPatience{100};

unsigned searches_at_once(const EngineOptions& options) {
  return options.concurrent_searches > 0 ? options.concurrent_searches
                                         : 2 * std::max(1U, std::thread::hardware_concurrency());
}

void require_reachable(const SearchRequest& request) {
  if (request.page == 0 || request.per_page == 0 || request.per_page > kMaxPerPage ||
      uint64_t{request.page} * request.per_page > kMaxDepth) {
    throw InvalidRequest("page", "page x per_page reaches past the first " +
                                     std::to_string(kMaxDepth) + " hits; narrow the search");
  }
}

uint64_t directory_bytes(const std::string& path) {
  std::error_code ignored;
  uint64_t total = 0;
  for (const auto& entry : std::filesystem::directory_iterator(path, ignored)) {
    total += entry.is_regular_file(ignored) ? entry.file_size(ignored) : 0;
  }
  return total;
}

/// The first article of the snapshot that holds `term`; 0 where there is none.
uint32_t first_live(const std::string& term, TermReader& reader) {
  for (auto it = reader.database().postlist_begin(term); it != reader.database().postlist_end(term);
       ++it) {
    if (reader.snapshot().live.contains(*it)) {
      return *it;
    }
  }
  return 0;
}

/// The docid of the article with this address; 0 where there is none.
uint32_t docid_of(std::string_view address, TermReader& reader) {
  const uint32_t by_id = first_live(schema::term(schema::Prefix::kId, address), reader);
  return by_id != 0 ? by_id : first_live(schema::term(schema::Prefix::kAddress, address), reader);
}

}  // namespace

struct Engine::State {
  explicit State(EngineOptions given)
      : options(std::move(given)),
        mirror(IndexDirectory{options.index_path}, options.cache_bytes),
        pool(searches_at_once(options)) {}

  /// Why there is no snapshot, in one sentence.
  std::string problem() const {
    const std::string problem = mirror.problem();
    return problem.empty() ? "The index is being loaded; try again in a moment." : problem;
  }

  std::shared_ptr<const Snapshot> require_snapshot(std::shared_ptr<const Snapshot> snapshot) const {
    if (!snapshot) {
      throw Unavailable(problem());
    }
    return snapshot;
  }

  /// What `work` answers from one snapshot; begun anew on the newest where the index changed
  /// underneath.
  template <typename Work>
  auto answer(const Work& work) {
    const Deadline deadline = std::chrono::steady_clock::now() + options.deadline;
    std::shared_ptr<const Snapshot> snapshot = require_snapshot(mirror.snapshot());
    for (int attempt = 1;; ++attempt) {
      try {
        HandlePool::Lease lease = pool.lend(*snapshot, deadline);
        TermReader reader(*snapshot, lease.database());
        return work(SearchTools{reader, lease.articles(), lease.analyzer(), deadline});
      } catch (const Xapian::DatabaseModifiedError& error) {
        give_up_after(attempt, error);
      } catch (const Xapian::DocNotFoundError& error) {
        give_up_after(attempt, error);
      } catch (const Xapian::DatabaseOpeningError& error) {
        give_up_after(attempt, error);
      } catch (const Xapian::Error& error) {
        throw Unavailable("The index cannot be read: " + error.get_msg());
      }
      snapshot = require_snapshot(mirror.newer(snapshot, kPatience));
    }
  }

  static void give_up_after(int attempt, const Xapian::Error& error) {
    if (attempt == kAttempts) {
      throw Unavailable("The index keeps changing while it is read: " + error.get_msg());
    }
  }

  const EngineOptions options;
  Mirror mirror;
  HandlePool pool;
  DidYouMean did_you_mean;
};

Engine::Engine(EngineOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Engine::~Engine() = default;

SearchAnswer Engine::search(const SearchRequest& request) {
  require_reachable(request);
  return state_->answer([&](SearchTools tools) {
    SearchRun search(request, tools);
    SearchAnswer answer = search.run();
    answer.suggestion = state_->did_you_mean.suggestion(request.q, search.plan(), tools);
    return answer;
  });
}

SumsAnswer Engine::sums(const SumsRequest& request) {
  require_reachable(request.search);
  return state_->answer([&](SearchTools tools) { return list_sums(request, tools); });
}

CountsAnswer Engine::counts(const CountsRequest& request) {
  require_reachable(request.search);
  return state_->answer([&](SearchTools tools) { return count_names(request, tools); });
}

std::optional<EntityAnswer> Engine::entity(const std::string& id) {
  return state_->answer([&](SearchTools tools) -> std::optional<EntityAnswer> {
    const uint32_t* number = tools.reader.snapshot().gazetteer->number_of(id);
    return number == nullptr ? std::nullopt : std::optional(entity_page(*number, tools));
  });
}

std::optional<ArticleAnswer> Engine::article(std::string_view address, std::string_view q,
                                             bool translate) {
  return state_->answer([&](SearchTools tools) -> std::optional<ArticleAnswer> {
    const uint32_t docid = docid_of(address, tools.reader);
    if (docid == 0) {
      return std::nullopt;
    }
    Highlights highlights;
    if (!q.empty()) {
      highlights = Planner(tools.reader, tools.analyzer, MatchMode::kAll, translate)
                       .plan(parse_query(q).expression)
                       .highlights;
    }
    ArticleAnswer answer = show_article(docid, highlights, tools);
    answer.index = state_of(tools.reader.snapshot());
    return answer;
  });
}

std::optional<SearchAnswer> Engine::similar(std::string_view address, uint32_t count) {
  return state_->answer([&](SearchTools tools) -> std::optional<SearchAnswer> {
    const uint32_t docid = docid_of(address, tools.reader);
    return docid == 0 ? std::nullopt : std::optional(find_similar(docid, count, tools));
  });
}

std::optional<SearchAnswer> Engine::duplicates(std::string_view address, uint32_t count) {
  return state_->answer([&](SearchTools tools) -> std::optional<SearchAnswer> {
    const uint32_t docid = docid_of(address, tools.reader);
    return docid == 0 ? std::nullopt : std::optional(find_duplicates(docid, count, tools));
  });
}

std::vector<Suggestion> Engine::suggest(std::string_view q, uint32_t count) {
  return state_->answer([&](SearchTools tools) { return vigie::suggest(q, count, tools); });
}

IndexState Engine::state() const {
  const std::shared_ptr<const Snapshot> snapshot = state_->mirror.snapshot();
  return snapshot ? state_of(*snapshot) : IndexState{};
}

EngineStatus Engine::status() const {
  EngineStatus status;
  const std::shared_ptr<const Snapshot> snapshot = state_->mirror.snapshot();
  if (!snapshot) {
    status.problem = state_->problem();
    return status;
  }
  status.ready = true;
  status.index = state_of(*snapshot);
  status.mirror_bytes = snapshot->bytes();
  status.postings_hits = snapshot->base->cache.hits();
  status.postings_misses = snapshot->base->cache.misses();
  status.index_bytes = directory_bytes(snapshot->generation_path);
  if (const auto updated = parse_published(snapshot->updated)) {
    status.updated_epoch_seconds = updated->epoch_seconds;
  }
  return status;
}

}  // namespace vigie
