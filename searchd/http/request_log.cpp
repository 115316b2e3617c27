#include "searchd/http/request_log.h"

#include <spdlog/spdlog.h>

#include <string_view>

namespace vigie {

namespace {

constexpr double kMillisecondsPerSecond = 1000;
constexpr size_t kMaxLoggedBytes = 1000;

}  // namespace

std::string loggable_target(const std::string& target, bool with_parameters) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string_view rest = target;
  if (!with_parameters) {
    rest = rest.substr(0, rest.find('?'));
  }
  std::string text;
  for (const char character : rest.substr(0, kMaxLoggedBytes)) {
    const auto byte = static_cast<unsigned char>(character);
    if (byte > 0x20 && byte < 0x7f && character != '"' && character != '\\') {
      text += character;
    } else {
      text += '%';
      text += kDigits[byte >> 4U];
      text += kDigits[byte & 0xFU];
    }
  }
  return text;
}

void log_request(const HttpRequest& request, const HttpReply& reply, const std::string& peer,
                 double seconds) {
  if (!spdlog::should_log(spdlog::level::info)) {
    return;
  }
  spdlog::info("msg=request method={} target=\"{}\" route={} status={} ms={:.3f} bytes={} peer={}",
               request.method,
               loggable_target(request.target, spdlog::should_log(spdlog::level::debug)),
               reply.route, reply.status, seconds * kMillisecondsPerSecond,
               reply.body.size() + reply.streamed_bytes, peer);
}

}  // namespace vigie
