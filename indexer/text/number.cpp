#include "indexer/text/number.h"

#include <algorithm>
#include <vector>

namespace vigie {
namespace {

struct Groups {
  std::vector<std::string_view> digits;  // one more than separators
  std::string separators;
};

Groups groups_of(std::string_view written) {
  Groups groups;
  size_t begin = 0;
  for (size_t at = 0; at < written.size(); ++at) {
    if (written[at] < '0' || written[at] > '9') {
      groups.digits.push_back(written.substr(begin, at - begin));
      groups.separators += written[at];
      begin = at + 1;
    }
  }
  groups.digits.push_back(written.substr(begin));
  return groups;
}

// Whether the first `count` separators are one sign parting thousands: 1 to 3 digits, then threes.
bool is_grouped(const Groups& groups, size_t count) {
  const std::string_view first = groups.digits[0];
  if (first.size() > 3 || first.empty() || (first[0] == '0' && count > 0)) {
    return false;
  }
  for (size_t i = 0; i < count; ++i) {
    if (groups.separators[i] != groups.separators[0] || groups.digits[i + 1].size() != 3) {
      return false;
    }
  }
  return true;
}

std::string joined(const Groups& groups, size_t count) {
  std::string digits;
  for (size_t i = 0; i < count; ++i) {
    digits += groups.digits[i];
  }
  return digits;
}

bool is_decimal_sign(char sign) {
  return sign == '.' || sign == ',';
}

}  // namespace

std::string plain_number(std::string_view written) {
  const Groups groups = groups_of(written);
  const size_t count = groups.separators.size();
  const char last = count == 0 ? '\0' : groups.separators.back();
  const bool lone_dot = count == 1 && last == '.';
  if (count == 0 || (!lone_dot && is_grouped(groups, count))) {
    return joined(groups, count + 1);
  }
  const bool last_differs = count == 1 || groups.separators[count - 2] != last;
  if (is_decimal_sign(last) && last_differs && (count == 1 || is_grouped(groups, count - 1))) {
    return joined(groups, count) + '.' + std::string(groups.digits.back());
  }
  const bool only_dots = std::all_of(groups.separators.begin(), groups.separators.end(),
                                     [](char c) { return c == '.'; });
  return only_dots ? std::string(written) : std::string();
}

}  // namespace vigie
