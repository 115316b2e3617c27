#include "indexer/knowledge/article_knowledge.h"

#include <xxhash.h>

namespace vigie {

namespace {

/// Raised with every change of the rules by which names and phrases are made of knowledge files,
/// or of how they are written: what was written before is not read then, but made anew. Its test
/// tells when.
constexpr int kReadyVersion = 1;

std::string rules() {
  return std::to_string(kReadyVersion) + " " + analysis_version();
}

uint64_t hash_of(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace

std::string to_bytes(const ArticleKnowledge& knowledge, std::string_view text) {
  BytesWriter content;
  knowledge.phrases.write(content);
  knowledge.gazetteer.write(content);
  const std::string written = content.take();
  BytesWriter bytes;
  bytes.text(rules());
  bytes.hash(hash_of(text));
  bytes.hash(hash_of(written));
  return bytes.take() + written;
}

std::shared_ptr<const ArticleKnowledge> ready_knowledge(std::string_view bytes,
                                                        std::string_view text) {
  BytesReader reader(bytes);
  if (reader.text() != rules() || reader.hash() != hash_of(text) ||
      reader.hash() != hash_of(reader.left())) {
    return nullptr;
  }
  return std::make_shared<const ArticleKnowledge>(reader);
}

}  // namespace vigie
