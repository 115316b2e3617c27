#include "indexer/readers/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "indexer/article.h"
#include "indexer/clean_text.h"

namespace vigie {

namespace {

constexpr const char* kDefaultEncoding = "windows-1252";
/// The detector is believed over Windows-1252 from this confidence on (of 100), and only this far
/// ahead of it: on a headline it takes French for Turkish or Chinese.
constexpr int kMinConfidence = 40;
constexpr int kMinLead = 20;
constexpr size_t kDetectionBytes = 64'000;
constexpr size_t kSampleBytes = 4'096;
/// Text has next to no control characters; one in this many bytes is a binary file.
constexpr size_t kBytesPerControl = 20;

struct KnownFormat {
  std::string_view start;
  const char* name;
};

constexpr std::array<KnownFormat, 12> kKnownFormats = {{
    {"%PDF-", "a PDF document"},
    {std::string_view("PK\x03\x04", 4), "a ZIP archive or an office document"},
    {"{\\rtf", "an RTF document"},
    {"\xD0\xCF\x11\xE0", "an old office document"},
    {"\x1F\x8B", "a gzip archive"},
    {"BZh", "a bzip2 archive"},
    {"\xFD"
     "7zXZ",
     "an xz archive"},
    {"\x28\xB5\x2F\xFD", "a zstd archive"},
    {"\x89PNG", "a PNG picture"},
    {"\xFF\xD8\xFF", "a JPEG picture"},
    {"GIF8", "a GIF picture"},
    {"\x7F"
     "ELF",
     "a program"},
}};

constexpr std::array<KnownFormat, 3> kMarkupFormats = {
    {{"<!doctype html", "an HTML page"}, {"<html", "an HTML page"}, {"<?xml", "an XML document"}}};

constexpr const char* kExpected = "; expected plain text, Markdown, JSON or JSON Lines";

bool starts_with_any_case(std::string_view text, std::string_view lower_case_start) {
  return text.size() >= lower_case_start.size() &&
         std::equal(lower_case_start.begin(), lower_case_start.end(), text.begin(),
                    [](char expected, char c) {
                      return expected == (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
                    });
}

bool looks_binary(std::string_view bytes, bool utf8) {
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  size_t controls = 0;
  for (const char c : sample) {
    const auto byte = static_cast<unsigned char>(c);
    controls +=
        byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' ? 1U : 0U;
  }
  const bool nul = sample.find('\0') != std::string_view::npos;
  return (nul && !utf8) || controls * kBytesPerControl > sample.size();
}

/// Well-formed sequences of several bytes, and bytes that belong to none.
struct Sequences {
  size_t good = 0;
  size_t bad = 0;
};

Sequences count_sequences(std::string_view bytes) {
  Sequences count;
  size_t offset = 0;
  while (offset < bytes.size()) {
    const int32_t character = next_character(bytes, offset);
    count.good += character >= 0x80 ? 1U : 0U;
    count.bad += character < 0 ? 1U : 0U;
  }
  return count;
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

bool is_western(std::string_view encoding) {
  return encoding == "ISO-8859-1" || encoding == kDefaultEncoding;
}

std::string detect_encoding(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  const std::string_view sample = bytes.substr(0, kDetectionBytes);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status) != 0 || count == 0) {
    return kDefaultEncoding;
  }
  const std::string best = ucsdet_getName(matches[0], &status);
  const int32_t confidence = ucsdet_getConfidence(matches[0], &status);
  int32_t western = 0;
  for (int32_t i = 0; i < count; ++i) {
    if (is_western(ucsdet_getName(matches[i], &status))) {
      western = std::max(western, ucsdet_getConfidence(matches[i], &status));
    }
  }
  const bool sure = confidence >= kMinConfidence && confidence >= western + kMinLead;
  return sure && best != "UTF-8" ? best : kDefaultEncoding;
}

std::string convert_from(const std::string& encoding, std::string_view bytes) {
  std::string text;
  icu::UnicodeString(bytes.data(), static_cast<int32_t>(bytes.size()), encoding.c_str())
      .toUTF8String(text);
  return text;
}

}  // namespace

std::string decode_text(std::string_view bytes, std::vector<std::string>& warnings) {
  const bool utf8 = is_utf8(bytes);
  if (looks_binary(bytes, utf8)) {
    throw ArticleError(std::string("is not text") + kExpected);
  }
  if (utf8) {
    return std::string(bytes);
  }
  const Sequences sequences = count_sequences(bytes);
  if (sequences.good > sequences.bad) {
    warnings.push_back(std::to_string(sequences.bad) +
                       (sequences.bad == 1 ? " byte that is" : " bytes that are") +
                       " not UTF-8 replaced by U+FFFD");
    return clean_text(bytes);
  }
  const std::string encoding = detect_encoding(bytes);
  warnings.push_back("converted from " +
                     (encoding == kDefaultEncoding ? "Windows-1252" : encoding) + " to UTF-8");
  return convert_from(encoding, bytes);
}

void require_text_format(std::string_view bytes) {
  for (const KnownFormat& format : kKnownFormats) {
    if (bytes.substr(0, format.start.size()) == format.start) {
      throw ArticleError(std::string("is ") + format.name + kExpected);
    }
  }
  // A cut sample may end inside a character, so that it tells nothing of UTF-8.
  if (looks_binary(bytes, true)) {
    throw ArticleError(std::string("is not text") + kExpected);
  }
  const std::string_view text = trimmed(bytes.substr(0, kSampleBytes));
  for (const KnownFormat& format : kMarkupFormats) {
    if (starts_with_any_case(text, format.start)) {
      throw ArticleError(std::string("is ") + format.name + kExpected);
    }
  }
}

}  // namespace vigie
