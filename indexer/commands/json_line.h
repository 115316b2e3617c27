// What --json prints: one JSON object to a line. Any thread.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article.h"
#include "indexer/writer.h"

namespace vigie {

/// "added", "updated", "unchanged", "rejected".
const char* name_of(Outcome outcome);

/// {"outcome":"rejected","where":"a.json:3","reason":"…"}
std::string json_of(const ArticleReport& report);
/// {"id":"…","removed":true}
std::string json_of(const RemoveReport& report);
/// The record without standfirst and body.
std::string json_headline(const Article& article);

/// Builds an object key by key, in that order.
class JsonLine {
 public:
  JsonLine& add(std::string_view key, std::string_view text);
  JsonLine& add(std::string_view key, const char* text) { return add(key, std::string_view(text)); }
  JsonLine& add(std::string_view key, uint64_t number);
  JsonLine& add(std::string_view key, double number);
  JsonLine& add(std::string_view key, bool value);
  JsonLine& add(std::string_view key, const JsonLine& object);
  JsonLine& add(std::string_view key, const std::vector<std::string>& texts);
  std::string text() const { return "{" + members_ + "}"; }

 private:
  JsonLine& add_value(std::string_view key, const std::string& json);
  std::string members_;
};

}  // namespace vigie
