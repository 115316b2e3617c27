#include "searchd/mirror/rows.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "indexer/schema.h"
#include "indexer/sum.h"
#include "searchd/mirror/postings.h"

namespace vigie {

namespace {

/// One value slot, read article by article in docid order.
class SlotWalk {
 public:
  SlotWalk(const Xapian::Database& database, Xapian::valueno slot)
      : at_(database.valuestream_begin(slot)), end_(database.valuestream_end(slot)) {}

  /// The value of `docid`, "" where it has none; docids ascend from call to call.
  std::string value(Xapian::docid docid) {
    if (at_ != end_ && at_.get_docid() < docid) {
      at_.skip_to(docid);
    }
    return at_ != end_ && at_.get_docid() == docid ? *at_ : std::string();
  }

 private:
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

/// Calls `use` with each of the values that `joined` holds.
template <typename Use>
void each_value(const std::string& joined, const Use& use) {
  size_t begin = 0;
  while (begin < joined.size()) {
    const size_t end = std::min(joined.find(schema::kValueSeparator, begin), joined.size());
    use(joined.substr(begin, end - begin));
    begin = end + 1;
  }
}

std::vector<uint32_t> author_numbers(const std::string& joined, Dictionary& dictionary) {
  std::vector<uint32_t> authors;
  each_value(joined,
             [&](const std::string& name) { authors.push_back(dictionary.number_of(name)); });
  return authors;
}

std::vector<uint32_t> entity_numbers(const std::string& joined, const Gazetteer& gazetteer) {
  std::vector<uint32_t> entities;
  each_value(joined, [&](const std::string& id) {
    if (const uint32_t* number = gazetteer.number_of(id)) {
      entities.push_back(*number);
    }
  });
  return entities;
}

std::vector<ColumnSum> column_sums(const std::string& value, Dictionary& currencies) {
  std::vector<ColumnSum> sums;
  for (const Sum& sum : sums_in(value)) {
    sums.push_back({sum.value, currencies.number_of(sum.currency)});
  }
  return sums;
}

/// Reads the columns of articles in docid order.
class RowReader {
 public:
  RowReader(const Xapian::Database& database, ValueNumbers numbers)
      : dictionaries_(numbers.dictionaries),
        gazetteer_(numbers.gazetteer),
        published_(database, schema::kPublishedSlot),
        day_(database, schema::kDaySlot),
        language_(database, schema::kLanguageSlot),
        source_(database, schema::kSourceSlot),
        authors_(database, schema::kAuthorsSlot),
        sums_(database, schema::kSumsSlot),
        entities_(database, schema::kEntitiesSlot),
        added_(database, schema::kAddedSlot),
        fingerprint_(database, schema::kFingerprintSlot) {}

  /// All but length and norm.
  ColumnRow row(Xapian::docid docid) {
    ColumnRow row;
    const std::string published = published_.value(docid);
    if (!published.empty()) {
      row.time = std::llround(Xapian::sortable_unserialise(published));
      row.day = std::atoi(day_.value(docid).c_str());
    }
    row.language = dictionaries_.language.number_of(language_.value(docid));
    row.origin = dictionaries_.origins.number_of(
        {row.language, dictionaries_.source.number_of(source_.value(docid))});
    row.entities = entity_numbers(entities_.value(docid), gazetteer_);
    row.authors = author_numbers(authors_.value(docid), dictionaries_.author);
    row.sums = column_sums(sums_.value(docid), dictionaries_.currency);
    row.added = std::llround(Xapian::sortable_unserialise(added_.value(docid)));
    row.fingerprint = fingerprint_of_bytes(fingerprint_.value(docid)).value_or(Fingerprint());
    return row;
  }

