#include "tests/knowledge/named.h"

namespace vigie::tests {

namespace {

void add_id(const std::string& id, std::string& last, std::string& ids) {
  if (id != last) {
    ids.append(ids.empty() ? "" : " ").append(id);
    last = id;
  }
}

}  // namespace

const Gazetteer& our_gazetteer() {
  static const Gazetteer kGazetteer = [] {
    Analyzer analyzer;
    return Gazetteer(parse_knowledge(read_knowledge(VIGIE_SOURCE_DIR "/corpus/knowledge")),
                     analyzer, AskedBy::kQueries);
  }();
  return kGazetteer;
}

Annotations annotations_of(const std::string& title, const std::string& body) {
  Analyzer analyzer;
  Annotator annotator(our_gazetteer());
  annotator.add(title, analyzer.analyze(title), true);
  annotator.add(body, analyzer.analyze(body), false);
  return annotator.finish();
}

std::string named_in(const std::string& title, const std::string& body) {
  std::string ids;
  std::string last;
  for (const Mention& mention : annotations_of(title, body).mentions) {
    add_id(our_gazetteer().entity(mention.entity).id, last, ids);
  }
  return ids;
}

std::string topics_of(const std::string& title, const std::string& body) {
  std::string ids;
  std::string last;
  for (const uint32_t topic : annotations_of(title, body).topics) {
    add_id(our_gazetteer().entity(topic).id, last, ids);
  }
  return ids;
}

}  // namespace vigie::tests
