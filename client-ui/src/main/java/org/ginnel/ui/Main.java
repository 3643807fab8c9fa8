// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.ginnel.control.SocketPath;
import org.ginnel.ui.theme.Theme;
import org.ginnel.ui.tray.Trays;

/// Starts the window. Does not extend `Application`: a main class on the classpath must not.
public final class Main {
    /// Opens the window and returns; it lives until it is closed.
    ///
    /// @param arguments none are known; the environment says where the daemon listens
    public static void main(String[] arguments) {
        Platform.startup(Main::start);
    }

    private static void start() {
        var environment = System.getenv();
        var surroundings = Surroundings.from(environment);
        Application.setUserAgentStylesheet(Theme.base());
        Platform.setImplicitExit(false);
        var stage = new Stage();
        var window = GinnelWindow.open(stage, SocketPath.from(environment), environment);
        stage.setOnCloseRequest(_ -> quit(window));
        new FirstFrame(() -> drawn(window, surroundings)).start();
    }

    /// What can wait until a person sees the window comes only now.
    private static void drawn(GinnelWindow window, Surroundings surroundings) {
        if (surroundings.timing()) {
            System.err.println(
                    "first-frame-ms=" + FirstFrame.sinceProcessStart().toMillis());
        }
        if (surroundings.exitAfterFirstFrame()) {
            quit(window);
        } else {
            window.liveOnInTray(Trays::open, () -> quit(window));
        }
    }

    private static void quit(GinnelWindow window) {
        window.close();
        Platform.exit();
    }

    private Main() {}
}
