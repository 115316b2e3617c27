#include "indexer/readers/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/clean_text.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/json_pieces.h"
#include "indexer/readers/source.h"

namespace vigie {

namespace {

using Json = nlohmann::json;

constexpr size_t kDetailBytes = 200;

/// "…: syntax error while parsing value - invalid literal; last read: 'nul}'" → what follows the
/// dash.
std::string detail_of(std::string_view what) {
  const size_t dash = what.find(" - ");
  if (dash != std::string_view::npos) {
    what.remove_prefix(dash + 3);
  }
  return clean_line(cut_at(what, kDetailBytes));
}

/// Passes the fields of one object on to a RecordBuilder, without building anything of what is not
/// wanted.
class RecordHandler : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return top_level("null"); }
  bool boolean(bool value) override {
    return scalar(value ? "the boolean true" : "the boolean false");
  }
  bool number_integer(number_integer_t value) override {
    return scalar("the number " + std::to_string(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return scalar("the number " + std::to_string(value));
  }
  bool number_float(number_float_t, const string_t& written) override {
    return scalar("the number " + std::string(cut_at(written, 40)));
  }
  bool binary(binary_t&) override { return scalar("binary data"); }

  bool string(string_t& value) override {
    if (depth_ == 1) {
      builder.text(std::move(value));
    } else if (in_list_ && depth_ == 2) {
      builder.item(std::move(value));
    }
    return top_level("a string");
  }

  bool start_object(size_t) override {
    if (depth_ > 0) {
      nested("an object");
    }
    ++depth_;
    return true;
  }
  bool key(string_t& name) override {
    if (depth_ == 1) {
      builder.begin(name);
    }
    return true;
  }
  bool end_object() override {
    --depth_;
    return true;
  }
  bool start_array(size_t) override {
    if (depth_ == 0) {
      return top_level("an array");
    }
    if (depth_ == 1 && builder.takes_list()) {
      in_list_ = true;
    } else {
      nested("an array");
    }
    ++depth_;
    return true;
  }
  bool end_array() override {
    --depth_;
    in_list_ = in_list_ && depth_ > 1;
    return true;
  }

  bool parse_error(size_t position, const std::string&, const Json::exception& error) override {
    error_position = position;
    error_detail = detail_of(error.what());
    return false;
  }

  RecordBuilder builder;
  size_t error_position = 0;  ///< in bytes, from 1
  std::string error_detail;   ///< empty: it is JSON
  std::string instead;        ///< of an object: what the value is

 private:
  bool top_level(const char* kind) {
    if (depth_ == 0) {
      instead = kind;
      return false;
    }
    return true;
  }
  bool scalar(const std::string& kind) {
    if (depth_ == 0) {
      instead = kind;
      return false;
    }
    nested(kind);
    return true;
  }
  void nested(std::string_view kind) {
    if (depth_ == 1) {
      builder.wrong_kind(kind);
    } else if (in_list_ && depth_ == 2) {
      builder.wrong_item(kind);
    }
  }

  size_t depth_ = 0;
  bool in_list_ = false;  ///< in the list of authors
};

std::string place_of(std::string_view json, size_t position, uint64_t first_line) {
  const std::string_view before = json.substr(0, position);
  if (first_line == 0) {
    return "column " + std::to_string(std::max<size_t>(count_characters(before), 1));
  }
  return "line " + std::to_string(first_line + static_cast<uint64_t>(
                                                   std::count(before.begin(), before.end(), '\n')));
}

}  // namespace

Record parse_json_record(std::string_view json, uint64_t first_line) {
  RecordHandler handler;
  Json::sax_parse(json.begin(), json.end(), &handler);
  if (!handler.error_detail.empty()) {
    const size_t position = std::min(handler.error_position, json.size());
    throw ArticleError("not JSON at " + place_of(json, position, first_line) + ": " +
                       handler.error_detail);
  }
  if (!handler.instead.empty()) {
    throw ArticleError("found " + handler.instead +
                       "; expected a JSON object with the fields of an article");
  }
  return handler.builder.finish();
}

}  // namespace vigie
