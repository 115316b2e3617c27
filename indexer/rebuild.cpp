#include "indexer/rebuild.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/document.h"
#include "indexer/parts.h"

namespace vigie {

namespace {

Article readable_article(const WritableIndex& index, const Xapian::Database& database,
                         Xapian::docid docid) {
  try {
    return stored_article(database, docid);
  } catch (const ArticleError& error) {
    throw IndexError("index " + index.directory().path + ": the stored article of document " +
                     std::to_string(docid) + " is damaged (" + error.what() +
                     "); `indexer check --repair` takes it out");
  }
}

}  // namespace

void rebuild_index(WritableIndex& index, unsigned jobs, const std::vector<Xapian::docid>& left_out,
                   const std::function<void(uint64_t, uint64_t)>& progress) {
  const BuildingFolder folder(index.directory());
  PartBuilder builder(folder.path(), index.knowledge(), jobs);
  const Xapian::Database& database = index.database();
  const uint64_t total = database.get_doccount();
  const int64_t now = added_now();
  Xapian::docid docid = 0;
  std::unordered_map<std::string, Xapian::docid> newest;
  std::vector<Xapian::docid> replaced;
  for (auto old = database.postlist_begin(""); old != database.postlist_end(""); ++old) {
    if (std::binary_search(left_out.begin(), left_out.end(), *old)) {
      continue;
    }
    Article article = readable_article(index, database, *old);
    const auto [known, first] = newest.try_emplace(article.id);
    if (!first) {
      replaced.push_back(known->second);
    }
    known->second = ++docid;
    builder.add(docid, std::move(article), added_of(database, *old).value_or(now));
    progress(docid, total);
  }
  const std::vector<std::string> parts = builder.finish();
  const std::string merged = folder.path() + "/merged";
  if (parts.empty()) {
    make_empty_database(merged);
  } else {
    merge_databases(parts, merged);
  }
  index.publish(merged, replaced);
}

}  // namespace vigie
