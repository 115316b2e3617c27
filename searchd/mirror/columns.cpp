#include "searchd/mirror/columns.h"

namespace vigie {

namespace {

constexpr int32_t kFirstYear = 1000;
constexpr int32_t kLastYear = 2999;

template <typename T>
size_t bytes_of(const std::vector<T>& values) {
  return values.capacity() * sizeof(T);
}

template <typename T>
size_t bytes_of(const ListColumn<T>& lists) {
  return bytes_of(lists.begin) + bytes_of(lists.values);
}

}  // namespace

uint32_t Dictionary::number_of(const std::string& value) {
  if (value.empty()) {
    return 0;
  }
  const auto [found, is_new] = numbers.try_emplace(value, static_cast<uint32_t>(values.size()));
  if (is_new) {
    values.push_back(value);
  }
  return found->second;
}

uint32_t Origins::number_of(Origin origin) {
  const auto [found, is_new] =
      numbers.try_emplace({origin.language, origin.source}, static_cast<uint32_t>(values.size()));
  if (is_new) {
    values.push_back(origin);
  }
  return found->second;
}

uint16_t month_number(int32_t day) {
  const int32_t year = day / 10000;
  if (year < kFirstYear || year > kLastYear) {
    return 0;
  }
  return static_cast<uint16_t>((year - kFirstYear) * 12 + (day / 100) % 100);
}

int32_t year_of_month(uint16_t month) {
  return kFirstYear + (month - 1) / 12;
}

int32_t month_of_month(uint16_t month) {
  return (month - 1) % 12 + 1;
}

void ColumnChunk::append(uint32_t index, const ColumnRow& row) {
  const size_t size = index + 1;
  time.resize(size, kUndatedTime);
  day.resize(size, 0);
  month.resize(size, 0);
  length.resize(size, 0);
  norm.resize(size, 1);
  added.resize(size, 0);
  time[index] = row.time;
  day[index] = row.day;
  month[index] = month_number(row.day);
  length[index] = row.length;
  norm[index] = row.norm;
  origin.append(index, row.origin);
  added[index] = row.added;
  authors.append(index, row.authors);
  sums.append(index, row.sums);
  entities.append(index, row.entities);
}

size_t ColumnChunk::bytes() const {
  return bytes_of(time) + bytes_of(day) + bytes_of(month) + bytes_of(length) + bytes_of(norm) +
         origin.bytes() + bytes_of(added) + bytes_of(authors) + bytes_of(sums) + bytes_of(entities);
}

size_t Columns::bytes() const {
  size_t total = 0;
  for (const auto& chunk : chunks_) {
    total += chunk->bytes();
  }
  return total;
}

void ColumnsBuilder::open_chunk(uint32_t number) {
  if (open_) {
    columns_.chunks_[open_number_] = std::move(open_);
  }
  while (columns_.chunks_.size() <= number) {
    columns_.chunks_.push_back(std::make_shared<ColumnChunk>());
  }
  open_ = std::make_unique<ColumnChunk>(*columns_.chunks_[number]);
  open_number_ = number;
}

void ColumnsBuilder::append(uint32_t docid, const ColumnRow& row) {
  const uint32_t number = docid >> kChunkBits;
  if (!open_ || number != open_number_) {
    open_chunk(number);
  }
  open_->append(Columns::index_of(docid), row);
}

Columns ColumnsBuilder::finish() {
  if (open_) {
    columns_.chunks_[open_number_] = std::move(open_);
  }
  return std::move(columns_);
}

}  // namespace vigie
