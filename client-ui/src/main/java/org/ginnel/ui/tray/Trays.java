// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import java.awt.AWTError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.ginnel.host.OperatingSystem;
import org.ginnel.ui.tray.dorkbox.SystemTrayOpener;
import org.ginnel.ui.tray.linux.StatusNotifierOpener;
import org.ginnel.ui.tray.windows.WindowsTrayOpener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chooses the tray of this desktop. Never fails: without one there is [NoTray] and a line in the log.
public final class Trays {
    private static final Logger LOG = LoggerFactory.getLogger(Trays.class);

    private Trays() {}

    /// Returns at once; the tray appears when it is ready, with the last menu it was given by then.
    ///
    /// @param onAction called on a thread of the tray's own
    public static Tray open(Consumer<TrayAction> onAction) {
        var desktop = Desktop.of(OperatingSystem.here(), System.getenv());
        var thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("tray").factory());
        return new BackgroundTray(clicks -> firstOf(openers(desktop), clicks), onAction, thread);
    }

    /// The ways worth trying, best first.
    static List<TrayOpener> openers(Desktop desktop) {
        return switch (desktop.system()) {
            case LINUX -> ofLinux(desktop);
            case MACOS -> List.of(SystemTrayOpener.ofTheSystem());
            case WINDOWS -> List.of(new WindowsTrayOpener(), SystemTrayOpener.ofTheSystem());
        };
    }

    private static List<TrayOpener> ofLinux(Desktop desktop) {
        var openers = new ArrayList<TrayOpener>();
        desktop.sessionBus().map(StatusNotifierOpener::ofWatcher).ifPresent(openers::add);
        if (desktop.x11Only()) {
            openers.add(SystemTrayOpener.ofX11());
        }
        desktop.sessionBus().map(StatusNotifierOpener::waitingForWatcher).ifPresent(openers::add);
        return List.copyOf(openers);
    }

    static Tray firstOf(List<TrayOpener> openers, Consumer<TrayAction> onAction) {
        var reasons = new ArrayList<String>();
        for (var opener : openers) {
            switch (attempt(opener, onAction)) {
                case TrayOpener.Result.Opened(var tray) -> {
                    return tray;
                }
                case TrayOpener.Result.Unavailable(var why) -> reasons.add(why);
            }
        }
        LOG.warn("no tray: {}", reasons.isEmpty() ? "no session bus and no X11 display" : String.join("; ", reasons));
        return new NoTray();
    }

    /// Desktop libraries fail in every way there is, missing native code included; a tray is never worth a crash.
    private static TrayOpener.Result attempt(TrayOpener opener, Consumer<TrayAction> onAction) {
        try {
            return opener.open(onAction);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new TrayOpener.Result.Unavailable("interrupted");
        } catch (Exception | LinkageError | AWTError failure) {
            return new TrayOpener.Result.Unavailable(failure.toString());
        }
    }
}
