// Making snapshots: a whole one from a database, and the next one from the last and what was
// committed since.
//
// For one thread at a time. Functions throw what Xapian throws; extend_snapshot() among it
// DatabaseModifiedError, when two commits came underneath: reopen and repeat.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "searchd/mirror/snapshot.h"

namespace vigie {

/// Everything up to `database`'s last docid, as a base. It is read piece by piece, reopening
/// `database` where commits come underneath, so it is of no one revision (its own is 0):
/// extend_snapshot() makes it one.
std::shared_ptr<const Snapshot> build_snapshot(Xapian::Database& database,
                                               const std::string& generation_path,
                                               uint64_t cache_bytes);

/// The snapshot of `database`'s revision, a later one of the same generation as `last`: new
/// articles as one more segment, the deleted in `dead`.
std::shared_ptr<const Snapshot> extend_snapshot(const Snapshot& last,
                                                const Xapian::Database& database);

/// Whether so much has come or gone since the base was made that a new one is due. It is due as
/// soon as the (rounded) average lengths differ, so that scores depend on the index alone and not
/// on when a server was started.
bool is_base_due(const Snapshot& snapshot);

/// Copies the postings of the most frequent words into the base until it holds `most_bytes` or
/// `stop` says so.
void warm(const Snapshot& snapshot, Xapian::Database& database, uint64_t most_bytes,
          const std::function<bool()>& stop);

}  // namespace vigie
