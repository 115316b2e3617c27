// The index contract: what a Vigie index is made of. Every prefix, slot and metadata key is here
// and nowhere else.
//
// An index is a directory:
//   XAPIANDB   a Xapian stub file naming the current generation ("auto gen-7"); published by
//              renaming a new one over it
//   gen-7/     the generation: an ordinary glass database, which xapian-delve reads and
//              BM25Weight ranks; and
//   gen-7/positions-1
//              where each word stands in each document (positions/position_file.h)
//   lock       locked (flock) by the one writer, holding its process id
//
// Documents. Docids are never reused for other content within a generation: a changed article is
// deleted and added anew under the next docid. What searchd keeps in memory relies on it.
//
// Terms. Prefixes are capital letters, what follows is folded text (never capitals, but for
// acronyms), so no two collide.
//   Q id          one per article; docs are found and replaced by it
//   H address     address_of_id(), where that is not the id itself; wdf 0
//   F E N word    one per stem, in the language's own namespace (French, English, Neither:
//                 unstemmed), wdf = 2 x title + 2 x standfirst + 1 x body. Compounds add their
//                 joined form. These alone have positions.
//   A ACRONYM     a word typed in capitals, as written; wdf as words
//   W form        a folded word that differs from its stem; wdf 0
//   V[FEN] stem   the stem occurs, but not as a word of that very spelling; wdf 0. With W this
//                 makes exact forms exact: the documents holding form w are W w, and those of
//                 stem w without V w.
//   X[FE] phrase  a term of several words of the lexicon, of either of its languages, as
//                 phrase_name() calls it; wdf as words
//   K id          an entity or topic of the gazetteer; wdf of an entity as words, of a topic 0
//   T[FENA] word  the word or acronym stands in the title; wdf 0
//   L tag, S source, U author
//                 filters: language tag, fold_name() of the source, of each author; wdf 0
//   Y 2025, M 202506, D 20250617
//                 publication, in the article's own offset; wdf 0
// A term longer than 245 bytes, Xapian's limit, is cut and ends in a hash of the whole.
//
// Positions: title, standfirst and body one after the other, kFieldGap apart, so that no phrase
// spans two fields. They are in a file beside Xapian's tables, which is made of all documents at
// once; those added since have theirs in the metadata, until another file is made.
//
// Length of a document: the sum of its wdf. Document data: the article as JSON (article.h), the
// source of truth: `rebuild` re-analyses it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/text/language.h"

namespace vigie::schema {

/// Raised when any of the above changes; an index of another version is refused with the remedy.
inline constexpr int kVersion = 5;

enum class Prefix : char {
  kId = 'Q',
  kAddress = 'H',
  kFrenchWord = 'F',
  kEnglishWord = 'E',
  kOtherWord = 'N',
  kAcronym = 'A',
  kForm = 'W',
  kAbsentForm = 'V',
  kPhrase = 'X',
  kEntity = 'K',
  kTitle = 'T',
  kLanguage = 'L',
  kSource = 'S',
  kAuthor = 'U',
  kYear = 'Y',
  kMonth = 'M',
  kDay = 'D',
};

/// Value slots.
enum Slot : uint32_t {
  kPublishedSlot = 0,  ///< Xapian::sortable_serialise(epoch seconds); none where undated
  kDaySlot = 1,        ///< "20250617"
  kLanguageSlot = 2,   ///< the tag
  kSourceSlot = 3,     ///< as written
  kAuthorsSlot = 4,    ///< as written, separated by kValueSeparator
  kHashSlot = 5,       ///< content_hash(): tells an unchanged article without reading it
  kSumsSlot = 6,       ///< the sums of money in it, as sums_value() writes them
  kEntitiesSlot = 7,  ///< ids of entities, those most spoken of first, then of topics; separated by
                      ///< kValueSeparator
  kAddedSlot = 8,     ///< sortable_serialise(epoch seconds): when its id first came in
  kFingerprintSlot = 9,  ///< to_bytes() of its fingerprint (text/fingerprint.h)
};
inline constexpr char kValueSeparator = '\x1f';

/// Weights of the text_fields()' words in wdf: title, standfirst, body.
inline constexpr std::array<uint32_t, 3> kFieldWeights = {2, 2, 1};
/// Positions left free between two fields.
inline constexpr uint32_t kFieldGap = 100;

/// Database metadata keys.
inline constexpr const char* kKnowledgeKey = "vigie.knowledge";  ///< read_knowledge()
/// to_bytes() of the ArticleKnowledge of that, for whoever writes next. A copy, which may be missing.
inline constexpr const char* kReadyKey = "vigie.knowledge.ready";
/// Which file of positions the generation has: its number, a space, the last docid it covers.
inline constexpr const char* kPositionsKey = "vigie.positions";
/// Before a docid: the positions of that document's words, of one that the file does not cover.
inline constexpr const char* kPositionsOfKey = "vigie.positions.of.";
inline constexpr const char* kSchemaKey = "vigie.schema";      ///< kVersion, decimal
inline constexpr const char* kAnalysisKey = "vigie.analysis";  ///< analysis_version()
inline constexpr const char* kCreatedKey = "vigie.created";    ///< RFC 3339, UTC
inline constexpr const char* kUpdatedKey = "vigie.updated";    ///< RFC 3339, UTC: the last commit

Prefix word_prefix(Language language);

/// `prefix` + `text`, cut and hashed where longer than Xapian takes.
std::string term(Prefix prefix, std::string_view text);
/// `outer` + `inner` + `text`: title words and absent forms.
std::string term(Prefix outer, Prefix inner, std::string_view text);

/// The publication terms of a day (YYYYMMDD).
std::string year_term(int32_t day);
std::string month_term(int32_t day);
std::string day_term(int32_t day);

}  // namespace vigie::schema
