// A snapshot: the index in memory at one revision. A request is answered wholly from one.
//
// Base and segments hold the postings of docids, each docid in one of them; what has been deleted
// since they were made is in `dead`. Immutable: any thread may read, but through a TermReader of
// its own, since filling the base's postings takes a Xapian handle.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <roaring/roaring.hh>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/knowledge/gazetteer.h"
#include "indexer/knowledge/lexicon.h"
#include "searchd/mirror/clusters.h"
#include "searchd/mirror/columns.h"
#include "searchd/mirror/positions.h"
#include "searchd/mirror/postings.h"
#include "searchd/mirror/rows.h"
#include "searchd/mirror/segment.h"
#include "searchd/mirror/vocabulary.h"
#include "searchd/recent_cache.h"

namespace vigie {

/// The large segment: its postings are copied from Xapian as they are used.
struct Base {
  Base(uint32_t last, uint64_t budget_bytes)
      : last_docid(last), cache(budget_bytes / 4 * 3), positions(budget_bytes / 4) {}

  const uint32_t last_docid;  ///< covers the docids from 1 to this
  Vocabulary words;
  mutable RecentCache<Postings> cache;

  std::unique_ptr<const PositionFile> position_file;  ///< of the articles up to last_filed
  uint32_t last_filed = 0;
  mutable RecentCache<Positions> positions;  ///< from the file: of terms that phrases were made of
  PositionsByTerm recent_positions;          ///< of the articles after these
};

struct Snapshot {
  std::string uuid;
  uint64_t revision = 0;
  std::string updated;          ///< RFC 3339
  std::string generation_path;  ///< the database that it mirrors, to open handles on
  uint32_t last_docid = 0;
  int32_t first_day = 99999999;  ///< YYYYMMDD; of all articles that are or were, where any is dated
  int32_t last_day = 0;
  Averages average_length{};  ///< rounded: what norms were made with

  std::shared_ptr<const Base> base;                          // shared: with later snapshots
  std::vector<std::shared_ptr<const TailSegment>> segments;  // likewise
  std::shared_ptr<const Dictionaries> dictionaries;          // likewise
  std::shared_ptr<const Lexicon> lexicon;                    // likewise; never null
  std::shared_ptr<const Gazetteer> gazetteer;                // likewise; never null
  Columns columns;
  Clusters clusters;  ///< of the live articles
  Roaring clustered;  ///< those that have copies
  Roaring summed;     ///< articles, dead ones among them, that hold a sum of money
  Roaring live;       ///< every article of the revision
  Roaring dead;       ///< docids that postings may still name, deleted since

  uint64_t article_count() const { return live.cardinality(); }
  uint64_t bytes() const;
};

/// The postings of one term: a run in the base, and one in each segment that has any; docids ascend
/// from run to run.
struct TermPostings {
  std::vector<const Postings*> runs;
  std::shared_ptr<const Postings> base;  // shared: keeps the base's run though the cache lets it go

  bool empty() const { return runs.empty(); }
  uint64_t size() const;
};

/// Where one term stands: in each run of articles that any positions are known of; docids ascend
/// from run to run.
struct TermPositions {
  std::vector<const Positions*> runs;  ///< none is empty
  std::shared_ptr<const Positions>
      filed;  // shared: keeps the base's run though the cache lets it go
};

/// Reads terms of one snapshot for one request; remembers them. For one thread. `database` is a
/// handle on the snapshot's generation, at its revision or a later one. Functions throw what Xapian
/// throws.
class TermReader {
 public:
  TermReader(const Snapshot& snapshot, const Xapian::Database& database)
      : snapshot_(snapshot), database_(database) {}
  TermReader(const Snapshot&, Xapian::Database&&) = delete;  // both are kept by reference

  const Snapshot& snapshot() const { return snapshot_; }
  const Xapian::Database& database() const { return database_; }

  /// Valid for as long as the reader.
  const TermPostings& postings(const std::string& term);
  /// Where the term stands in the articles of `wanted`, and perhaps in others. Valid for as long as
  /// the snapshot. Throws what load_positions() throws.
  TermPositions positions(const std::string& term, const Roaring& wanted);
  /// Live articles that hold the term.
  uint64_t live_count(const std::string& term);
  /// The articles (dead ones included) that hold the term, added to `set`.
  void add_articles(const std::string& term, Roaring& set);

 private:
  std::shared_ptr<const Positions> filed_positions(const std::string& term, const Roaring& wanted);

  const Snapshot& snapshot_;
  const Xapian::Database& database_;
  std::unordered_map<std::string, TermPostings> terms_;
};

/// Words of the snapshot that begin with `prefix`, with their counts, the most frequent first (then
/// by word), at most `most`; `total` is how many there are.
struct WordExpansion {
  std::vector<std::pair<std::string, uint32_t>> words;
  uint64_t total = 0;
};
WordExpansion expand_prefix(const Snapshot& snapshot, std::string_view prefix, size_t most);

/// The number of articles that hold `word` as written.
uint32_t word_count(const Snapshot& snapshot, std::string_view word);

}  // namespace vigie
