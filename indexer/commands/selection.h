// Which articles `list` and `export` are about: filters, and visiting what passes them. For one
// thread.
#pragma once

#include <xapian.h>

#include <CLI/App.hpp>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "indexer/article.h"
#include "indexer/index_directory.h"

namespace vigie {

/// Filters as on the command line. Several values of one are alternatives; different ones all hold.
struct Selection {
  std::vector<std::string> languages;
  std::vector<std::string> sources;  ///< whole names, case and accents apart
  std::vector<std::string> authors;
  std::string from;  ///< YYYY, YYYY-MM or YYYY-MM-DD, inclusive; empty: no bound
  std::string to;
  int64_t limit = 0;  ///< 0: all
};

enum class Order : unsigned char { kNewestFirst, kAsAdded };

/// Adds --language, --source, --author, --from, --to and --limit to `command`.
void add_selection_options(CLI::App& command, Selection& selection);

/// Gives every article of `selection` to `visit` until that says false. An index that is written
/// meanwhile is followed: what is removed before it was visited is left out, and in kAsAdded order
/// what is added meanwhile is visited too. Returns the sentences about articles that cannot be
/// read. Throws UsageError where a date is none, IndexError where the index cannot be read.
std::vector<std::string> visit_articles(const IndexDirectory& directory, const Selection& selection,
                                        Order order,
                                        const std::function<bool(const Article&)>& visit);

/// Says the sentences that visit_articles() returned; the exit status that they make.
int complain_of(const std::vector<std::string>& unreadable);

}  // namespace vigie
