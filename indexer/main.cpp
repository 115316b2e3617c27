#include "indexer/commands/command_line.h"

int main(int argc, char** argv) {
  return vigie::run_indexer(argc, argv);
}
