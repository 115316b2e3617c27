// What check and repair both need to know of an index. For one thread.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/article.h"
#include "indexer/check.h"
#include "indexer/document.h"
#include "indexer/position_check.h"

namespace vigie {

/// Which generation is the current one, if the stub can be believed.
struct StubDiagnosis {
  std::string problem;  ///< empty: the stub names a generation that is there
  std::optional<uint64_t>
      whole_generation;  ///< where there is a problem: the newest that could take its place
};

/// Throws IndexError where there is no index at all.
StubDiagnosis diagnose_stub(const IndexDirectory& directory);

/// The documents and tables of one generation.
struct ContentDiagnosis {
  std::vector<Finding> findings;
  std::vector<Xapian::docid>
      to_remove;  ///< articles that cannot be read, and all but the last of one id
  std::vector<Xapian::docid>
      to_remake;                ///< articles that the index says something else of than their text
  bool tables_damaged = false;  ///< Xapian's tables, with every article readable: to be built anew
  bool knowledge_differs = false;  ///< what is kept ready for writers is not what the index knows
};

/// Diagnoses the generation at `path`, part of the index `directory`. Throws Xapian::Error where it
/// cannot even be opened.
ContentDiagnosis diagnose_content(const IndexDirectory& directory, const std::string& path,
                                  const CheckProgress& progress);

/// Tells what `database` says of document `docid` otherwise than its stored `article` makes it;
/// nothing where they agree. Throws Xapian::Error where the tables cannot be read.
std::optional<std::string> document_damage(const Xapian::Database& database, Xapian::docid docid,
                                           const Article& article, DocumentMaker& documents,
                                           PositionCheck& positions);

}  // namespace vigie
