#include "tests/http/json_schema.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <regex>

namespace vigie {

namespace {

using nlohmann::json;

class Validator {
 public:
  void check(const json& value, const json& schema, const std::string& where) {
    for (const auto& [keyword, rule] : schema.items()) {
      if (keyword == "$ref") {
        check(value, openapi().at(json::json_pointer(rule.get<std::string>().substr(1))), where);
      } else if (keyword == "type") {
        require(has_type(value, rule.get<std::string>()), where, "is no " + rule.dump());
      } else if (keyword == "required") {
        for (const auto& name : rule) {
          require(value.contains(name.get<std::string>()), where, "lacks " + name.dump());
        }
      } else if (keyword == "properties") {
        check_properties(value, schema, where);
      } else if (keyword == "items") {
        for (size_t i = 0; i < value.size(); ++i) {
          check(value[i], rule, where + "/" + std::to_string(i));
        }
      } else if (keyword == "enum") {
        require(std::find(rule.begin(), rule.end(), value) != rule.end(), where,
                "is none of " + rule.dump());
      } else if (keyword == "anyOf") {
        require(matches_any(value, rule), where, "matches none of " + rule.dump());
      } else if (keyword == "pattern") {
        require(std::regex_search(value.get<std::string>(), pattern(rule.get<std::string>())),
                where, "does not match " + rule.dump());
      } else {
        const bool known = keyword == "description" || keyword == "additionalProperties";
        require(known, where, "has a schema with the unknown keyword " + keyword);
      }
    }
  }

  std::vector<std::string> errors;

 private:
  void require(bool holds, const std::string& where, const std::string& what) {
    if (!holds) {
      errors.push_back(where + " " + what);
    }
  }

  /// Compiled once: that takes longer than all the rest.
  static const std::regex& pattern(const std::string& text) {
    static thread_local std::map<std::string, std::regex> patterns;
    return patterns.try_emplace(text, text).first->second;
  }

  static bool has_type(const json& value, const std::string& type) {
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
           (type == "string" && value.is_string()) || (type == "boolean" && value.is_boolean()) ||
           (type == "integer" && value.is_number_integer()) ||
           (type == "number" && value.is_number()) || (type == "null" && value.is_null());
  }

  void check_properties(const json& value, const json& schema, const std::string& where) {
    const json& properties = schema["properties"];
    for (const auto& [name, member] : value.items()) {
      if (properties.contains(name)) {
        check(member, properties[name], where + "/" + name);
      } else {
        require(schema.value("additionalProperties", true), where, "has an unknown member " + name);
      }
    }
  }

  static bool matches_any(const json& value, const json& schemas) {
    return std::any_of(schemas.begin(), schemas.end(), [&value](const json& schema) {
      return schema_errors(value, schema).empty();
    });
  }
};

}  // namespace

const json& openapi() {
  static const json document = [] {
    std::ifstream in(VIGIE_SOURCE_DIR "/searchd/openapi.json");
    return json::parse(in);
  }();
  return document;
}

std::vector<std::string> schema_errors(const json& value, const json& schema) {
  Validator validator;
  validator.check(value, schema, "");
  return validator.errors;
}

std::string answer_errors(const std::string& path, int status, const std::string& body) {
  const json value = json::parse(body, nullptr, false);
  if (value.is_discarded()) {
    return "not JSON: " + body.substr(0, 200);
  }
  const json& content = openapi()
                            .at("paths")
                            .at(path)
                            .at("get")
                            .at("responses")
                            .at(std::to_string(status))
                            .at("content");
  std::string joined;
  for (const std::string& error : schema_errors(value, content.front().at("schema"))) {
    joined += error + "\n";
  }
  return joined;
}

}  // namespace vigie
