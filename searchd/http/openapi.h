// The API's own description, openapi.json, compiled in. Any thread.
#pragma once

#include <string_view>

namespace vigie {

/// The document: OpenAPI 3.1, JSON. Lives as long as the program.
std::string_view openapi_document();

}  // namespace vigie
