#include "indexer/annotate.h"

namespace vigie {

Annotations annotate(const Article& article, const Gazetteer& gazetteer, Analyzer& analyzer) {
  Annotator annotator(gazetteer);
  bool is_title = true;
  for (const TextField& field : text_fields(article)) {
    annotator.add(field.text, analyzer.analyze(field.text), is_title);
    is_title = false;
  }
  return annotator.finish();
}

}  // namespace vigie
