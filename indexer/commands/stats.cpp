// `indexer stats`

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "indexer/commands/command.h"
#include "indexer/commands/console.h"
#include "indexer/commands/json_line.h"
#include "indexer/index_directory.h"
#include "indexer/schema.h"
#include "indexer/sum.h"

namespace vigie {

namespace {

constexpr size_t kMaxSources = 15;
constexpr size_t kMaxCurrencies = 8;
constexpr size_t kMaxEntities = 15;

constexpr const char* kExamples =
    "Examples:\n"
    "  indexer stats                 how many articles, of which languages, sources and years\n"
    "  indexer stats --json          the same for programs, with every source";

using Counts = std::map<std::string, uint64_t>;

struct Stats {
  uint64_t articles = 0;
  uint64_t dated = 0;
  std::string oldest;  ///< YYYYMMDD
  std::string newest;
  Counts languages;
  Counts sources;
  Counts years;
  uint64_t with_sums = 0;
  Counts currencies;  ///< articles with a sum in each
  uint64_t with_entities = 0;
  Counts entities;  ///< articles by the entity or topic that they name
  uint64_t bytes = 0;
  uint64_t generation = 0;
  uint64_t revision = 0;
  std::string created;
  std::string updated;
  std::string analysis;
};

Counts count_values(const Xapian::Database& database, Xapian::valueno slot, size_t bytes) {
  Counts counts;
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
       ++value) {
    ++counts[(*value).substr(0, bytes)];
  }
  return counts;
}

/// Articles by currency of a sum in them.
Counts count_currencies(const Xapian::Database& database) {
  Counts counts;
  for (auto value = database.valuestream_begin(schema::kSumsSlot);
       value != database.valuestream_end(schema::kSumsSlot); ++value) {
    std::set<std::string> currencies;
    for (Sum& sum : sums_in(*value)) {
      currencies.insert(std::move(sum.currency));
    }
    for (const std::string& currency : currencies) {
      ++counts[currency];
    }
  }
  return counts;
}

/// Articles by id of an entity or topic.
Counts count_entities(const Xapian::Database& database) {
  Counts counts;
  const std::string prefix = schema::term(schema::Prefix::kEntity, "");
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    counts[(*term).substr(prefix.size())] = term.get_termfreq();
  }
  return counts;
}

uint64_t size_of_folder(const std::string& path) {
  uint64_t bytes = 0;
  std::error_code error;
  for (std::filesystem::directory_iterator file(path, error), end; !error && file != end;
       file.increment(error)) {
    std::error_code gone;
    const uintmax_t size = file->file_size(gone);
    bytes += gone ? 0 : size;
  }
  return bytes;
}

Stats gather(const IndexDirectory& directory) {
  return explaining_errors(directory.path, [&] {
    const Xapian::Database database = open_index(directory);
    Stats stats;
    stats.articles = database.get_doccount();
    stats.languages = count_values(database, schema::kLanguageSlot, std::string::npos);
    stats.sources = count_values(database, schema::kSourceSlot, std::string::npos);
    stats.years = count_values(database, schema::kDaySlot, 4);
    stats.dated = database.get_value_freq(schema::kDaySlot);
    stats.with_sums = database.get_value_freq(schema::kSumsSlot);
    stats.currencies = count_currencies(database);
    stats.with_entities = database.get_value_freq(schema::kEntitiesSlot);
    stats.entities = count_entities(database);
    stats.oldest = stats.dated > 0 ? database.get_value_lower_bound(schema::kDaySlot) : "";
    stats.newest = stats.dated > 0 ? database.get_value_upper_bound(schema::kDaySlot) : "";
    stats.generation = directory.current_generation();
    stats.bytes = size_of_folder(directory.generation_path(stats.generation));
    stats.revision = database.get_revision();
    stats.created = database.get_metadata(schema::kCreatedKey);
    stats.updated = database.get_metadata(schema::kUpdatedKey);
    stats.analysis = database.get_metadata(schema::kAnalysisKey);
    return stats;
  });
}

