#include "indexer/writable_index.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <future>

#include "indexer/files.h"
#include "indexer/knowledge/knowledge_of_articles.h"
#include "indexer/positions/document_positions.h"
#include "indexer/positions/position_file.h"
#include "indexer/schema.h"
#include "indexer/text/analyzer.h"

namespace vigie {

namespace {

namespace fs = std::filesystem;

constexpr const char* kBuildingName = "building";

std::string now_as_text() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  const size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text.data(), size};
}

/// Removes the positions that the metadata of `database` hold of documents from `first` to `last`.
void remove_positions_of(Xapian::WritableDatabase& database, Xapian::docid first,
                         Xapian::docid last) {
  for (Xapian::docid docid = first; docid <= last; ++docid) {
    database.set_metadata(positions_key(docid), "");
  }
}

/// Says that the first file of positions of a new generation covers all of it.
void stamp_positions(Xapian::WritableDatabase& database) {
  std::vector<std::string> keys;
  for (auto key = database.metadata_keys_begin(schema::kPositionsOfKey);
       key != database.metadata_keys_end(schema::kPositionsOfKey); ++key) {
    keys.push_back(*key);
  }
  for (const std::string& key : keys) {
    database.set_metadata(key, "");
  }
  database.set_metadata(schema::kPositionsKey, to_text({1, database.get_lastdocid()}));
}

void stamp(Xapian::WritableDatabase& database, const std::string& created) {
  const std::string now = now_as_text();
  database.set_metadata(schema::kSchemaKey, std::to_string(schema::kVersion));
  database.set_metadata(schema::kAnalysisKey, analysis_version());
  database.set_metadata(schema::kCreatedKey, created.empty() ? now : created);
  database.set_metadata(schema::kUpdatedKey, now);
}

std::shared_ptr<const ArticleKnowledge> knowledge_in(std::string_view knowledge) {
  try {
    Analyzer analyzer;
    return std::make_shared<const ArticleKnowledge>(parse_knowledge_of_articles(knowledge),
                                                    analyzer);
  } catch (const KnowledgeError& error) {
    throw IndexError(std::string("what the index knows is damaged (") + error.what() +
                     "); `indexer rebuild` makes it know the knowledge files anew");
  }
}

/// The directory, made where `create` and it is not there.
IndexDirectory made(IndexDirectory directory, bool create) {
  std::error_code error;
  if (create) {
    fs::create_directories(directory.path, error);
    if (error) {
      throw std::system_error(error, "cannot make the directory " + directory.path);
    }
  } else if (!fs::exists(directory.path, error)) {
    directory.current_generation();  // says that there is none
  }
  return directory;
}

/// Whether a generation without a stub can be thrown away: a writer killed while making an index
/// leaves it empty.
bool holds_articles(const std::string& path) {
  try {
    return Xapian::Database(path).get_doccount() != 0;
  } catch (const Xapian::Error&) {
    return true;
  }
}

}  // namespace

WritableIndex::WritableIndex(IndexDirectory directory, const Options& options)
    : directory_(made(std::move(directory), options.create)),
      lock_(directory_, options.keep_waiting) {
  if (!directory_.exists() && options.create) {
    create_first_generation(options.knowledge());
  }
  generation_ = directory_.current_generation();
  for (const std::string& name : leftovers(directory_)) {
    fs::remove_all(directory_.path + "/" + name);
  }
  remove_retired();
  open_current();
  if (!options.any_version) {
    require_version(database_, directory_.path);
  }
}

void WritableIndex::create_first_generation(std::string knowledge) {
  for (const uint64_t generation : generations_present(directory_)) {
    if (holds_articles(directory_.generation_path(generation))) {
      throw IndexError("index " + directory_.path + ": its file XAPIANDB is lost; " +
                       "`indexer check --repair` makes it anew");
    }
    fs::remove_all(directory_.generation_path(generation));
  }
  knowledge_ = std::move(knowledge);
  const BuildingFolder folder(directory_);
  const std::string built = folder.path() + "/first";
  make_empty_database(built);
  publish(built, {});
}

void WritableIndex::open_current() {
  // Closed first: opening what is open already would meet its own lock.
  database_.close();
  database_ = Xapian::WritableDatabase(current_path(), Xapian::DB_OPEN);
  created_ = database_.get_metadata(schema::kCreatedKey);
  knowledge_ = database_.get_metadata(schema::kKnowledgeKey);
  positions_ = position_state_of(database_);
}

void WritableIndex::add(PlainDocument& document) {
  const Xapian::docid docid = database_.add_document(xapian_document(document));
  database_.set_metadata(positions_key(docid), packed_positions(document.terms));
}

void WritableIndex::remove(Xapian::docid docid) {
  database_.delete_document(docid);
  if (docid > positions_.last_docid) {
    remove_positions_of(database_, docid, docid);
  }
}

std::shared_ptr<const ArticleKnowledge> knowledge_of(const Xapian::Database& database) {
  return knowledge_in(database.get_metadata(schema::kKnowledgeKey));
}

std::shared_ptr<const ArticleKnowledge> WritableIndex::knowledge() {
  if (!ready_) {
    ready_ = ready_knowledge(database_.get_metadata(schema::kReadyKey), knowledge_);
    ready_kept_ = ready_ != nullptr;
  }
  if (!ready_) {
    renew_knowledge();
  }
  return ready_;
}

void WritableIndex::set_knowledge(std::string text) {
  knowledge_ = std::move(text);
  ready_.reset();
}

void WritableIndex::renew_knowledge() {
  ready_ = knowledge_in(knowledge_);
  ready_kept_ = false;
}