 private:
  Dictionaries& dictionaries_;
  const Gazetteer& gazetteer_;
  SlotWalk published_;
  SlotWalk day_;
  SlotWalk language_;
  SlotWalk source_;
  SlotWalk authors_;
  SlotWalk sums_;
  SlotWalk entities_;
  SlotWalk added_;
  SlotWalk fingerprint_;
};

/// Days since 1970, in UTC.
int32_t day_of(int64_t time) {
  constexpr int64_t kDaySeconds = 86400;
  return time == kUndatedTime
             ? kNoDay
             : static_cast<int32_t>((time - (time < 0 ? kDaySeconds - 1 : 0)) / kDaySeconds);
}

/// An average to the next eighth of an octave: it stays put while an archive grows.
float rounded(double average) {
  constexpr double kStepsPerOctave = 8;
  return average <= 0 ? 0
                      : static_cast<float>(std::exp2(
                            std::round(std::log2(average) * kStepsPerOctave) / kStepsPerOctave));
}

using PerLanguage = std::array<double, kLanguages.size()>;

Averages averages_of(const PerLanguage& sum, const PerLanguage& count) {
  Averages averages{};
  for (size_t i = 0; i < averages.size(); ++i) {
    averages[i] = count[i] > 0 ? rounded(sum[i] / count[i]) : 0;
  }
  return averages;
}

}  // namespace

std::vector<ArticleLength> read_lengths(const Xapian::Database& database, uint32_t after) {
  std::vector<ArticleLength> result;
  auto it = database.postlist_begin("");
  const auto end = database.postlist_end("");
  if (after != 0 && it != end) {
    it.skip_to(after + 1);
  }
  for (; it != end; ++it) {
    result.push_back({*it, it.get_doclength()});
  }
  return result;
}

void append_rows(const Xapian::Database& database, const std::vector<ArticleLength>& lengths,
                 ValueNumbers numbers, std::vector<ColumnRow>& rows) {
  RowReader reader(database, numbers);
  for (const ArticleLength& article : lengths) {
    rows.push_back(reader.row(article.docid));
    rows.back().length = article.length;
  }
}

Columns extend_columns(const Columns& start, const std::vector<ArticleLength>& lengths,
                       std::vector<ColumnRow>& rows) {
  ColumnsBuilder builder(start);
  for (size_t i = 0; i < rows.size(); ++i) {
    builder.append(lengths[i].docid, rows[i]);
  }
  return builder.finish();
}

std::vector<AddedOriginal> originals_of(const std::vector<ArticleLength>& lengths,
                                        const std::vector<ColumnRow>& rows) {
  std::vector<AddedOriginal> originals;
  originals.reserve(rows.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    const ColumnRow& row = rows[i];
    originals.push_back({lengths[i].docid, {row.fingerprint, row.language, day_of(row.time)}});
  }
  return originals;
}

Averages average_lengths(const Columns& columns, const Roaring& live,
                         const Dictionaries& dictionaries) {
  std::vector<Language> languages;  // by origin
  for (const Origin& origin : dictionaries.origins.values) {
    languages.push_back(language_of_tag(dictionaries.language.values[origin.language]));
  }
  PerLanguage sum{};
  PerLanguage count{};
  for (const uint32_t docid : live) {
    const ColumnChunk& chunk = columns.chunk_of(docid);
    const uint32_t index = Columns::index_of(docid);
    const auto language = static_cast<size_t>(languages[chunk.origin[index]]);
    sum[language] += chunk.length[index];
    count[language] += 1;
  }
  return averages_of(sum, count);
}

Averages average_lengths(const std::vector<ColumnRow>& rows, const Dictionaries& dictionaries) {
  PerLanguage sum{};
  PerLanguage count{};
  for (const ColumnRow& row : rows) {
    const Language language = language_of_tag(dictionaries.language.values[row.language]);
    sum[static_cast<size_t>(language)] += row.length;
    count[static_cast<size_t>(language)] += 1;
  }
  return averages_of(sum, count);
}

void set_norms(std::vector<ColumnRow>& rows, const Dictionaries& dictionaries,
               const Averages& averages) {
  for (ColumnRow& row : rows) {
    const Language language = language_of_tag(dictionaries.language.values[row.language]);
    row.norm = length_norm(row.length, averages[static_cast<size_t>(language)]);
  }
}

}  // namespace vigie