std::string written_day(const std::string& day) {
  return day.size() == 8 ? day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6) : day;
}

std::string labelled(std::string label, const std::string& value) {
  label.resize(12, ' ');
  return label + value + "\n";
}

/// "fr 120, en 80": the most frequent first.
std::string ranked(const Counts& counts, size_t at_most) {
  std::vector<std::pair<std::string, uint64_t>> order(counts.begin(), counts.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (size_t i = 0; i < std::min(order.size(), at_most); ++i) {
    text.append(i == 0 ? "" : ", ").append(order[i].first).append(" ");
    text.append(grouped(order[i].second));
  }
  return order.size() > at_most ? text + ", and " + grouped(order.size() - at_most) + " more"
                                : text;
}

std::string in_order(const Counts& counts) {
  std::string text;
  for (const auto& [name, count] : counts) {
    text.append(text.empty() ? "" : ", ").append(name).append(" ").append(grouped(count));
  }
  return text;
}

std::string as_text(const Stats& stats) {
  std::string text = labelled("articles", grouped(stats.articles));
  if (!stats.languages.empty()) {
    text += labelled("languages", ranked(stats.languages, kMaxSources));
  }
  if (!stats.sources.empty()) {
    text += labelled("sources", ranked(stats.sources, kMaxSources));
  }
  if (stats.dated > 0) {
    text += labelled("published", written_day(stats.oldest) + " to " + written_day(stats.newest));
    text += labelled("years", in_order(stats.years));
  }
  if (stats.dated < stats.articles) {
    text += labelled("undated", grouped(stats.articles - stats.dated));
  }
  if (stats.with_sums > 0) {
    text += labelled("with sums",
                     grouped(stats.with_sums) + "; " + ranked(stats.currencies, kMaxCurrencies));
  }
  if (stats.with_entities > 0) {
    text += labelled("with names",
                     grouped(stats.with_entities) + "; " + ranked(stats.entities, kMaxEntities));
  }
  text += labelled("size", grouped(stats.bytes / 1000) + " kB");
  text += labelled("generation", std::to_string(stats.generation) + ", revision " +
                                     std::to_string(stats.revision));
  text += labelled("created", stats.created);
  text += labelled("updated", stats.updated);
  return text + labelled("analysis", stats.analysis);
}

JsonLine json_of_counts(const Counts& counts) {
  JsonLine line;
  for (const auto& [name, count] : counts) {
    line.add(name, count);
  }
  return line;
}

std::string as_json(const Stats& stats) {
  JsonLine line;
  line.add("articles", stats.articles)
      .add("undated", stats.articles - stats.dated)
      .add("oldest", written_day(stats.oldest))
      .add("newest", written_day(stats.newest))
      .add("languages", json_of_counts(stats.languages))
      .add("sources", json_of_counts(stats.sources))
      .add("years", json_of_counts(stats.years))
      .add("with_sums", stats.with_sums)
      .add("currencies", json_of_counts(stats.currencies))
      .add("with_entities", stats.with_entities)
      .add("entities", json_of_counts(stats.entities))
      .add("bytes", stats.bytes)
      .add("generation", stats.generation)
      .add("revision", stats.revision)
      .add("created", stats.created)
      .add("updated", stats.updated)
      .add("analysis", stats.analysis);
  return line.text() + "\n";
}

}  // namespace

void define_stats(CLI::App& app, Invocation& invocation) {
  CLI::App* sub = app.add_subcommand("stats", "Say what the index holds");
  auto common = std::make_shared<CommonOptions>();  // see define_add()
  add_common_options(*sub, *common);
  sub->footer(kExamples);
  sub->callback([common, &invocation] {
    invocation.run = [common] {
      const Stats stats = gather({common->db});
      Console::standard().print(common->json ? as_json(stats) : as_text(stats));
      return static_cast<int>(kDone);
    };
  });
}

}  // namespace vigie
