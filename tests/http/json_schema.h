// Holds a JSON value against a schema of openapi.json: as much of JSON Schema as that document
// uses.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace vigie {

/// The document of searchd/openapi.json in the source tree.
const nlohmann::json& openapi();

/// What is wrong with `value` by `schema` (with "$ref"s into `openapi()`), each with where; empty
/// where nothing is. A keyword that is not known here is itself something wrong.
std::vector<std::string> schema_errors(const nlohmann::json& value, const nlohmann::json& schema);

/// The same for the answer of `path` ("/api/v1/search") with `status`, joined by newlines.
std::string answer_errors(const std::string& path, int status, const std::string& body);

}  // namespace vigie
