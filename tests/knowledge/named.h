// The entities and topics that our own knowledge files find in a text, for tests.
//
// For one thread.
#pragma once

#include <string>

#include "indexer/knowledge/annotator.h"

namespace vigie::tests {

/// What corpus/knowledge says; read once.
const Gazetteer& our_gazetteer();

/// What is found in an article of this title and body.
Annotations annotations_of(const std::string& title, const std::string& body);

/// The ids of the entities that an article of this title and body names, in the order of the text,
/// with a space between; one that is named several times running, once.
std::string named_in(const std::string& title, const std::string& body);

/// The ids of its topics, likewise.
std::string topics_of(const std::string& title, const std::string& body);

}  // namespace vigie::tests
