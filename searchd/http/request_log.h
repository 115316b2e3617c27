// One line a request. Any thread.
#pragma once

#include <string>

#include "searchd/http/http_message.h"

namespace vigie {

/// Logs `reply` to `request` as key=value. What was searched is a reader's own business: the
/// parameters are logged at level debug only.
void log_request(const HttpRequest& request, const HttpReply& reply, const std::string& peer,
                 double seconds);

/// `target` on one line for the log, without its parameters unless told: whatever is not plain is
/// percent-encoded.
std::string loggable_target(const std::string& target, bool with_parameters);

}  // namespace vigie
