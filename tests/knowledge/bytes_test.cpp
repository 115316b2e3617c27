#include "indexer/knowledge/bytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace vigie {
namespace {

using testing::IsEmpty;

constexpr uint64_t kMost = std::numeric_limits<uint64_t>::max();

TEST(Bytes, GiveBackWhatWasPut) {
  const std::vector<std::string> texts = {"", "Évreux", std::string(300, 'a')};
  const std::vector<uint32_t> numbers = {0, 127, 128, 0xFFFFFFFF};
  BytesWriter writer;
  writer.number(kMost);
  writer.hash(kMost - 1);
  writer.text("armée");
  writer.texts(texts);
  writer.numbers(numbers);
  const std::string bytes = writer.take();
  BytesReader reader(bytes);
  EXPECT_EQ(reader.number(), kMost);
  EXPECT_EQ(reader.hash(), kMost - 1);
  EXPECT_EQ(reader.text(), "armée");
  EXPECT_EQ(reader.texts(), texts);
  EXPECT_EQ(reader.numbers(), numbers);
  EXPECT_EQ(reader.left(), "");
}

TEST(Bytes, EndInNothing) {
  BytesWriter writer;
  writer.number(kMost);
  const std::string bytes = writer.take();
  for (size_t size = 0; size <= bytes.size(); ++size) {
    const std::string_view cut = std::string_view(bytes).substr(0, size);
    EXPECT_EQ(BytesReader(cut).count(), 0U) << size;
    EXPECT_EQ(BytesReader(cut).text(), "") << size;
    EXPECT_THAT(BytesReader(cut).texts(), IsEmpty()) << size;
  }
  BytesReader none("");
  EXPECT_EQ(none.number(), 0U);
  EXPECT_EQ(none.hash(), 0U);
  EXPECT_EQ(BytesReader("\x05\x01").numbers(), std::vector<uint32_t>({1}));
}

}  // namespace
}  // namespace vigie
