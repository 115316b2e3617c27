#include "searchd/mirror/snapshot_builder.h"

#include <algorithm>
#include <future>
#include <iterator>

#include "indexer/index_directory.h"
#include "indexer/schema.h"
#include "searchd/mirror/rows.h"

namespace vigie {

namespace {

/// Whether `read` ran through; false where a commit came underneath: `database` is at the newest
/// revision now.
bool ran(Xapian::Database& database, const std::function<void()>& read) {
  try {
    read();
    return true;
  } catch (const Xapian::DatabaseModifiedError&) {
    database.reopen();
    return false;
  }
}

/// Runs `read` until it runs through; a bounded number of times.
void patiently(Xapian::Database& database, const std::function<void()>& read) {
  constexpr int kAttempts = 50;
  for (int attempt = 1; attempt < kAttempts; ++attempt) {
    if (ran(database, read)) {
      return;
    }
  }
  read();
}

std::vector<TermCount> all_terms(Xapian::Database& database, const std::string& path,
                                 const std::string& prefix) {
  std::vector<TermCount> terms;
  patiently(database, [&] { terms = terms_with_prefix(path, prefix); });
  return terms;
}

/// The words of `language` that `least` articles hold.
std::vector<TermCount> frequent_words(Xapian::Database& database, const std::string& path,
                                      Language language, uint64_t least) {
  std::vector<TermCount> words =
      all_terms(database, path, schema::term(schema::word_prefix(language), ""));
  const auto is_rare = [least](const TermCount& term) { return term.count < least; };
  words.erase(std::remove_if(words.begin(), words.end(), is_rare), words.end());
  return words;
}

/// Reads the rows of all `lengths`, some thousands at a time.
std::vector<ColumnRow> read_all_rows(Xapian::Database& database,
                                     const std::vector<ArticleLength>& lengths,
                                     ValueNumbers numbers) {
  constexpr size_t kPiece = 20000;
  std::vector<ColumnRow> rows;
  rows.reserve(lengths.size());
  for (size_t begin = 0; begin < lengths.size(); begin += kPiece) {
    const size_t end = std::min(begin + kPiece, lengths.size());
    const std::vector<ArticleLength> piece(lengths.begin() + static_cast<std::ptrdiff_t>(begin),
                                           lengths.begin() + static_cast<std::ptrdiff_t>(end));
    patiently(database, [&] {
      rows.resize(begin);
      append_rows(database, piece, numbers, rows);
    });
  }
  return rows;
}

void note_days(const std::vector<ColumnRow>& rows, Snapshot& snapshot) {
  for (const ColumnRow& row : rows) {
    if (row.day != 0) {
      snapshot.first_day = std::min(snapshot.first_day, row.day);
      snapshot.last_day = std::max(snapshot.last_day, row.day);
    }
  }
}

void note_sums(const std::vector<ArticleLength>& lengths, const std::vector<ColumnRow>& rows,
               Snapshot& snapshot) {
  for (size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].sums.empty()) {
      snapshot.summed.add(lengths[i].docid);
    }
  }
}

void note_state(const Xapian::Database& database, Snapshot& snapshot) {
  snapshot.uuid = database.get_uuid();
  snapshot.revision = database.get_revision();
  snapshot.updated = database.get_metadata(schema::kUpdatedKey);
}

/// Keeps each segment at least twice the size of the next one.
void merge_tail(std::vector<std::shared_ptr<const TailSegment>>& segments) {
  while (segments.size() >= 2 &&
         segments[segments.size() - 2]->articles < 2 * segments.back()->articles) {
    auto merged = std::make_shared<const TailSegment>(
        merge_segments(*segments[segments.size() - 2], *segments.back()));
    segments.pop_back();
    segments.back() = std::move(merged);
  }
}

/// Reads what the index knows into `snapshot`.
void read_knowledge_of(Xapian::Database& database, Snapshot& snapshot) {
  std::string text;
  patiently(database, [&] { text = database.get_metadata(schema::kKnowledgeKey); });
  try {
    Analyzer analyzer;
    const Knowledge knowledge = parse_knowledge(text);
    snapshot.lexicon = std::make_shared<const Lexicon>(knowledge, analyzer);
    snapshot.gazetteer = std::make_shared<const Gazetteer>(knowledge, analyzer, AskedBy::kQueries);
  } catch (const KnowledgeError& error) {
    throw IndexError(std::string("What the index knows is damaged: ") + error.what());
  }
}

Roaring read_live(const Xapian::Database& database) {
  Roaring live;
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    live.add(*it);
  }
  live.runOptimize();
  return live;
}

/// Opens the file of positions, and reads those of the articles that it does not cover.
void read_positions(const Xapian::Database& database, const std::string& path, Base& base) {
  const PositionState state = position_state_of(database);
  base.position_file = std::make_unique<const PositionFile>(position_file_path(path, state.file));
  base.last_filed = std::min(state.last_docid, base.last_docid);
  base.recent_positions.clear();
  DocumentPositions(database, path)
      .each_after(base.last_filed, base.last_docid,
                  [&base](uint32_t docid, const std::string& term, std::string_view packed) {
                    base.recent_positions[term].append(docid, packed);
                  });
  for (auto& [term, of_term] : base.recent_positions) {
    of_term.shrink();
  }
}

}  // namespace

