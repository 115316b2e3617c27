#include "indexer/diagnosis.h"

#include <xxhash.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "indexer/knowledge/unreachable_names.h"
#include "indexer/schema.h"
#include "indexer/writable_index.h"

namespace vigie {

namespace {

/// More damaged articles than these are counted, not listed.
constexpr size_t kMaxListed = 1000;

/// What Xapian's own check says of the tables at `path`; empty where they are whole.
std::string table_damage(const std::string& path) {
  std::ostringstream said;
  try {
    if (Xapian::Database::check(path, 0, &said) == 0) {
      return "";
    }
  } catch (const Xapian::Error& error) {
    return error.get_msg();
  }
  return "xapian-check " + path + " lists what is wrong";
}

bool is_whole(const std::string& path) {
  try {
    const Xapian::Database database(path);
    return !database.get_metadata(schema::kSchemaKey).empty() && table_damage(path).empty();
  } catch (const Xapian::Error&) {
    return false;
  }
}

/// A sum over all postings that comes out the same from the articles' term lists and from the
/// terms' statistics, whatever the order.
struct PostingSum {
  uint64_t documents = 0;
  uint64_t occurrences = 0;

  void add(const std::string& term, uint64_t in_documents, uint64_t times) {
    const uint64_t hash = XXH3_64bits(term.data(), term.size());
    documents += hash * in_documents;
    occurrences += hash * times;
  }
  bool operator==(const PostingSum&) const = default;
};

class ContentCheck {
 public:
  ContentCheck(const IndexDirectory& directory, const std::string& path)
      : directory_(directory),
        path_(path),
        database_(path),
        knowledge_(knowledge_of(database_)),
        documents_(knowledge_),
        positions_(database_, path_) {}

  ContentDiagnosis run(const CheckProgress& progress) {
    check_metadata();
    check_names();
    check_ready_knowledge();
    const std::string damage = table_damage(path_);
    try {
      check_documents(progress);
      words_damaged_ = words_damaged_ || sum_of_terms() != sum_;
      check_positions();
    } catch (const Xapian::Error& error) {
      note("the list of articles cannot be read: " + error.get_msg(), false);
      all_read_ = false;
    }
    if (!damage.empty()) {
      note("Xapian's tables are damaged: " + damage, all_read_);
    } else if (words_damaged_) {
      note("the lists of the articles of each word and of the words of each article disagree",
           all_read_);
    }
    diagnosis_.tables_damaged =
        all_read_ && (!damage.empty() || words_damaged_ || positions_damaged_);
    if (unlisted_ != 0) {
      note("and " + std::to_string(unlisted_) + " more articles are damaged", true);
    }
    return std::move(diagnosis_);
  }

 private:
  void note(std::string what, bool repairable) {
    diagnosis_.findings.push_back({std::move(what), repairable});
  }

  void note_document(std::string what, bool repairable) {
    if (diagnosis_.findings.size() < kMaxListed) {
      note(std::move(what), repairable);
    } else {
      ++unlisted_;
    }
  }

  void check_metadata() {
    try {
      require_version(database_, directory_.path);
    } catch (const IndexError& error) {
      other_version_ = true;
      note(error.what(), false);
    }
  }

  /// Names of the knowledge that the index carries.
  void check_names() {
    Analyzer analyzer;
    for (const UnreachableName& name : unreachable_names(knowledge_->gazetteer, analyzer)) {
      note(to_sentence(name) + "; mend the knowledge files, then run `indexer rebuild`", false);
    }
  }

  /// Writers would go by it, and by the text when it is missing or of another version.
  void check_ready_knowledge() {
    const std::string text = database_.get_metadata(schema::kKnowledgeKey);
    const std::string kept = database_.get_metadata(schema::kReadyKey);
    if (ready_knowledge(kept, text) && kept != to_bytes(*knowledge_, text)) {
      note("what the index keeps ready for writers is not what it knows", true);
      diagnosis_.knowledge_differs = true;
    }
  }

  void check_documents(const CheckProgress& progress) {
    const uint64_t total = database_.get_doccount();
    uint64_t done = 0;
    for (auto it = database_.postlist_begin(""); it != database_.postlist_end(""); ++it) {
      check_document(*it);
      progress(++done, total);
    }
    if (done != total) {
      note("the index counts " + std::to_string(total) + " articles and holds " +
               std::to_string(done),
           true);
      words_damaged_ = true;
    }
  }

