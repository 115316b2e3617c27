// Article → Xapian document, per the contract in schema.h. For one thread, like the analyser it
// uses.
#pragma once

#include <xapian.h>

#include "indexer/article.h"
#include "indexer/text/analyzer.h"

namespace vigie {

/// The document of a complete()d `article`.
Xapian::Document make_document(const Article& article, Analyzer& analyzer);

}  // namespace vigie
