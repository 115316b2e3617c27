#include "searchd/http/parameters.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/clean_text.h"
#include "searchd/http/parameter_values.h"
#include "searchd/query/parser.h"
#include "searchd/search/engine.h"

namespace vigie {

namespace {

using Set = std::function<void(SearchRequest&, const std::string&)>;

struct Rule {
  std::string_view name;
  bool repeatable;
  Set set;
};

template <typename Choice>
Choice choice_of(const std::string& name, const std::string& value,
                 std::initializer_list<std::pair<std::string_view, Choice>> choices) {
  std::string expected;
  for (const auto& [text, choice] : choices) {
    if (text == value) {
      return choice;
    }
    expected += expected.empty() ? "" : " or ";
    expected += text;
  }
  refuse(name, value, expected);
}

void check_query(const std::string& q) {
  if (q.size() > kMaxQueryBytes) {
    throw InvalidRequest("q", "q is " + std::to_string(q.size()) + " bytes long; at most " +
                                  std::to_string(kMaxQueryBytes) + " are read.");
  }
}

void add_exclusion(SearchRequest& request, const std::string& value) {
  const size_t colon = value.find(':');
  const std::optional<Facet> facet =
      colon == std::string::npos ? std::nullopt : facet_of_name(value.substr(0, colon));
  if (!facet || colon + 1 == value.size()) {
    refuse("exclude", value, "facet:value, facet being " + facet_names(" or "));
  }
  request.excludes.push_back(facet_value(*facet, "exclude", value.substr(colon + 1)));
}

void set_facets(SearchRequest& request, const std::string& value) {
  if (value == "*") {
    return;
  }
  request.facets.clear();
  if (value == "none") {
    return;
  }
  std::string_view rest = value;
  while (true) {
    const std::string_view name = rest.substr(0, rest.find(','));
    const std::optional<Facet> facet = facet_of_name(name);
    if (!facet) {
      refuse("facets", std::string(name),
             "names out of " + facet_names(" and ") + " with commas between, or * or none");
    }
    if (std::find(request.facets.begin(), request.facets.end(), *facet) == request.facets.end()) {
      request.facets.push_back(*facet);
    }
    if (name.size() == rest.size()) {
      return;
    }
    rest.remove_prefix(name.size() + 1);
  }
}

Rule filter_rule(Facet facet) {
  const std::string name = facet_name(facet);
  return {facet_name(facet), true, [facet, name](SearchRequest& request, const std::string& value) {
            request.filters.push_back(facet_value(facet, name, value));
          }};
}

std::vector<Rule> paging_rules() {
  return {
      {"sort", false,
       [](SearchRequest& request, const std::string& value) {
         request.sort = choice_of<Sort>("sort", value,
                                        {{"relevance", Sort::kRelevance},
                                         {"newest", Sort::kNewest},
                                         {"oldest", Sort::kOldest}});
       }},
      {"page", false,
       [](SearchRequest& request, const std::string& value) {
         request.page = number_between("page", value, 1, kMaxDepth);
       }},
      {"per_page", false,
       [](SearchRequest& request, const std::string& value) {
         request.per_page = number_between("per_page", value, 1, kMaxPerPage);
       }},
      {"match", false,
       [](SearchRequest& request, const std::string& value) {
         request.match = choice_of<MatchMode>("match", value,
                                              {{"all", MatchMode::kAll}, {"any", MatchMode::kAny}});
       }},
      {"translate", false,
       [](SearchRequest& request, const std::string& value) {
         request.translate =
             choice_of<bool>("translate", value, {{"true", true}, {"false", false}});
       }},
      {"collapse", false,
       [](SearchRequest& request, const std::string& value) {
         request.collapse = choice_of<bool>("collapse", value, {{"true", true}, {"false", false}});
       }},
      {"facets", false, set_facets},
      {"facet_size", false,
       [](SearchRequest& request, const std::string& value) {
         request.facet_size = number_between("facet_size", value, 1, 1000);
       }},
      {"interval", false,
       [](SearchRequest& request, const std::string& value) {
         request.interval = choice_of<Interval>("interval", value,
                                                {{"day", Interval::kDay},
                                                 {"week", Interval::kWeek},
                                                 {"month", Interval::kMonth},
                                                 {"quarter", Interval::kQuarter},
                                                 {"year", Interval::kYear}});
       }},
      {"recency", false, [](SearchRequest& request, const std::string& value) {
         request.recency = choice_of<Recency>(
             "recency", value,
             {{"off", Recency::kOff}, {"mild", Recency::kMild}, {"strong", Recency::kStrong}});
       }}};
}

std::vector<Rule> search_rules() {
  std::vector<Rule> rules = paging_rules();
  for (size_t i = 0; i < kFacetCount; ++i) {
    rules.push_back(filter_rule(static_cast<Facet>(i)));
  }
  rules.push_back({"q", false, [](SearchRequest& request, const std::string& value) {
                     check_query(value);
                     request.q = value;
                   }});
  rules.push_back({"exclude", true, add_exclusion});
  rules.push_back({"from", false, [](SearchRequest& request, const std::string& value) {
                     request.from_day = day_span("from", value).first;
                   }});
  rules.push_back({"amount_min", false, [](SearchRequest& request, const std::string& value) {
                     request.amount.least = quantity("amount_min", value);
                   }});
  rules.push_back({"amount_max", false, [](SearchRequest& request, const std::string& value) {
                     request.amount.most = quantity("amount_max", value);
                   }});
  rules.push_back({"added_since", false, [](SearchRequest& request, const std::string& value) {
                     request.added_since = instant("added_since", value);
                   }});
  rules.push_back({"to", false, [](SearchRequest& request, const std::string& value) {
                     request.to_day = day_span("to", value).last;
                   }});
  return rules;
}

/// Applies to `request` the rule of each of the `parameters`.
void apply(const std::vector<Rule>& rules, const std::vector<Parameter>& parameters,
           SearchRequest& request) {
  std::vector<std::string_view> given;
  for (const Parameter& parameter : parameters) {
    const auto rule = std::find_if(rules.begin(), rules.end(), [&parameter](const Rule& candidate) {
      return candidate.name == parameter.name;
    });
    if (rule == rules.end()) {
      throw InvalidRequest(clean_line(parameter.name),
                           "There is no parameter " + in_quotes(parameter.name) + " here.");
    }
    if (parameter.value.empty()) {
      continue;
    }
    if (!rule->repeatable && std::find(given.begin(), given.end(), rule->name) != given.end()) {
      throw InvalidRequest(parameter.name, parameter.name + " is given more than once.");
    }
    given.push_back(rule->name);
    rule->set(request, parameter.value);
  }
}

/// The values of the parameter `name` that are not empty, and the other parameters.
std::pair<std::vector<std::string>, std::vector<Parameter>> set_apart(
    std::string_view name, const std::vector<Parameter>& parameters) {
  std::pair<std::vector<std::string>, std::vector<Parameter>> parts;
  for (const Parameter& parameter : parameters) {
    if (parameter.name != name) {
      parts.second.push_back(parameter);
    } else if (!parameter.value.empty()) {
      parts.first.push_back(parameter.value);
    }
  }
  return parts;
}

/// The rules of the names in `names` only.
std::vector<Rule> rules_for(std::initializer_list<std::string_view> names) {
  std::vector<Rule> rules = search_rules();
  std::erase_if(rules, [names](const Rule& rule) {
    return std::find(names.begin(), names.end(), rule.name) == names.end();
  });
  return rules;
}

}  // namespace

SearchRequest search_request_of(const std::vector<Parameter>& parameters) {
  static const std::vector<Rule> rules = search_rules();
  SearchRequest request;
  apply(rules, parameters, request);
  if (uint64_t{request.page} * request.per_page > kMaxDepth) {
    throw InvalidRequest("page", "page x per_page is above " + std::to_string(kMaxDepth) +
                                     "; narrow the search instead, with filters or dates.");
  }
  if (request.from_day > request.to_day) {
    throw InvalidRequest("to", "The last day (to) lies before the first (from).");
  }
  if (request.amount.least > request.amount.most) {
    throw InvalidRequest("amount_max",
                         "The largest sum (amount_max) is below the smallest "
                         "(amount_min).");
  }
  if (request.sort == Sort::kRelevance && is_blank(request.q)) {
    request.sort.reset();
  }
  return request;
}

SumsRequest sums_request_of(const std::vector<Parameter>& parameters) {
  SumsRequest request;
  const auto [given, others] = set_apart("order", parameters);
  if (given.size() > 1) {
    throw InvalidRequest("order", "order is given more than once.");
  }
  if (!given.empty()) {
    request.order = choice_of<SumOrder>("order", given.front(),
                                        {{"largest", SumOrder::kLargest},
                                         {"smallest", SumOrder::kSmallest},
                                         {"newest", SumOrder::kNewest},
                                         {"oldest", SumOrder::kOldest}});
  }
  request.search = search_request_of(others);
  return request;
}

CountsRequest counts_request_of(const std::vector<Parameter>& parameters) {
  CountsRequest request;
  const auto [names, others] = set_apart("name", parameters);
  if (names.size() > kMaxNames) {
    throw InvalidRequest("name", "name is given " + std::to_string(names.size()) +
                                     " times; at most " + std::to_string(kMaxNames) +
                                     " names are counted at once.");
  }
  for (const std::string& name : names) {
    if (name.size() > kMaxNameBytes) {
      throw InvalidRequest("name", "name=" + in_quotes(name) + " is " +
                                       std::to_string(name.size()) + " bytes long; at most " +
                                       std::to_string(kMaxNameBytes) + " are read.");
    }
  }
  request.names = names;
  request.search = search_request_of(others);
  return request;
}

std::string query_of(const std::vector<Parameter>& parameters) {
  static const std::vector<Rule> rules = rules_for({"q"});
  SearchRequest request;
  apply(rules, parameters, request);
  return request.q;
}

SearchRequest marking_of(const std::vector<Parameter>& parameters) {
  static const std::vector<Rule> rules = rules_for({"q", "translate"});
  SearchRequest request;
  apply(rules, parameters, request);
  return request;
}

uint32_t per_page_of(const std::vector<Parameter>& parameters) {
  static const std::vector<Rule> rules = rules_for({"per_page"});
  SearchRequest request;
  apply(rules, parameters, request);
  return request.per_page;
}

void require_none(const std::vector<Parameter>& parameters) {
  SearchRequest request;
  apply({}, parameters, request);
}

}  // namespace vigie
