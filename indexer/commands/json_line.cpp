#include "indexer/commands/json_line.h"

#include <nlohmann/json.hpp>

namespace vigie {

namespace {

/// Paths and system messages may be anything; what is not UTF-8 becomes U+FFFD.
std::string dumped(const nlohmann::json& value) {
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

const char* name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::kAdded:
      return "added";
    case Outcome::kUpdated:
      return "updated";
    case Outcome::kUnchanged:
      return "unchanged";
    case Outcome::kRejected:
      break;
  }
  return "rejected";
}

std::string json_of(const ArticleReport& report) {
  JsonLine line;
  line.add("outcome", name_of(report.outcome));
  if (!report.id.empty()) {
    line.add("id", report.id);
  }
  line.add("where", report.where);
  if (!report.reason.empty()) {
    line.add("reason", report.reason);
  }
  if (!report.warnings.empty()) {
    line.add("warnings", report.warnings);
  }
  return line.text();
}

std::string json_of(const RemoveReport& report) {
  return JsonLine().add("id", report.id).add("removed", report.removed).text();
}

std::string json_headline(const Article& article) {
  Article headline = article;
  headline.standfirst.clear();
  headline.body.clear();
  return to_json(headline);
}

JsonLine& JsonLine::add_value(std::string_view key, const std::string& json) {
  members_.append(members_.empty() ? "" : ",").append(dumped(nlohmann::json(std::string(key))));
  members_.append(":").append(json);
  return *this;
}

JsonLine& JsonLine::add(std::string_view key, std::string_view text) {
  return add_value(key, dumped(nlohmann::json(std::string(text))));
}

JsonLine& JsonLine::add(std::string_view key, uint64_t number) {
  return add_value(key, std::to_string(number));
}

JsonLine& JsonLine::add(std::string_view key, double number) {
  return add_value(key, dumped(nlohmann::json(number)));
}

JsonLine& JsonLine::add(std::string_view key, bool value) {
  return add_value(key, value ? "true" : "false");
}

JsonLine& JsonLine::add(std::string_view key, const JsonLine& object) {
  return add_value(key, object.text());
}

JsonLine& JsonLine::add(std::string_view key, const std::vector<std::string>& texts) {
  return add_value(key, dumped(nlohmann::json(texts)));
}

}  // namespace vigie
