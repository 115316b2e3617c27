// A document's term list as a Xapian glass database holds it (backends/glass/glass_termlist.h). For
// one thread.
#pragma once

#include <cstdint>
#include <string>

namespace vigie::glass {

class TermList {
 public:
  /// Of a document of that length, with so many terms; without any, the list is empty.
  TermList(uint32_t length, uint32_t terms);

  /// Terms ascend.
  void add(const std::string& term, uint32_t wdf);

  const std::string& packed() const { return packed_; }

 private:
  void add_first(const std::string& term, uint32_t wdf);
  void add_after(const std::string& term, uint32_t wdf);

  std::string packed_;
  std::string last_;
};

}  // namespace vigie::glass
