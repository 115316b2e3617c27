#include "searchd/mirror/number_column.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <vector>

#include "searchd/search/number_counter.h"

namespace vigie {
namespace {

size_t bits_of(const NumberColumn& column) {
  size_t bits = 0;
  column.use([&bits](const auto* rows) { bits = 8 * sizeof *rows; });
  return bits;
}

TEST(NumberColumn, KeepsItsRowsAsTheirNumbersGrow) {
  NumberColumn column;
  column.append(0, 255);
  EXPECT_EQ(bits_of(column), 8U);
  column.append(3, 256);
  EXPECT_EQ(bits_of(column), 16U);
  column.append(4, 7);
  column.append(5, 65535);
  EXPECT_EQ(bits_of(column), 16U);
  column.append(6, 65536);
  EXPECT_EQ(bits_of(column), 32U);
  column.append(7, 300);
  const std::vector<uint32_t> expected = {255, 0, 0, 256, 7, 65535, 65536, 300};
  for (uint32_t row = 0; row < expected.size(); ++row) {
    EXPECT_EQ(column[row], expected[row]) << row;
  }
}

TEST(NumberColumn, GoesFromOneByteToFourAtOnce) {
  NumberColumn column;
  column.append(0, 1);
  column.append(1, 1U << 20);
  EXPECT_EQ(column[0], 1U);
  EXPECT_EQ(column[1], 1U << 20);
}

TEST(NumberCounter, CountsWhatOneTableWouldCount) {
  std::mt19937 random(31);
  for (uint32_t rows = 0; rows < 40; ++rows) {
    constexpr uint32_t kLeast = 5;
    constexpr size_t kNumbers = 9;
    std::vector<uint16_t> column(100);
    for (uint16_t& number : column) {
      number = static_cast<uint16_t>(random() % (kLeast + kNumbers));
    }
    std::vector<uint32_t> docids;
    Counts expected(kNumbers);
    for (uint32_t i = 0; i < rows; ++i) {
      docids.push_back(kChunkDocids + 2 * i);
      ++expected[column[2 * i] < kLeast ? 0 : column[2 * i] - kLeast];
    }
    NumberCounter counter(kLeast, kNumbers);
    counter.add(column.data(), docids.data(), rows);
    EXPECT_EQ(counter.take(), expected);
  }
}

}  // namespace
}  // namespace vigie
