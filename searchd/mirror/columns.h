// Columns: what is known of each article by docid, for sorting, counting and showing.
//
// Kept in chunks of 65 536 docids, shared between the snapshots that hold them; a commit copies and
// extends the last chunk only. Immutable once in a snapshot: any thread may read.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/text/fingerprint.h"
#include "searchd/mirror/number_column.h"

namespace vigie {

inline constexpr uint32_t kChunkBits = 16;
inline constexpr uint32_t kChunkDocids = 1U << kChunkBits;

inline constexpr int64_t kUndatedTime = std::numeric_limits<int64_t>::min();

/// The distinct values of one column, numbered from 1 as they come; 0 is "none".
struct Dictionary {
  std::vector<std::string> values = {""};
  std::unordered_map<std::string, uint32_t> numbers;

  /// The number of `value`, given one if it is new. "" is 0.
  uint32_t number_of(const std::string& value);
};

/// Where an article comes from: numbers in the dictionaries.
struct Origin {
  uint32_t language = 0;
  uint32_t source = 0;
};

/// The distinct origins, numbered as they come; 0 is neither language nor source. Most sources write
/// in one language, so that counting origins is counting two columns in one.
struct Origins {
  std::vector<Origin> values = {{}};
  std::map<std::pair<uint32_t, uint32_t>, uint32_t> numbers = {{{0, 0}, 0}};

  /// The number of `origin`, given one if it is new.
  uint32_t number_of(Origin origin);
};

struct Dictionaries {
  Dictionary language;
  Dictionary source;
  Dictionary author;
  Dictionary currency;
  Origins origins;
};

/// A sum of money of an article.
struct ColumnSum {
  double value;
  uint32_t currency;  ///< number in the dictionary
};

/// What columns hold of one article.
struct ColumnRow {
  int64_t time = kUndatedTime;  ///< epoch seconds
  int32_t day = 0;              ///< YYYYMMDD; 0: undated
  uint32_t length = 0;          ///< Xapian's: the sum of wdf
  float norm = 1;               ///< postings.h
  uint32_t language = 0;        ///< numbers in the dictionaries
  uint32_t origin = 0;
  std::vector<uint32_t> authors;
  std::vector<ColumnSum> sums;     ///< each different one once
  std::vector<uint32_t> entities;  ///< numbers in the gazetteer; topics last
  int64_t added = 0;               ///< epoch seconds
  Fingerprint fingerprint;         ///< goes to the clusters (clusters.h), not to a column
};

/// The values of one row; valid as long as the column.
template <typename Value>
struct Values {
  const Value* first;
  const Value* last;

  const Value* begin() const { return first; }
  const Value* end() const { return last; }
};

/// Several values for each row.
template <typename Value>
struct ListColumn {
  /// From the first value of any row on, so many may be read: past the last come blank ones.
  static constexpr size_t kReadable = 8;

  std::vector<uint32_t> begin = {0};  ///< one more than rows
  std::vector<Value> values =
      std::vector<Value>(kReadable);  ///< of row i: [begin[i], begin[i + 1])

  /// Sets row `index`, at or after those there; rows passed over have no values.
  void append(uint32_t index, const std::vector<Value>& row) {
    begin.resize(size_t{index} + 1, begin.back());
    values.insert(values.begin() + begin.back(), row.begin(), row.end());
    begin.push_back(begin.back() + static_cast<uint32_t>(row.size()));
  }
  Values<Value> row(uint32_t index) const {
    return {values.data() + begin[index], values.data() + begin[index + 1]};
  }
};

struct ColumnChunk {
  std::vector<int64_t> time;
  std::vector<int32_t> day;
  std::vector<uint16_t> month;  ///< month_number(day); 0: undated
  std::vector<uint32_t> length;
  std::vector<float> norm;
  NumberColumn origin;
  std::vector<int64_t> added;
  ListColumn<uint32_t> authors;
  ListColumn<ColumnSum> sums;
  ListColumn<uint32_t> entities;

  size_t rows() const { return time.size(); }
  /// Sets row `index` (within the chunk), at or after rows(); rows passed over are blank.
  void append(uint32_t index, const ColumnRow& row);
  size_t bytes() const;
};

inline constexpr uint16_t kLastMonth = 24000;  ///< month_number() of December 2999

/// Months since January of the year 1000, from 1 (years 1000 to 2999); 0 for an undated day.
uint16_t month_number(int32_t day);
int32_t year_of_month(uint16_t month);   ///< 2025
int32_t month_of_month(uint16_t month);  ///< 1 to 12

class Columns {
 public:
  const ColumnChunk& chunk(uint32_t number) const { return *chunks_[number]; }
  const ColumnChunk& chunk_of(uint32_t docid) const { return *chunks_[docid >> kChunkBits]; }
  static uint32_t index_of(uint32_t docid) { return docid & (kChunkDocids - 1); }

  int64_t time(uint32_t docid) const { return chunk_of(docid).time[index_of(docid)]; }
  float norm(uint32_t docid) const { return chunk_of(docid).norm[index_of(docid)]; }
  uint32_t length(uint32_t docid) const { return chunk_of(docid).length[index_of(docid)]; }
  uint16_t month(uint32_t docid) const { return chunk_of(docid).month[index_of(docid)]; }
  int32_t day(uint32_t docid) const { return chunk_of(docid).day[index_of(docid)]; }

  size_t bytes() const;

 private:
  friend class ColumnsBuilder;
  std::vector<std::shared_ptr<const ColumnChunk>> chunks_;  // shared: between snapshots
};

/// Extends columns; for one thread.
class ColumnsBuilder {
 public:
  explicit ColumnsBuilder(const Columns& start) : columns_(start) {}
  /// `docid` above all before.
  void append(uint32_t docid, const ColumnRow& row);
  Columns finish();

 private:
  void open_chunk(uint32_t number);

  Columns columns_;
  std::unique_ptr<ColumnChunk> open_;
  uint32_t open_number_ = 0;
};

}  // namespace vigie