  void check_document(Xapian::docid docid) {
    add_terms(docid);
    const std::string name = "document " + std::to_string(docid);
    const std::optional<Article> article = read_article(docid, name);
    if (!article) {
      return;
    }
    try {
      check_article(docid, *article, name);
    } catch (const Xapian::Error&) {
      words_damaged_ = true;
    }
  }

  /// Adds the terms of a document to the sum.
  void add_terms(Xapian::docid docid) {
    try {
      for (auto term = database_.termlist_begin(docid); term != database_.termlist_end(docid);
           ++term) {
        sum_.add(*term, 1, term.get_wdf());
      }
    } catch (const Xapian::Error&) {
      words_damaged_ = true;
    }
  }

  std::optional<Article> read_article(Xapian::docid docid, const std::string& name) {
    try {
      return stored_article(database_, docid);
    } catch (const ArticleError& error) {
      note_document(name + ": its stored article cannot be read (" + error.what() +
                        "); a repair takes it out, so that it can be added again",
                    true);
      diagnosis_.to_remove.push_back(docid);
    } catch (const Xapian::Error& error) {
      note_document(name + " cannot be read: " + error.get_msg(), false);
      all_read_ = false;
    }
    return std::nullopt;
  }

  void check_article(Xapian::docid docid, const Article& article, const std::string& name) {
    const std::vector<Xapian::docid> same = documents_of_id(database_, article.id);
    if (!same.empty() && same.back() > docid) {
      note_document(name + ": the article " + article.id + " is there again as document " +
                        std::to_string(same.back()),
                    true);
      diagnosis_.to_remove.push_back(docid);
      return;
    }
    // Under another version every article would differ: `rebuild` is the remedy, and said already.
    const std::optional<std::string> damage =
        other_version_ ? std::nullopt
                       : document_damage(database_, docid, article, documents_, positions_);
    if (damage) {
      note_document(name + " (article " + article.id + ") " + *damage, true);
      diagnosis_.to_remake.push_back(docid);
    }
  }

  /// Of the documents that the file covers; the others were compared one by one.
  void check_positions() {
    if (other_version_ || words_damaged_) {
      return;  // either way they come anew
    }
    const std::string damage = positions_.file_damage();
    if (!damage.empty()) {
      note(damage, all_read_);
      positions_damaged_ = true;
    }
  }

  PostingSum sum_of_terms() const {
    PostingSum sum;
    for (auto term = database_.allterms_begin(); term != database_.allterms_end(); ++term) {
      sum.add(*term, term.get_termfreq(), database_.get_collection_freq(*term));
    }
    return sum;
  }

  const IndexDirectory& directory_;
  const std::string& path_;
  Xapian::Database database_;
  const std::shared_ptr<const ArticleKnowledge> knowledge_;
  DocumentMaker documents_;
  PositionCheck positions_;
  ContentDiagnosis diagnosis_;
  PostingSum sum_;
  uint64_t unlisted_ = 0;
  bool other_version_ = false;
  bool all_read_ = true;
  bool words_damaged_ = false;
  bool positions_damaged_ = false;
};

/// What is wrong with the stub where `present` are the generations that are there; empty if nothing
/// is.
std::string stub_problem(const IndexDirectory& directory, const std::vector<uint64_t>& present) {
  if (!directory.exists()) {
    if (present.empty()) {
      directory.current_generation();  // says that there is no index
    }
    return "the file XAPIANDB, which names the current generation, is lost";
  }
  try {
    const uint64_t current = directory.current_generation();
    const bool is_there = std::find(present.begin(), present.end(), current) != present.end();
    return is_there
               ? ""
               : "the file XAPIANDB names " + generation_name(current) + ", which is not there";
  } catch (const IndexError& error) {
    return error.what();
  }
}

}  // namespace

StubDiagnosis diagnose_stub(const IndexDirectory& directory) {
  StubDiagnosis diagnosis;
  std::error_code ignored;
  const std::vector<uint64_t> present = std::filesystem::is_directory(directory.path, ignored)
                                            ? generations_present(directory)
                                            : std::vector<uint64_t>();
  diagnosis.problem = stub_problem(directory, present);
  if (!diagnosis.problem.empty()) {
    const auto whole = std::find_if(present.rbegin(), present.rend(), [&](uint64_t generation) {
      return is_whole(directory.generation_path(generation));
    });
    if (whole != present.rend()) {
      diagnosis.whole_generation = *whole;
    }
  }
  return diagnosis;
}

ContentDiagnosis diagnose_content(const IndexDirectory& directory, const std::string& path,
                                  const CheckProgress& progress) {
  return ContentCheck(directory, path).run(progress);
}

}  // namespace vigie
