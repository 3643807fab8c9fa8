// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.palette;

import java.util.List;

/// Everything the palette shows besides what is typed.
///
/// @param open whether it is there at all
/// @param commands what fits, the best first
/// @param selected the one that Enter does, counted from 0; 0 when there is none
public record PaletteScreen(boolean open, List<Command> commands, int selected) {
    static final PaletteScreen CLOSED = new PaletteScreen(false, List.of(), 0);

    public PaletteScreen {
        commands = List.copyOf(commands);
    }
}
