// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.unreachable;

import java.util.Optional;
import java.util.function.Consumer;
import org.ginnel.ui.frame.PageModel;
import org.ginnel.ui.frame.Ways;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.problem.Remedy;

/// Says why nobody answers; the link keeps trying meanwhile. Used on the window's thread only.
public final class UnreachableViewModel implements PageModel {
    private final Runnable tryNow;
    private final Ways ways;
    private final Consumer<UnreachableScreen> sink;
    private Optional<UnreachableScreen> shown = Optional.empty();

    /// @param tryNow makes the link try at once
    /// @param sink gets every screen that differs from the one before
    public UnreachableViewModel(Runnable tryNow, Ways ways, Consumer<UnreachableScreen> sink) {
        this.tryNow = tryNow;
        this.ways = ways;
        this.sink = sink;
    }

    @Override
    public void on(LinkState state) {
        if (state instanceof LinkState.Lost lost) {
            var screen = UnreachableScreen.of(lost);
            if (!shown.equals(Optional.of(screen))) {
                shown = Optional.of(screen);
                sink.accept(screen);
            }
        }
    }

    @Override
    public void showing(boolean showing) {
        if (showing) {
            tryNow.run();
        }
    }

    /// The user does not want to wait for the next attempt.
    public void tryAgain() {
        tryNow.run();
    }

    /// The problem's button was used.
    public void remedy() {
        shown.flatMap(screen -> screen.problem().remedy()).ifPresent(remedy -> {
            if (remedy instanceof Remedy.CopyCommand(var command)) {
                ways.copy(command);
            } else {
                tryNow.run();
            }
        });
    }
}