void WritableIndex::commit_transaction(uint64_t text_bytes) {
  require_free_space(directory_.path, room_for_text(text_bytes));
  if (ready_ && !ready_kept_) {
    database_.set_metadata(schema::kReadyKey, to_bytes(*ready_, knowledge_));
    ready_kept_ = true;
  }
  database_.set_metadata(schema::kUpdatedKey, now_as_text());
  database_.commit_transaction();
}

void WritableIndex::renew_positions() {
  constexpr Xapian::docid kFewDocuments = 2000;
  constexpr Xapian::docid kShare = 16;
  if (database_.get_lastdocid() - positions_.last_docid <=
      std::max(kFewDocuments, database_.get_doccount() / kShare)) {
    return;
  }
  const PositionState next{positions_.file + 1, database_.get_lastdocid()};
  const std::string path = current_path();
  // Positions are an eighth of an index; the file is made of the one before and of the rest's.
  require_free_space(path, size_of_files(path) / 4);
  merge_positions({path}, position_file_path(path, next.file));
  sync_files(path);
  database_.begin_transaction();
  remove_positions_of(database_, positions_.last_docid + 1, next.last_docid);
  database_.set_metadata(schema::kPositionsKey, to_text(next));
  database_.commit_transaction();
  // The one before stays for readers that are a commit behind.
  fs::remove(position_file_path(path, positions_.file - 1));
  positions_ = next;
}

void WritableIndex::publish(const std::string& built, const std::vector<Xapian::docid>& removed) {
  {
    if (!removed.empty()) {
      require_free_space(directory_.path, size_of_files(built) / 4);
    }
    Xapian::WritableDatabase database(built, Xapian::DB_OPEN);
    for (const Xapian::docid docid : removed) {
      database.delete_document(docid);
    }
    stamp(database, created_);
    stamp_positions(database);
    database.set_metadata(schema::kKnowledgeKey, knowledge_);
    database.set_metadata(schema::kReadyKey, to_bytes(*knowledge(), knowledge_));
    database.commit();
  }
  const uint64_t next = generation_ + 1;
  const std::string path = directory_.generation_path(next);
  sync_files(built);
  fs::rename(built, path);
  sync_directory(directory_.path);
  directory_.publish(next);
  // The one before stays for those who read it and open it again while they make themselves ready
  // for the next; the one before that goes.
  fs::remove_all(directory_.generation_path(generation_ - 1));
  generation_ = next;
  ready_kept_ = true;
  open_current();
}

void WritableIndex::remove_retired() {
  constexpr std::chrono::minutes kReadersChangeOverIn{1};
  const auto published = fs::last_write_time(directory_.stub_path());
  if (generation_ > 0 && fs::file_time_type::clock::now() - published > kReadersChangeOverIn) {
    fs::remove_all(directory_.generation_path(generation_ - 1));
  }
}

BuildingFolder::BuildingFolder(const IndexDirectory& directory)
    : path_(directory.path + "/" + kBuildingName) {
  fs::remove_all(path_);
  fs::create_directory(path_);
}

BuildingFolder::~BuildingFolder() {
  std::error_code ignored;  // what stays is removed by the next writer
  fs::remove_all(path_, ignored);
}

std::vector<std::string> leftovers(const IndexDirectory& directory) {
  const uint64_t number = directory.exists() ? directory.current_generation() : 0;
  const std::string current = number > 0 ? generation_name(number) : "";
  const std::string retired = number > 1 ? generation_name(number - 1) : "";
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(directory.path)) {
    const std::string name = entry.path().filename().string();
    const bool old_generation =
        generation_of_name(name).has_value() && name != current && name != retired;
    if (old_generation || name == kBuildingName ||
        entry.path().string() == directory.stub_path() + kTemporaryEnding) {
      names.push_back(name);
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<uint64_t> generations_present(const IndexDirectory& directory) {
  std::vector<uint64_t> generations;
  for (const auto& entry : fs::directory_iterator(directory.path)) {
    if (const auto generation = generation_of_name(entry.path().filename().string())) {
      generations.push_back(*generation);
    }
  }
  std::sort(generations.begin(), generations.end());
  return generations;
}

void merge_databases(const std::vector<std::string>& sources, const std::string& destination) {
  Xapian::Database all;
  uint64_t size = 1 << 20;
  for (const std::string& source : sources) {
    size += size_of_files(source);
    all.add_database(Xapian::Database(source));
  }
  require_free_space(std::filesystem::path(destination).parent_path().string(), size);
  // Meanwhile, since Xapian's merging is one thread.
  const std::string positions = destination + "-positions";
  std::future<void> merged =
      std::async(std::launch::async, [&] { merge_positions(sources, positions); });
  all.compact(destination, Xapian::DBCOMPACT_NO_RENUMBER);
  merged.get();
  fs::rename(positions, position_file_path(destination, 1));
}

void make_empty_database(const std::string& path) {
  Xapian::WritableDatabase(path, Xapian::DB_CREATE).close();
  PositionFileWriter(position_file_path(path, 1)).finish();
}

size_t text_bytes(const Article& article) {
  return article.title.size() + article.standfirst.size() + article.body.size();
}

Article stored_article(const Xapian::Database& database, Xapian::docid docid) {
  return article_from_stored_json(database.get_document(docid).get_data());
}

bool is_unchanged(const Xapian::Database& database, const std::vector<Xapian::docid>& docids,
                  const std::string& hash) {
  return docids.size() == 1 &&
         database.get_document(docids.front()).get_value(schema::kHashSlot) == hash;
}

std::vector<Xapian::docid> documents_of_id(const Xapian::Database& database,
                                           const std::string& id) {
  const std::string term = schema::term(schema::Prefix::kId, id);
  return {database.postlist_begin(term), database.postlist_end(term)};
}

}  // namespace vigie
