// An index under its writer's lock: the current generation to change, and the way from one
// generation to the next.
//
// A generation is built in a BuildingFolder, where nobody looks, and becomes the
// current one by publish(). A writer killed before that leaves the folder, one killed right after
// leaves the old generation; the next writer removes both. For one thread. Functions throw
// Xapian::Error and std::system_error as they come; see explaining_errors().
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/article.h"
#include "indexer/index_directory.h"
#include "indexer/knowledge/article_knowledge.h"
#include "indexer/lock.h"
#include "indexer/plain_document.h"
#include "indexer/positions/position_state.h"

namespace vigie {

class WritableIndex {
 public:
  struct Options {
    std::function<bool()> keep_waiting;  ///< see WriterLock
    bool create = true;                  ///< make an empty index where there is none
    bool any_version = false;            ///< do not refuse another schema or analysis version
    /// What an index that is made knows: see read_knowledge().
    std::function<std::string()> knowledge = [] { return std::string(); };
  };
  /// Locks, removes what crashed writers left, opens.
  WritableIndex(IndexDirectory directory, const Options& options);

  const IndexDirectory& directory() const { return directory_; }
  std::string current_path() const { return directory_.generation_path(generation_); }

  /// The current generation. Change it inside a transaction only, so that no half of a change is
  /// ever committed; its documents by add() and remove().
  Xapian::WritableDatabase& database() { return database_; }
  void add(PlainDocument& document);
  void remove(Xapian::docid docid);
  /// Commits the transaction begun on database(), durably, with the time of it. `text_bytes` is how
  /// much text it adds or takes out, for the room it needs.
  void commit_transaction(uint64_t text_bytes);

  /// Makes the file of positions anew where many documents have come since it was made.
  void renew_positions();

  /// What the index knows, ready for articles: as kept in the index, else made, and kept from the
  /// next commit on.
  std::shared_ptr<const ArticleKnowledge> knowledge();
  /// What the generations published from now on know, in place of what the current one does.
  void set_knowledge(std::string text);
  /// Makes what it knows ready anew, and keeps that.
  void renew_knowledge();

  /// Makes the database at `built` (in a BuildingFolder, closed) the current generation,
  /// without the documents `removed`, and opens it. Durable on return. Readers that have the old
  /// generation open keep it.
  void publish(const std::string& built, const std::vector<Xapian::docid>& removed);

 private:
  void create_first_generation(std::string knowledge);
  void open_current();
  void remove_retired();

  IndexDirectory directory_;
  WriterLock lock_;
  uint64_t generation_ = 0;
  std::string created_;
  std::string knowledge_;
  std::shared_ptr<const ArticleKnowledge> ready_;  // of knowledge_, once asked for
  bool ready_kept_ = false;                        // and so in database_
  PositionState positions_;
  Xapian::WritableDatabase database_;
};

/// The folder in which the next generation is built, empty; gone with all it holds at the end of
/// its life.
class BuildingFolder {
 public:
  explicit BuildingFolder(const IndexDirectory& directory);
  ~BuildingFolder();
  BuildingFolder(const BuildingFolder&) = delete;
  BuildingFolder& operator=(const BuildingFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// What `database` knows, made ready for articles. Throws IndexError where that is damaged.
std::shared_ptr<const ArticleKnowledge> knowledge_of(const Xapian::Database& database);

/// What `directory` holds that belongs to no index: names of old or half-built generations and
/// temporary files, sorted; the generation before the current one is none, readers may still be on
/// it. Only meaningful under the lock.
std::vector<std::string> leftovers(const IndexDirectory& directory);

/// The generations whose folders are there, ascending, whether whole or not.
std::vector<uint64_t> generations_present(const IndexDirectory& directory);

/// The room that the index of so much text may need while it is written.
constexpr uint64_t room_for_text(uint64_t bytes) {
  return (1 << 20) + 16 * bytes;
}

/// Merges the databases at `sources`, whose docids must not overlap, into a new one at
/// `destination`, positions too; docids stay.
void merge_databases(const std::vector<std::string>& sources, const std::string& destination);

/// Makes a database that holds nothing.
void make_empty_database(const std::string& path);

/// How much text an article holds.
size_t text_bytes(const Article& article);

/// The stored article of document `docid`. Throws ArticleError where it cannot be read.
Article stored_article(const Xapian::Database& database, Xapian::docid docid);

/// Whether `docids` is one document, and its article has the content `hash` (content_hash()).
bool is_unchanged(const Xapian::Database& database, const std::vector<Xapian::docid>& docids,
                  const std::string& hash);

/// The docids of the documents whose article has that id: one, but in a damaged index.
std::vector<Xapian::docid> documents_of_id(const Xapian::Database& database, const std::string& id);

}  // namespace vigie
