// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.ginnel.control.SocketPath;
import org.ginnel.host.OperatingSystem;
import org.ginnel.ui.fx.DesktopName;
import org.ginnel.ui.fx.FontSearch;
import org.ginnel.ui.fx.FxThread;
import org.ginnel.ui.fx.RestingPulse;
import org.ginnel.ui.link.Conversation;
import org.ginnel.ui.notify.Bells;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;
import org.ginnel.ui.theme.Theme;
import org.ginnel.ui.tray.Trays;
import org.slf4j.LoggerFactory;

/// Starts the window. Does not extend `Application`: a main class on the classpath must not.
public final class Main {
    private static final int NO_DISPLAY = 3;

    /// Opens the window, or brings the one that runs already to the front, and returns. Ends the process with 3
    /// where there is no display.
    ///
    /// @param arguments none are known; the environment says where the daemon listens
    public static void main(String[] arguments) {
        var environment = System.getenv();
        var socket = SocketPath.from(environment);
        switch (OneWindow.claim(environment, socket)) {
            case OneWindow.Claim.Theirs() -> {}
            case OneWindow.Claim.Unknown() -> start(socket, environment, Optional.empty());
            case OneWindow.Claim.Ours(var claim) -> start(socket, environment, Optional.of(claim));
        }
    }

    /// The daemon is asked and fonts are looked for while the toolkit starts: none needs the other, and there is more
    /// than one core.
    private static void start(Path socket, Map<String, String> environment, Optional<OneWindow> claim) {
        claim.ifPresent(one -> Runtime.getRuntime().addShutdownHook(new Thread(one::close, "ginnel-one-window")));
        if (OperatingSystem.here() == OperatingSystem.LINUX) {
            FontSearch.begin();
        }
        var thread = new FxThread();
        var conversation = GinnelWindow.begin(socket, thread);
        try {
            Platform.startup(() -> open(conversation, thread, environment, claim));
        } catch (UnsupportedOperationException e) {
            System.err.println(Words.english().say(noDisplay(environment, e)));
            System.exit(NO_DISPLAY);
        }
    }

    private static Message noDisplay(Map<String, String> environment, UnsupportedOperationException why) {
        var display = environment.getOrDefault("DISPLAY", "");
        return display.isEmpty()
                ? Message.of("window.displayUnset")
                : Message.of("window.noDisplay", display, String.valueOf(why.getMessage()));
    }

    private static void open(
            Conversation conversation, FxThread thread, Map<String, String> environment, Optional<OneWindow> claim) {
        Application.setUserAgentStylesheet(Theme.base());
        Platform.setImplicitExit(false);
        nameItself();
        var stage = new Stage();
        var window = GinnelWindow.open(stage, conversation, thread, Surroundings.from(environment));
        Runnable quit = () -> {
            claim.ifPresent(OneWindow::close);
            window.close();
            Platform.exit();
        };
        window.quitOnClose(claim.isPresent(), quit);
        claim.ifPresent(one -> one.onStartedAgain(() -> Platform.runLater(window::bringToFront)));
        new FirstFrame(() -> drawn(window, environment, quit)).start();
    }

    /// What can wait until a person sees the window comes only now.
    private static void drawn(GinnelWindow window, Map<String, String> environment, Runnable quit) {
        var surroundings = Surroundings.from(environment);
        if (surroundings.timing()) {
            System.err.println(
                    "first-frame-ms=" + FirstFrame.sinceProcessStart().toMillis());
        }
        if (surroundings.exitAfterFirstFrame()) {
            quit.run();
        } else {
            window.showIcon();
            window.liveOnInTray(Trays::open, quit);
            window.lookForReleases();
            window.announce(onOpen -> Bells.open(environment, onOpen));
            rest();
        }
    }

    /// Other systems know by the program.
    private static void nameItself() {
        if (OperatingSystem.here() == OperatingSystem.LINUX) {
            try {
                DesktopName.claim();
            } catch (LinkageError e) {
                LoggerFactory.getLogger(Main.class)
                        .warn("JavaFX is closed to us, so the window is called java: {}", e.toString());
            }
        }
    }

    /// A window that cannot rest is a window still.
    private static void rest() {
        try {
            RestingPulse.begin();
        } catch (LinkageError e) {
            LoggerFactory.getLogger(Main.class)
                    .warn("JavaFX is closed to us, so the window cannot rest: {}", e.toString());
        }
    }

    private Main() {}
}
