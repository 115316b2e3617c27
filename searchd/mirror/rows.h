// Rows: what the columns hold, read from an index article by article in docid order.
//
// For one thread. Functions throw what Xapian throws.
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <roaring/roaring.hh>
#include <vector>

#include "indexer/knowledge/gazetteer.h"
#include "indexer/text/language.h"
#include "searchd/mirror/clusters.h"
#include "searchd/mirror/columns.h"

namespace vigie {

struct ArticleLength {
  uint32_t docid;
  uint32_t length;
};

/// The articles with docids above `after`, with their lengths.
std::vector<ArticleLength> read_lengths(const Xapian::Database& database, uint32_t after);

/// What values stand for in rows.
struct ValueNumbers {
  Dictionaries& dictionaries;
  const Gazetteer& gazetteer;
};

/// Appends the rows of `lengths`' articles to `rows`, but for their norms.
void append_rows(const Xapian::Database& database, const std::vector<ArticleLength>& lengths,
                 ValueNumbers numbers, std::vector<ColumnRow>& rows);

/// `start` with `rows` appended, which are those of `lengths`.
Columns extend_columns(const Columns& start, const std::vector<ArticleLength>& lengths,
                       std::vector<ColumnRow>& rows);

/// What is compared of the articles of `rows`, which are those of `lengths`, to find copies.
std::vector<AddedOriginal> originals_of(const std::vector<ArticleLength>& lengths,
                                        const std::vector<ColumnRow>& rows);

/// Average length by Language, to the next eighth of an octave: it stays put while an archive
/// grows.
using Averages = std::array<float, kLanguages.size()>;

Averages average_lengths(const Columns& columns, const Roaring& live,
                         const Dictionaries& dictionaries);
Averages average_lengths(const std::vector<ColumnRow>& rows, const Dictionaries& dictionaries);

/// Sets the norms (postings.h) of rows, each against the average of its language.
void set_norms(std::vector<ColumnRow>& rows, const Dictionaries& dictionaries,
               const Averages& averages);

}  // namespace vigie
