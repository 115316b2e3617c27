#include "indexer/url.h"

#include <algorithm>
#include <array>

namespace vigie {

namespace {

/// Parameters that tell the publisher where a reader came from and nothing about the page.
constexpr std::array<std::string_view, 11> kTrackingParameters = {
    "fbclid", "gclid", "dclid",     "msclkid",     "mc_cid", "mc_eid",
    "igshid", "xtor",  "at_medium", "at_campaign", "cmpid"};
constexpr std::string_view kTrackingPrefix = "utm_";

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

bool is_tracking(std::string_view parameter) {
  const std::string name = lower_ascii(parameter.substr(0, parameter.find('=')));
  return std::string_view(name).substr(0, kTrackingPrefix.size()) == kTrackingPrefix ||
         std::find(kTrackingParameters.begin(), kTrackingParameters.end(), name) !=
             kTrackingParameters.end();
}

std::string without_tracking(std::string_view query) {
  std::string kept;
  while (!query.empty()) {
    const size_t end = std::min(query.find('&'), query.size());
    const std::string_view parameter = query.substr(0, end);
    if (!parameter.empty() && !is_tracking(parameter)) {
      kept.append(kept.empty() ? "?" : "&").append(parameter);
    }
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return kept;
}

void drop_default_port(std::string& host, std::string_view scheme) {
  const std::string_view port = scheme == "https" ? ":443" : ":80";
  if (host.size() > port.size() &&
      host.compare(host.size() - port.size(), port.size(), port) == 0) {
    host.resize(host.size() - port.size());
  }
}

}  // namespace

std::optional<std::string> canonical_url(std::string_view url) {
  const size_t colon = url.find("://");
  if (colon == std::string_view::npos || std::any_of(url.begin(), url.end(), [](char c) {
        return c == ' ' || c == '"' || c == '<';
      })) {
    return std::nullopt;
  }
  const std::string scheme = lower_ascii(url.substr(0, colon));
  if (scheme != "http" && scheme != "https") {
    return std::nullopt;
  }
  std::string_view rest = url.substr(colon + 3);
  rest = rest.substr(0, rest.find('#'));
  const size_t host_end = std::min(rest.find_first_of("/?"), rest.size());
  std::string host = lower_ascii(rest.substr(0, host_end));
  drop_default_port(host, scheme);
  if (host.empty()) {
    return std::nullopt;
  }
  rest.remove_prefix(host_end);
  const size_t query_start = std::min(rest.find('?'), rest.size());
  const std::string_view path = rest.substr(0, query_start);
  const std::string_view query = rest.substr(std::min(query_start + 1, rest.size()));
  return scheme + "://" + host + (path.empty() ? "/" : std::string(path)) + without_tracking(query);
}

}  // namespace vigie
