#include "searchd/http/static_files.h"

#include <sys/stat.h>

#include <array>
#include <fstream>
#include <iterator>
#include <utility>

#include "searchd/http/compression.h"
#include "searchd/http/etag.h"

namespace vigie {

namespace {

/// Compressed once and kept, so slowly and well.
constexpr int kBestLevel = 9;
constexpr int64_t kNanoseconds = 1'000'000'000;

struct Type {
  std::string_view ending;
  const char* type;
  bool compressible;
};

constexpr std::array kTypes = {
    Type{".html", "text/html; charset=utf-8", true},
    Type{".css", "text/css; charset=utf-8", true},
    Type{".js", "text/javascript; charset=utf-8", true},
    Type{".mjs", "text/javascript; charset=utf-8", true},
    Type{".json", "application/json", true},
    Type{".webmanifest", "application/manifest+json", true},
    Type{".svg", "image/svg+xml", true},
    Type{".txt", "text/plain; charset=utf-8", true},
    Type{".xml", "application/xml", true},
    Type{".png", "image/png", false},
    Type{".ico", "image/x-icon", false},
    Type{".woff2", "font/woff2", false},
};
constexpr Type kUnknownType = {"", "application/octet-stream", false};

Type type_of(std::string_view path) {
  for (const Type& type : kTypes) {
    if (path.size() > type.ending.size() &&
        path.substr(path.size() - type.ending.size()) == type.ending) {
      return type;
    }
  }
  return kUnknownType;
}

/// Whether every part of `path` is an ordinary name.
bool is_safe(std::string_view path) {
  return !path.empty() && path.front() == '/' && path.find("/.") == std::string_view::npos &&
         path.find("//") == std::string_view::npos && path.find('\\') == std::string_view::npos;
}

}  // namespace

std::shared_ptr<const StaticFiles::File> StaticFiles::file(const std::string& path) {
  const std::string full = folder_ + path;
  struct stat status {};
  if (stat(full.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return nullptr;
  }
  const int64_t modified = status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec;
  {
    const std::lock_guard lock(mutex_);
    const auto known = files_.find(path);
    if (known != files_.end() && known->second->modified_ns == modified &&
        known->second->size == status.st_size) {
      return known->second;
    }
  }
  std::ifstream in(full, std::ios::binary);
  auto read = std::make_shared<File>();
  read->bytes.assign(std::istreambuf_iterator<char>(in), {});
  if (!in) {
    return nullptr;
  }
  const Type type = type_of(path);
  read->modified_ns = modified;
  read->size = status.st_size;
  read->type = type.type;
  read->tag = hash_digits(read->bytes);
  if (type.compressible && read->bytes.size() >= kMinCompressedBytes) {
    read->gzipped = gzip(read->bytes, kBestLevel);
  }
  const std::lock_guard lock(mutex_);
  files_[path] = read;
  return read;
}

HttpReply StaticFiles::answer(std::string_view path, const HttpRequest& request) {
  HttpReply reply;
  reply.route = "page";
  reply.status = 404;
  if (folder_.empty() || !is_safe(path)) {
    return reply;
  }
  const std::string name = std::string(path) + (path.back() == '/' ? "index.html" : "");
  const std::shared_ptr<const File> found = file(name);
  if (!found) {
    return reply;
  }
  const bool gzipped = !found->gzipped.empty() && accepts_gzip(request.accept_encoding);
  const std::string etag = "\"" + found->tag + (gzipped ? "-gzip\"" : "\"");
  reply.headers = {{"ETag", etag}, {"Cache-Control", "no-cache"}, {"Vary", "Accept-Encoding"}};
  if (etag_matches(request.if_none_match, etag)) {
    reply.status = 304;
    return reply;
  }
  reply.status = 200;
  reply.content_type = found->type;
  reply.body = gzipped ? found->gzipped : found->bytes;
  if (gzipped) {
    reply.headers.emplace_back("Content-Encoding", "gzip");
  }
  return reply;
}

}  // namespace vigie
