#include "indexer/knowledge/unreachable_names.h"

#include "indexer/knowledge/annotator.h"

namespace vigie {

namespace {

constexpr uint32_t kNameField = 1;

/// What an article names that consists of the name, and of the entity's needed words before it.
std::vector<Mention> mentions_of(std::string_view name, const Entity& entity, Annotator& annotator,
                                 Analyzer& analyzer) {
  std::string needs;
  for (const std::string& need : entity.needs) {
    needs.append(need).append(" ;\n\n");
  }
  annotator.add(needs, analyzer.analyze(needs), false);
  const std::string line = std::string(name) + " ; in a line of small letters";
  annotator.add(line, analyzer.analyze(line), false);
  std::vector<Mention> mentions;
  for (const Mention& mention : annotator.finish().mentions) {
    if (mention.field == kNameField) {
      mentions.push_back(mention);
    }
  }
  return mentions;
}

std::string why_not(const Gazetteer& gazetteer, uint32_t number,
                    const std::vector<Mention>& mentions) {
  if (mentions.empty()) {
    return "nothing is found in it";
  }
  for (const Mention& mention : mentions) {
    if (mention.entity == number) {
      return "";
    }
  }
  return "it is found to name '" + gazetteer.entity(mentions.front().entity).id + "'";
}

void add_unreachable(const Gazetteer& gazetteer, uint32_t number, Annotator& annotator,
                     Analyzer& analyzer, std::vector<UnreachableName>& found) {
  const Entity& entity = gazetteer.entity(number);
  for (const std::string_view name : all_names(entity)) {
    const std::string why =
        why_not(gazetteer, number, mentions_of(name, entity, annotator, analyzer));
    if (!why.empty()) {
      found.push_back({entity.id, std::string(name), why});
    }
  }
}

}  // namespace

std::string to_sentence(const UnreachableName& name) {
  return "the name '" + name.name + "' of '" + name.id + "' finds nothing: " + name.why;
}

std::vector<UnreachableName> unreachable_names(const Gazetteer& gazetteer, Analyzer& analyzer) {
  std::vector<UnreachableName> found;
  Annotator annotator(gazetteer);
  for (uint32_t number = 0; number < gazetteer.entities().size(); ++number) {
    if (gazetteer.entity(number).kind != EntityKind::kTopic) {
      add_unreachable(gazetteer, number, annotator, analyzer, found);
    }
  }
  return found;
}

}  // namespace vigie
