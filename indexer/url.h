// Addresses of articles: which of them name the same page. Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vigie {

/// One spelling for all those of the same http or https address: scheme and host in lower case, no
/// default port, no fragment, no parameters that only track readers (utm_…, fbclid, xtor, …), "/"
/// for an empty path. Nothing where `url` is no such address. Idempotent.
std::optional<std::string> canonical_url(std::string_view url);

}  // namespace vigie
