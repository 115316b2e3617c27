// The page: the files of one folder, kept in memory as they are on disk. Any thread.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "searchd/http/http_message.h"

namespace vigie {

class StaticFiles {
 public:
  /// Files of `folder`; none where it is empty.
  explicit StaticFiles(std::string folder) : folder_(std::move(folder)) {}

  /// The file of `path` ("/" and "/x/" stand for their index.html), with its type, tag and caching
  /// headers, or a 404. Nothing outside the folder and no file whose name, or whose folder's name,
  /// begins with a dot is served.
  HttpReply answer(std::string_view path, const HttpRequest& request);

 private:
  struct File {
    int64_t modified_ns = 0;
    int64_t size = -1;
    std::string type;
    std::string tag;  ///< of the bytes, 16 hex digits
    std::string bytes;
    std::string gzipped;  ///< empty where it gains nothing
  };

  std::shared_ptr<const File> file(const std::string& path);

  const std::string folder_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const File>> files_;  ///< shared with the answers under way
};

}  // namespace vigie
