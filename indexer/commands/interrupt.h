// Ctrl-C (SIGINT) and SIGTERM, taken as a wish to stop between articles. Any thread.
#pragma once

namespace vigie {

/// From here on a first signal is only remembered; a second one ends the program at once, which an
/// index survives.
void take_interrupts();

/// Whether one came.
bool interrupted();

}  // namespace vigie
