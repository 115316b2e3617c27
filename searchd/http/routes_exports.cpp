// Routes of what is written as long as it is: hits and sums as files.
#include <memory>
#include <utility>

#include "searchd/http/api.h"
#include "searchd/http/export.h"
#include "searchd/http/feeds.h"
#include "searchd/http/parameters.h"
#include "searchd/http/replies.h"
#include "searchd/http/routes.h"
#include "searchd/http/target.h"

namespace vigie {

namespace {

/// Asks for the rows of one page, and for nothing else.
void set_page(SearchRequest& request, uint32_t page) {
  request.page = page;
  request.per_page = kMaxPerPage;
  request.facets.clear();
  request.timeline = false;
}

ExportPage hits_page(const SearchAnswer& answer, bool csv) {
  ExportPage page;
  page.total = answer.total;
  for (const Hit& hit : answer.hits) {
    page.rows.push_back({hit.article.id, csv ? csv_row(hit) : hit_json(hit) + "\n"});
  }
  return page;
}

ExportPage sums_page(const SumsAnswer& answer) {
  ExportPage page;
  page.total = answer.total;
  for (const SumShown& sum : answer.sums) {
    page.rows.push_back(
        {sum.article.id + '\n' + sum.amount.currency + std::to_string(sum.amount.value),
         sum_csv_row(sum)});
  }
  return page;
}

/// The reply of an export, to be sent under the name `file`.
HttpReply export_reply(HttpReply reply, ExportSource source, const char* file) {
  // Shared because a std::function must be copyable; only the reply holds it.
  const auto rows = std::make_shared<Export>(std::move(source));
  reply.headers.emplace_back("Vigie-Total", std::to_string(rows->total()));
  reply.headers.emplace_back("Content-Disposition",
                             "attachment; filename=\"" + std::string(file) + "\"");
  reply.next_piece = [rows](std::string& piece) { return rows->next(piece); };
  return reply;
}

constexpr const char* kCsv = "text/csv; charset=utf-8; header=present";

}  // namespace

HttpReply Routes::exported(const HttpRequest& request, bool csv) {
  const IndexState index = engine_.state();
  ExportSource source;
  source.header = csv ? csv_header() : "";
  source.page = [this, csv,
                 asked = search_request_of(parameters_of(request.target))](uint32_t page) mutable {
    set_page(asked, page);
    return hits_page(engine_.search(asked), csv);
  };
  source.cut = csv ? csv_cut : [](uint64_t total, uint64_t written) {
    return cut_json(total, written) + "\n";
  };
  HttpReply reply =
      export_reply(csv ? reply_of("csv", kCsv, "") : reply_of("jsonl", "application/jsonl", ""),
                   std::move(source), csv ? "vigie.csv" : "vigie.jsonl");
  tag(reply, index, request);
  return reply;
}

HttpReply Routes::exported_amounts(const HttpRequest& request) {
  const IndexState index = engine_.state();
  ExportSource source;
  source.header = sum_csv_header();
  source.page = [this,
                 asked = sums_request_of(parameters_of(request.target))](uint32_t page) mutable {
    set_page(asked.search, page);
    return sums_page(engine_.sums(asked));
  };
  source.cut = csv_cut;
  HttpReply reply =
      export_reply(reply_of("amounts_csv", kCsv, ""), std::move(source), "vigie-amounts.csv");
  tag(reply, index, request);
  return reply;
}

}  // namespace vigie
