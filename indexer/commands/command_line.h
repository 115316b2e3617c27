// The command line of `indexer`: which command, and what its errors say. For the main thread.
#pragma once

namespace vigie {

/// Runs `indexer` with the arguments of main(); its exit status (command.h). Throws nothing.
int run_indexer(int argc, char** argv);

}  // namespace vigie
