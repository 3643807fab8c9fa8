// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ginnel.ui.frame.Ways;

/// Writes down where the user was sent.
public final class TestWays implements Ways {
    /// What happened, in order.
    public final List<String> taken = new ArrayList<>();

    private Optional<Path> picked = Optional.empty();

    /// The user will pick that file.
    public void willPick(Path file) {
        picked = Optional.of(file);
    }

    @Override
    public void toConnect() {
        taken.add("connect");
    }

    @Override
    public void toLocations() {
        taken.add("locations");
    }

    @Override
    public void pickConfig(Consumer<Path> then) {
        taken.add("pick");
        picked.ifPresent(then);
    }

    @Override
    public void copy(String text) {
        taken.add("copy " + text);
    }
}
