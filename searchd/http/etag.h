// Entity tags: what a client keeps to ask whether an answer has changed. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace vigie {

/// 16 hex digits of XXH64 over `bytes`: the same in every process and version.
std::string hash_digits(std::string_view bytes);

/// A weak tag of all that an answer depends on.
std::string weak_etag(std::string_view key);

/// Whether `etag` is among those of an If-None-Match header, weak or not ("*" is none of ours).
bool etag_matches(std::string_view if_none_match, std::string_view etag);

}  // namespace vigie
