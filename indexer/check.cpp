#include "indexer/check.h"

#include <unistd.h>

#include <algorithm>
#include <optional>

#include "indexer/diagnosis.h"
#include "indexer/document.h"
#include "indexer/lock.h"
#include "indexer/rebuild.h"
#include "indexer/writable_index.h"

namespace vigie {

namespace {

constexpr size_t kDocumentsPerCommit = 500;

bool never() {
  return false;
}

std::vector<Finding> find_all(const IndexDirectory& directory, const CheckProgress& progress) {
  std::vector<Finding> findings;
  const StubDiagnosis stub = diagnose_stub(directory);
  if (!stub.problem.empty()) {
    return {{stub.problem, stub.whole_generation.has_value()}};
  }
  for (const std::string& name : leftovers(directory)) {
    findings.push_back({name + " was left by a writer that did not finish", true});
  }
  const std::string path = directory.generation_path(directory.current_generation());
  try {
    const ContentDiagnosis content = diagnose_content(directory, path, progress);
    findings.insert(findings.end(), content.findings.begin(), content.findings.end());
  } catch (const Xapian::Error& error) {
    findings.push_back({explain(error, directory.path).what(), false});
  }
  return findings;
}

/// Before the index can be opened: the stub, and what is only to be removed.
bool mend_directory(const IndexDirectory& directory, Repair& repair) {
  const WriterLock lock(directory, never);
  const StubDiagnosis stub = diagnose_stub(directory);
  if (!stub.problem.empty()) {
    if (!stub.whole_generation) {
      repair.left.push_back({stub.problem + ", and no generation is whole: add the articles anew, "
                                            "to another directory",
                             false});
      return false;
    }
    directory.publish(*stub.whole_generation);
    repair.done.push_back(stub.problem + ": it now names " +
                          generation_name(*stub.whole_generation));
  }
  for (const std::string& name : leftovers(directory)) {
    repair.done.push_back("removed " + name + ", left by a writer that did not finish");
  }
  return true;
}

/// Applies `change` to each of `docids`, some hundred a commit.
template <typename Change>
void change_documents(WritableIndex& index, const std::vector<Xapian::docid>& docids,
                      const Change& change) {
  for (size_t begin = 0; begin < docids.size(); begin += kDocumentsPerCommit) {
    const size_t end = std::min(docids.size(), begin + kDocumentsPerCommit);
    uint64_t bytes = 0;
    index.database().begin_transaction();
    for (size_t i = begin; i < end; ++i) {
      bytes += index.database().get_document(docids[i]).get_data().size();
      change(docids[i]);
    }
    index.commit_transaction(bytes);
  }
}

void mend_content(WritableIndex& index, const ContentDiagnosis& content, Repair& repair) {
  if (content.knowledge_differs) {
    index.renew_knowledge();
  }
  if (content.tables_damaged) {
    rebuild_index(index, 0, content.to_remove, [](uint64_t, uint64_t) {});
    repair.done.push_back("built the index anew from the articles it stores");
  } else {
    if (content.knowledge_differs) {
      index.database().begin_transaction();
      index.commit_transaction(0);
    }
    change_documents(index, content.to_remove,
                     [&index](Xapian::docid docid) { index.remove(docid); });
    DocumentMaker documents(index.knowledge());
    change_documents(index, content.to_remake, [&](Xapian::docid docid) {
      const Article article = stored_article(index.database(), docid);
      const int64_t added = first_added(index.database(), {docid});
      index.remove(docid);
      index.add(documents.make(article, added));
    });
  }
  for (const Finding& finding : content.findings) {
    if (finding.repairable) {
      repair.done.push_back("mended: " + finding.what);
    } else {
      repair.left.push_back(finding);
    }
  }
}

}  // namespace

std::vector<Finding> check_index(const IndexDirectory& directory, const CheckProgress& progress) {
  return explaining_errors(directory.path, [&] {
    diagnose_stub(directory);        // no lock file where there is no index
    std::optional<WriterLock> lock;  // who may only read may check all the same
    if (::access(directory.path.c_str(), W_OK) == 0) {
      lock.emplace(directory, never);
    }
    return find_all(directory, progress);
  });
}

Repair repair_index(const IndexDirectory& directory, const CheckProgress& progress) {
  return explaining_errors(directory.path, [&] {
    Repair repair;
    diagnose_stub(directory);
    if (!mend_directory(directory, repair)) {
      return repair;
    }
    WritableIndex::Options options;
    options.keep_waiting = never;
    options.create = false;
    options.any_version = true;
    WritableIndex index(directory, options);
    const ContentDiagnosis content = diagnose_content(directory, index.current_path(), progress);
    mend_content(index, content, repair);
    return repair;
  });
}

}  // namespace vigie
