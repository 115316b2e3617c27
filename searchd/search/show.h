// Show: the articles of a page, read from the index, with their marks. For one thread.
//
// Functions throw what Xapian throws: DocNotFoundError where an article was deleted since the
// snapshot.
#pragma once

#include <cstdint>

#include "searchd/search/answer.h"
#include "searchd/search/plan.h"
#include "searchd/search/ranking.h"
#include "searchd/search/search_run.h"
#include "searchd/search/sums.h"

namespace vigie {

/// What hits are shown with.
struct Showing {
  SearchTools tools;
  const Highlights& highlights;
  const SumFilter& sums;  ///< which ones come first
};

/// The hit of one ranked article, without its body.
Hit show_hit(const Ranked& ranked, const Showing& showing);

/// A whole article; with segments where `highlights` is not empty.
ArticleAnswer show_article(uint32_t docid, const Highlights& highlights, SearchTools tools);

}  // namespace vigie
