// The index directory: its stub file, its generations, and opening them to read.
//
// Functions may be called from any thread; a Xapian::Database they return belongs to its caller's
// thread.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

namespace vigie {

/// Why an index cannot be used, in one sentence with the remedy.
class IndexError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What `error`, thrown while using the index at `path`, means to its user, and the remedy.
IndexError explain(const Xapian::Error& error, const std::string& path);
IndexError explain(const std::system_error& error, const std::string& path);

/// What `work()` returns; errors of Xapian and of the system come out of it as IndexErrors about
/// the index at `path`.
template <typename Work>
auto explaining_errors(const std::string& path, const Work& work) {
  try {
    return work();
  } catch (const Xapian::Error& error) {
    throw explain(error, path);
  } catch (const std::system_error& error) {
    throw explain(error, path);
  }
}

/// The folder of a generation ("gen-7"), and the generation such a name says; nothing where it is
/// no such name.
std::string generation_name(uint64_t generation);
std::optional<uint64_t> generation_of_name(std::string_view name);

/// The directory named and nothing read yet.
struct IndexDirectory {
  std::string path;

  std::string stub_path() const;
  std::string lock_path() const;
  std::string generation_path(uint64_t generation) const;

  /// Whether a stub is there.
  bool exists() const;
  /// The generation the stub names. Throws IndexError where there is no stub or it is not one of
  /// ours.
  uint64_t current_generation() const;
  /// Makes `generation` the current one: a new stub, synced, renamed over the old. Throws
  /// IndexError.
  void publish(uint64_t generation) const;
};

/// Opens the current generation to read, after checking schema and analysis versions. Throws
/// IndexError naming the path and what to do: no such index (`indexer add` makes one), another
/// version (`indexer rebuild`), damaged (`indexer check`), no right to read.
Xapian::Database open_index(const IndexDirectory& directory);

/// Throws IndexError where `database` has another schema or analysis version than this program.
void require_version(const Xapian::Database& database, const std::string& path);

}  // namespace vigie
