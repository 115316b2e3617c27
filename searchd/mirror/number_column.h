// A number for each row, in as few bytes as the largest takes: counting a column of some hundred
// thousand rows is reading its memory.
//
// Immutable once in a snapshot: any thread may read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace vigie {

class NumberColumn {
 public:
  uint32_t operator[](uint32_t index) const {
    return std::visit([index](const auto& rows) { return uint32_t{rows[index]}; }, rows_);
  }

  /// Calls use(numbers) with the rows' numbers, a pointer to 8, 16 or 32 bits each.
  template <typename Use>
  void use(const Use& use) const {
    std::visit([&use](const auto& rows) { use(rows.data()); }, rows_);
  }

  /// Sets row `index`, at or after those there; rows passed over have 0.
  void append(uint32_t index, uint32_t number) {
    if (number > std::numeric_limits<uint16_t>::max()) {
      widen<uint32_t>();
    } else if (number > std::numeric_limits<uint8_t>::max()) {
      widen<uint16_t>();
    }
    std::visit(
        [index, number](auto& rows) {
          using Number = typename std::decay_t<decltype(rows)>::value_type;
          rows.resize(size_t{index} + 1, 0);
          rows[index] = static_cast<Number>(number);
        },
        rows_);
  }

  size_t bytes() const {
    return std::visit([](const auto& rows) { return rows.capacity() * sizeof(rows.front()); },
                      rows_);
  }

 private:
  /// Keeps the rows as `Number`, where they are kept as less.
  template <typename Number>
  void widen() {
    std::visit(
        [this](const auto& rows) {
          if (sizeof(rows.front()) < sizeof(Number)) {
            std::vector<Number> wide(rows.begin(), rows.end());
            rows_ = std::move(wide);
          }
        },
        std::as_const(rows_));
  }

  std::variant<std::vector<uint8_t>, std::vector<uint16_t>, std::vector<uint32_t>> rows_;
};

}  // namespace vigie
