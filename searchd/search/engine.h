// The engine: requests in, answers out, over one index directory that another process writes.
//
// All functions may be called from any thread at once; each request is answered wholly from one
// revision.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/answer.h"
#include "searchd/search/deadline.h"
#include "searchd/search/request.h"

namespace vigie {

/// A request that cannot be answered as it stands: its parameter and one sentence.
class InvalidRequest : public std::runtime_error {
 public:
  InvalidRequest(std::string parameter, const std::string& sentence)
      : std::runtime_error(sentence), parameter_(std::move(parameter)) {}
  const std::string& parameter() const { return parameter_; }

 private:
  std::string parameter_;
};

struct EngineOptions {
  std::string index_path;
  uint64_t cache_bytes = 512ULL << 20U;  ///< budget of postings and positions in memory
  unsigned concurrent_searches = 0;      ///< admitted at once; 0: two per core
  std::chrono::milliseconds deadline{5000};
};

class Engine {
 public:
  /// Starts watching the index; status().ready turns true once the mirror is built. Does not throw
  /// where there is no index yet: it waits for one.
  explicit Engine(EngineOptions options);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// Throws InvalidRequest, Unavailable.
  SearchAnswer search(const SearchRequest& request);

  /// The article of `address` (an id as it stands, or address_of_id()); nothing where there is
  /// none. `q` highlights. Throws Unavailable.
  std::optional<ArticleAnswer> article(std::string_view address, std::string_view q,
                                       bool translate = true);

  /// Articles like it, across languages, best first, itself left out; nothing where there is no
  /// such article.
  std::optional<SearchAnswer> similar(std::string_view address, uint32_t count);

  /// The copies of an article, the newest first, itself left out; nothing where there is no such
  /// article.
  std::optional<SearchAnswer> duplicates(std::string_view address, uint32_t count);

  /// The sums of money of the articles that a search finds. Throws as search().
  SumsAnswer sums(const SumsRequest& request);

  /// The articles of a search that name each of some names. Throws as search().
  CountsAnswer counts(const CountsRequest& request);

  /// What is known of the entity with this id; nothing where there is none.
  std::optional<EntityAnswer> entity(const std::string& id);

  /// Entities, completions of the last word of `q`, and names and headlines; accents and case aside.
  std::vector<Suggestion> suggest(std::string_view q, uint32_t count);

  /// The state that answers would be from: (uuid, revision) is what ETags are made of.
  IndexState state() const;
  EngineStatus status() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace vigie
