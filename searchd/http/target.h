// A request's target taken apart: path and parameters.
//
// Not left to cpp-httplib, whose reading drops a pair given twice, cuts `q==word` at its second '='
// and passes bytes that are not UTF-8. Any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vigie {

struct Parameter {
  std::string name;
  std::string value;
};

/// The decoded path of `target`: "/api/v1/search". Throws InvalidRequest (parameter "path") where
/// its percent-encoding is broken, or what it encodes is not UTF-8 or holds a NUL.
std::string path_of(std::string_view target);

/// The parameters of `target` in order, decoded ('+' is a space); one without '=' has an empty
/// value. Throws InvalidRequest naming the parameter, as above.
std::vector<Parameter> parameters_of(std::string_view target);

/// `text` percent-encoded for a query string: all but letters, digits and "-._~".
std::string percent_encode(std::string_view text);

}  // namespace vigie
