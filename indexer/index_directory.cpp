#include "indexer/index_directory.h"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>

#include "indexer/files.h"
#include "indexer/schema.h"
#include "indexer/text/analyzer.h"

namespace vigie {

namespace {

constexpr std::string_view kStubStart = "auto ";

/// Whether `error` comes from the system's error `number`; Xapian keeps only its text.
bool is_system_error(const Xapian::Error& error, int number) {
  const char* text = error.get_error_string();
  return text != nullptr && std::generic_category().message(number) == text;
}

std::string reason_of(const Xapian::Error& error) {
  std::string reason = error.get_msg();
  if (const char* text = error.get_error_string(); text != nullptr) {
    reason.append(" (").append(text).append(")");
  }
  return reason;
}

/// `generation` opened; nothing where it cannot be and is no longer the current one.
std::optional<Xapian::Database> open_generation(const IndexDirectory& directory,
                                                uint64_t generation) {
  try {
    return Xapian::Database(directory.generation_path(generation));
  } catch (const Xapian::Error& error) {
    if (directory.current_generation() == generation) {
      throw explain(error, directory.path);
    }
    return std::nullopt;
  }
}

/// Opens the current generation. A writer may publish another and remove this one between reading
/// the stub and opening it: then the stub has changed, and the new one is opened.
Xapian::Database open_current(const IndexDirectory& directory) {
  for (;;) {
    if (const auto database = open_generation(directory, directory.current_generation())) {
      return *database;
    }
  }
}

}  // namespace

IndexError explain(const Xapian::Error& error, const std::string& path) {
  const std::string start = "index " + path + ": ";
  if (is_system_error(error, ENOSPC) || is_system_error(error, EDQUOT)) {
    return IndexError(start + "the disk is full; free some space and run the command again");
  }
  if (is_system_error(error, EACCES) || is_system_error(error, EPERM)) {
    return IndexError(start + "no right to it; run as its owner or change its permissions");
  }
  if (is_system_error(error, EROFS)) {
    return IndexError(start + "it is on a read-only file system; copy it elsewhere to write to it");
  }
  const std::string_view type = error.get_type();
  if (type == "DatabaseLockError") {
    return IndexError(start + "another program is writing to it; try again when that one is done");
  }
  if (type == "DatabaseVersionError") {
    return IndexError(start + "it was made by another release of Xapian: " + reason_of(error) +
                      "; add the articles anew to another directory");
  }
  return IndexError(start + "it is damaged: " + reason_of(error) +
                    "; `indexer check` tells what is wrong");
}

IndexError explain(const std::system_error& error, const std::string& path) {
  const std::string start = "index " + path + ": ";
  switch (error.code().value()) {
    case ENOSPC:
    case EDQUOT:
      return IndexError(start + "the disk is full; free some space and run the command again");
    case EACCES:
    case EPERM:
      return IndexError(start + "no right to it; run as its owner or change its permissions");
    case EROFS:
      return IndexError(start +
                        "it is on a read-only file system; copy it elsewhere to write to it");
    default:
      return IndexError(start + error.what());
  }
}

std::string IndexDirectory::stub_path() const {
  return path + "/XAPIANDB";
}

std::string IndexDirectory::lock_path() const {
  return path + "/lock";
}

std::string IndexDirectory::generation_path(uint64_t generation) const {
  return path + "/" + generation_name(generation);
}

std::string generation_name(uint64_t generation) {
  return "gen-" + std::to_string(generation);
}

std::optional<uint64_t> generation_of_name(std::string_view name) {
  constexpr std::string_view kStart = "gen-";
  if (name.substr(0, kStart.size()) != kStart) {
    return std::nullopt;
  }
  uint64_t generation = 0;
  const char* const end = name.data() + name.size();
  const auto [stopped, error] = std::from_chars(name.data() + kStart.size(), end, generation);
  // Only the one way of writing a number names a generation: "gen-07" is somebody else's.
  if (error != std::errc() || stopped != end || generation_name(generation) != name) {
    return std::nullopt;
  }
  return generation;
}

bool IndexDirectory::exists() const {
  std::error_code ignored;
  return std::filesystem::exists(stub_path(), ignored);
}

uint64_t IndexDirectory::current_generation() const {
  std::error_code error;
  if (!std::filesystem::exists(stub_path(), error)) {
    if (error) {
      throw explain(std::system_error(error), path);
    }
    throw IndexError("index " + path + ": there is none; `indexer add` makes one");
  }
  errno = 0;
  std::ifstream file(stub_path());
  if (!file) {
    throw explain(std::system_error(errno, std::generic_category(), stub_path()), path);
  }
  std::string line;
  std::getline(file, line);
  const bool ours = line.compare(0, kStubStart.size(), kStubStart) == 0;
  const std::optional<uint64_t> generation =
      ours ? generation_of_name(std::string_view(line).substr(kStubStart.size())) : std::nullopt;
  if (!generation) {
    throw IndexError("index " + path + ": its file XAPIANDB names no generation of Vigie's; " +
                     "`indexer check --repair` mends it where it can be");
  }
  return *generation;
}

void IndexDirectory::publish(uint64_t generation) const {
  std::string stub(kStubStart);
  stub.append(generation_name(generation)).append("\n");
  try {
    replace_file(stub_path(), stub);
  } catch (const std::system_error& error) {
    throw explain(error, path);
  }
}

Xapian::Database open_index(const IndexDirectory& directory) {
  Xapian::Database database = open_current(directory);
  require_version(database, directory.path);
  return database;
}

void require_version(const Xapian::Database& database, const std::string& path) {
  std::string schema;
  std::string analysis;
  try {
    schema = database.get_metadata(schema::kSchemaKey);
    analysis = database.get_metadata(schema::kAnalysisKey);
  } catch (const Xapian::Error& error) {
    throw explain(error, path);
  }
  if (schema.empty()) {
    throw IndexError("index " + path + ": it says no version, so Vigie did not make it; " +
                     "name another directory");
  }
  if (schema != std::to_string(schema::kVersion) || analysis != analysis_version()) {
    throw IndexError("index " + path + ": it has another version (schema " + schema +
                     ", analysis " + analysis + ") than this program (schema " +
                     std::to_string(schema::kVersion) + ", analysis " + analysis_version() +
                     "); `indexer rebuild` brings it up to date");
  }
}

}  // namespace vigie