std::shared_ptr<const Snapshot> build_snapshot(Xapian::Database& database,
                                               const std::string& generation_path,
                                               uint64_t cache_bytes) {
  auto snapshot = std::make_shared<Snapshot>();
  snapshot->uuid = database.get_uuid();
  snapshot->generation_path = generation_path;
  std::vector<ArticleLength> lengths;
  patiently(database, [&] {
    snapshot->last_docid = database.get_lastdocid();
    lengths = read_lengths(database, 0);
  });
  while (!lengths.empty() && lengths.back().docid > snapshot->last_docid) {
    lengths.pop_back();
  }
  read_knowledge_of(database, *snapshot);
  auto dictionaries = std::make_shared<Dictionaries>();
  std::vector<ColumnRow> rows =
      read_all_rows(database, lengths, {*dictionaries, *snapshot->gazetteer});
  snapshot->average_length = average_lengths(rows, *dictionaries);
  set_norms(rows, *dictionaries, snapshot->average_length);
  note_days(rows, *snapshot);
  note_sums(lengths, rows, *snapshot);
  snapshot->columns = extend_columns({}, lengths, rows);
  // As long as all the rest takes, of a large index, and needs nothing of it.
  std::future<Clusters> clusters = std::async(std::launch::async, [&lengths, &rows] {
    return extend_clusters({}, originals_of(lengths, rows), {});
  });
  snapshot->dictionaries = std::move(dictionaries);
  for (const ArticleLength& article : lengths) {
    snapshot->live.add(article.docid);
  }
  snapshot->live.runOptimize();
  auto base = std::make_shared<Base>(snapshot->last_docid, cache_bytes);
  base->words = make_vocabulary(
      [&](const std::string& prefix) { return all_terms(database, generation_path, prefix); });
  patiently(database, [&] { read_positions(database, generation_path, *base); });
  snapshot->base = std::move(base);
  snapshot->clusters = clusters.get();
  snapshot->clustered = snapshot->clusters.clustered();
  return snapshot;
}

std::shared_ptr<const Snapshot> extend_snapshot(const Snapshot& last,
                                                const Xapian::Database& database) {
  auto next = std::make_shared<Snapshot>(last);
  note_state(database, *next);
  const std::vector<ArticleLength> lengths = read_lengths(database, last.last_docid);
  std::vector<AddedOriginal> added;
  next->last_docid = std::max(last.last_docid, database.get_lastdocid());
  if (!lengths.empty()) {
    auto dictionaries = std::make_shared<Dictionaries>(*last.dictionaries);
    std::vector<ColumnRow> rows;
    append_rows(database, lengths, {*dictionaries, *last.gazetteer}, rows);
    set_norms(rows, *dictionaries, last.average_length);
    note_days(rows, *next);
    note_sums(lengths, rows, *next);
    next->columns = extend_columns(last.columns, lengths, rows);
    added = originals_of(lengths, rows);
    next->dictionaries = std::move(dictionaries);
    std::vector<uint32_t> docids;
    for (const ArticleLength& article : lengths) {
      docids.push_back(article.docid);
      next->live.add(article.docid);
    }
    next->segments.push_back(std::make_shared<const TailSegment>(
        make_segment(database, last.generation_path, docids, next->columns)));
    merge_tail(next->segments);
  }
  std::vector<uint32_t> removed;
  if (last.revision == 0 || next->live.cardinality() != database.get_doccount()) {
    Roaring live = read_live(database);
    const Roaring gone = next->live - live;
    next->dead |= gone;
    next->live = std::move(live);
    removed.resize(gone.cardinality());
    gone.toUint32Array(removed.data());
  }
  if (!added.empty() || !removed.empty()) {
    next->clusters = extend_clusters(last.clusters, added, removed);
    next->clustered = next->clusters.clustered();
  }
  return next;
}

bool is_base_due(const Snapshot& snapshot) {
  constexpr uint64_t kSmallTail = 2000;
  constexpr uint64_t kBaseShare = 16;
  uint64_t tail = snapshot.dead.cardinality();
  for (const auto& segment : snapshot.segments) {
    tail += segment->articles;
  }
  return tail > std::max(kSmallTail, snapshot.article_count() / kBaseShare) ||
         average_lengths(snapshot.columns, snapshot.live, *snapshot.dictionaries) !=
             snapshot.average_length;
}

void warm(const Snapshot& snapshot, Xapian::Database& database, uint64_t most_bytes,
          const std::function<bool()>& stop) {
  const uint64_t least = std::max<uint64_t>(64, snapshot.article_count() / 1000);
  std::vector<TermCount> frequent;
  for (const Language language : kLanguages) {
    std::vector<TermCount> words =
        frequent_words(database, snapshot.generation_path, language, least);
    std::move(words.begin(), words.end(), std::back_inserter(frequent));
  }
  std::sort(frequent.begin(), frequent.end(),
            [](const TermCount& a, const TermCount& b) { return a.count > b.count; });
  for (const TermCount& term : frequent) {
    if (stop() || snapshot.base->cache.bytes() > most_bytes) {
      return;
    }
    patiently(database, [&] { TermReader(snapshot, database).postings(term.term); });
  }
}

}  // namespace vigie
