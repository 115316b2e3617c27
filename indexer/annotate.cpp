#include "indexer/annotate.h"

namespace vigie {

Annotations annotate(const Article& article, const Gazetteer& gazetteer, Analyzer& analyzer) {
  Annotator annotator(gazetteer);
  const std::array<TextField, 3> fields = text_fields(article);
  for (size_t i = 0; i < fields.size(); ++i) {
    annotator.add(fields[i].text, analyzer.analyze(fields[i].text), i == kTitleField);
  }
  return annotator.finish();
}

}  // namespace vigie
