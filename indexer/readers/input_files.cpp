#include "indexer/readers/input_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

namespace vigie {

namespace {

namespace fs = std::filesystem;

struct Ending {
  std::string_view ending;
  InputFormat format;
};

constexpr std::array<Ending, 6> kEndings = {{{".txt", InputFormat::kText},
                                             {".md", InputFormat::kMarkdown},
                                             {".markdown", InputFormat::kMarkdown},
                                             {".json", InputFormat::kJson},
                                             {".jsonl", InputFormat::kJsonLines},
                                             {".ndjson", InputFormat::kJsonLines}}};

std::string lower_ascii(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return text;
}

bool is_hidden(const fs::path& path) {
  return path.filename().string().substr(0, 1) == ".";
}

InputFile refused(const std::string& path, std::string reason) {
  InputFile file;
  file.path = path;
  file.error = std::move(reason);
  return file;
}

void take_file(const fs::directory_entry& entry, InputFiles& found) {
  std::error_code error;
  if (!entry.is_regular_file(error)) {
    return;
  }
  InputFile file;
  file.path = entry.path().string();
  file.format = format_of_name(file.path);
  if (file.format == InputFormat::kGuess) {
    ++found.passed_over;
    return;
  }
  const uintmax_t bytes = entry.file_size(error);
  file.bytes = error ? 0 : bytes;
  found.files.push_back(std::move(file));
}

void walk(const std::string& path, InputFiles& found) {
  std::error_code error;
  fs::directory_iterator entries(path, error);
  if (error) {
    found.files.push_back(refused(path, "the directory cannot be read: " + error.message()));
    return;
  }
  std::vector<fs::directory_entry> sorted;
  for (; entries != fs::directory_iterator(); entries.increment(error)) {
    if (!is_hidden(entries->path())) {
      sorted.push_back(*entries);
    }
    if (error) {
      break;
    }
  }
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return a.path() < b.path(); });
  for (const fs::directory_entry& entry : sorted) {
    if (entry.is_directory(error) && !entry.is_symlink(error)) {
      walk(entry.path().string(), found);
    } else {
      take_file(entry, found);
    }
  }
}

void take_path(const std::string& path, InputFiles& found) {
  std::error_code error;
  const fs::file_status status = path == "-" ? fs::file_status() : fs::status(path, error);
  if (fs::is_directory(status)) {
    const size_t before = found.files.size();
    const uint64_t passed_over_before = found.passed_over;
    walk(path, found);
    if (found.files.size() == before) {
      const uint64_t others = found.passed_over - passed_over_before;
      found.files.push_back(refused(
          path, "the directory holds no article (.txt, .md, .json, .jsonl)" +
                    (others > 0 ? ", only " + std::to_string(others) + " other files" : "")));
    }
    return;
  }
  InputFile file;
  file.path = path;
  if (fs::is_regular_file(status)) {
    file.format = format_of_name(path);
    const uintmax_t bytes = fs::file_size(path, error);
    file.bytes = error ? 0 : bytes;
  } else if (path == "-" || fs::exists(status)) {
    found.bytes.reset();
  }
  found.files.push_back(std::move(file));
}

}  // namespace

InputFormat format_of_name(const std::string& path) {
  const std::string ending = lower_ascii(fs::path(path).extension().string());
  const auto* found = std::find_if(kEndings.begin(), kEndings.end(),
                                   [&](const Ending& known) { return known.ending == ending; });
  return found == kEndings.end() ? InputFormat::kGuess : found->format;
}

InputFiles list_input_files(const std::vector<std::string>& paths) {
  InputFiles found;
  for (const std::string& path : paths) {
    take_path(path, found);
  }
  if (found.bytes) {
    for (const InputFile& file : found.files) {
      *found.bytes += file.bytes;
    }
  }
  return found;
}

}  // namespace vigie
