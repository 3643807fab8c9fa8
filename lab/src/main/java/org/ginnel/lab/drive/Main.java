// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.drive;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.ginnel.control.SocketPath;
import org.ginnel.ui.GinnelWindow;
import org.ginnel.ui.theme.Theme;

/// Opens the real window on the demo network and does what the README tells a newcomer to do: use the demo key, look at
/// the servers, connect, read the exit address, disconnect. Leaves pictures and a transcript.
public final class Main {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final PrintStream transcript;

    private Main(Path folder, PrintStream transcript) {
        this.folder = folder;
        this.transcript = transcript;
    }

    /// Ends with 0 when all of it worked, with 1 and a sentence when something did not.
    ///
    /// @param arguments the folder for pictures and transcript
    public static void main(String... arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        var code = 1;
        try (var transcript = new PrintStream(Files.newOutputStream(folder.resolve("transcript.txt")), true)) {
            var run = new Main(folder, transcript);
            try {
                run.drive();
                code = 0;
            } catch (DriveException e) {
                run.say("FAILED: " + e.getMessage());
            }
        }
        System.exit(code);
    }

    private void drive() {
        Platform.startup(() -> Application.setUserAgentStylesheet(Theme.base()));
        Platform.setImplicitExit(false);
        var stage = Driver.onFx(Stage::new);
        var window = Driver.onFx(() -> GinnelWindow.open(stage, SocketPath.from(System.getenv()), System.getenv()));
        var driver = new Driver(stage, PATIENCE);
        try {
            use(driver);
        } catch (DriveException e) {
            driver.picture(folder.resolve("failed.png"));
            throw e;
        } finally {
            Driver.onFx(() -> {
                window.close();
                return true;
            });
        }
    }

    private void use(Driver driver) {
        driver.awaitNode("use-demo");
        picture(driver, "1-welcome");
        driver.click("use-demo");
        say("clicked: Use the demo network");
        driver.awaitNode("connect");
        driver.click("nav-locations");
        driver.awaitNode("server-nl-ams-1");
        picture(driver, "2-servers");
        say("saw the servers of the tier");
        driver.click("nav-connect");
        var direct = driver.awaitText("fact-exit", isAddress());
        say("the direct address is " + direct);
        driver.click("connect");
        say("clicked: Connect");
        say("the window says: " + driver.awaitText("state", "Connected"::equals));
        var exit = driver.awaitText("fact-exit", isAddress().and(Predicate.not(direct::equals)));
        say("the exit address is " + exit);
        say("received so far: " + driver.awaitText("fact-received", words -> !words.isBlank()));
        picture(driver, "3-connected");
        driver.click("connect");
        say("clicked: Disconnect");
        say("the window says: " + driver.awaitText("state", "Not connected"::equals));
        say("the address is the direct one again: " + driver.awaitText("fact-exit", direct::equals));
        picture(driver, "4-disconnected");
    }

    private static Predicate<String> isAddress() {
        return words -> words.matches("[0-9a-fA-F.:]{3,}");
    }

    private void picture(Driver driver, String name) {
        driver.picture(folder.resolve(name + ".png"));
    }

    private void say(String line) {
        System.out.println("    " + line);
        transcript.println(line);
    }
}
