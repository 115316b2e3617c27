// The same search as an Atom feed and as a spreadsheet. Any thread.
#pragma once

#include <string>
#include <string_view>

#include "searchd/search/answer.h"
#include "searchd/search/request.h"

namespace vigie {

/// Where the feed and the page it belongs to are.
struct FeedAddress {
  std::string base;    ///< "http://127.0.0.1:8080"
  std::string target;  ///< as asked, with its parameters: "/api/v1/search.atom?q=drone"
};

/// RFC 4287: the answer's hits as entries, the newest date among them as its own.
std::string atom_feed(const SearchRequest& request, const SearchAnswer& answer,
                      const FeedAddress& address);

/// The spreadsheet's first line, with the byte order mark by which Excel knows UTF-8.
std::string csv_header();

/// One hit as a line. A cell that a spreadsheet would take for a formula begins with an apostrophe.
std::string csv_row(const Hit& hit);

/// The same of sums of money: the first line, and one sum as a line.
std::string sum_csv_header();
std::string sum_csv_row(const SumShown& sum);

/// The last line of a spreadsheet that was cut.
std::string csv_cut(uint64_t total, uint64_t written);

/// The browser's own search box: an OpenSearch description for the server at `base`.
std::string opensearch_description(std::string_view base);

}  // namespace vigie
