// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.ginnel.host.OperatingSystem;
import org.ginnel.ui.notify.Announcements;
import org.ginnel.ui.notify.Bell;

/// What comes of closing the window: it hides where its user can bring it back and is told how, else all ends.
///
/// @param window runs things on the window's thread
/// @param inTray whether an icon in the tray brings it back
/// @param bell by which the user hears of a window that nothing shows; empty where none is wanted, or where no other
///     start finds the window again
/// @param news says that it lives on
/// @param quit ends everything
/// @param docks whether a closed window goes where this system keeps it in sight: the Dock of macOS. A click
/// there, or in the Finder, brings nothing else back, as no program of JavaFX's is told that it is wanted
/// again
record Closing(
        Stage stage,
        Executor window,
        BooleanSupplier inTray,
        Supplier<Optional<Bell>> bell,
        Supplier<Optional<Announcements>> news,
        Runnable quit,
        boolean docks) {
    /// As this system has it.
    Closing(
            Stage stage,
            Executor window,
            BooleanSupplier inTray,
            Supplier<Optional<Bell>> bell,
            Supplier<Optional<Announcements>> news,
            Runnable quit) {
        this(stage, window, inTray, bell, news, quit, OperatingSystem.here() == OperatingSystem.MACOS);
    }

    /// The user clicked the cross.
    void on(WindowEvent request) {
        if (inTray.getAsBoolean()) {
            if (docks) {
                request.consume();
                stage.setIconified(true);
            }
            news.get().ifPresent(Announcements::hidden);
            return;
        }
        // Or JavaFX would hide the window after us, when its toolkit has ended.
        request.consume();
        bell.get().ifPresentOrElse(this::hideUnlessUnheard, quit);
    }

    private void hideUnlessUnheard(Bell bell) {
        stage.hide();
        bell.whetherHeard(heard -> window.execute(() -> {
            if (heard) {
                news.get().ifPresent(Announcements::unseen);
            } else if (!stage.isShowing()) {
                quit.run();
            }
        }));
    }
}
