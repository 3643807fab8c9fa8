// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A newcomer, who may look and not change, in the real window.
class AdmissionWindowTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir
    private Path bin;

    private Map<String, String> environment(String join) throws IOException {
        var program = Files.writeString(bin.resolve("ginnel-join"), "#!/bin/sh\n" + join + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Map.of(
                "GINNEL_THEME",
                "light",
                "GINNEL_LAUNCHER",
                bin.resolve("ginnel-ui").toString());
    }

    @Test
    void isOfferedToAskAnAdministrator_andToldTheCommandWhenThatIsNoUse() throws IOException {
        var asked = bin.resolve("asked");
        try (var daemon = FakeDaemon.start(Scenario.loggedOut().lookingOnly());
                var window = new DrivenWindow(daemon.socket(), environment("echo >" + asked + "\nexit 127"))) {
            window.awaitText("#admission-allow", "Allow me");
            draw(window, "not-allowed-light");
            window.darken();
            draw(window, "not-allowed-dark");

            window.click("#admission-allow");
            window.awaitNode("#admission-copy");
            draw(window, "not-allowed-by-hand-dark");
            window.click("#admission-copy");

            var command = "sudo usermod -aG ginnel " + System.getProperty("user.name");
            assertThat(asked).exists();
            assertThat(window.text("#admission-detail")).endsWith(command);
            assertThat(window.clipboard()).isEqualTo(command);
        }
    }

    private static void draw(DrivenWindow window, String name) throws IOException {
        Files.createDirectories(PICTURES);
        var picture = window.picture();
        assertThat(window.cutTexts()).isEmpty();
        ImageIO.write(
                SwingFXUtils.fromFXImage(picture, null),
                "png",
                PICTURES.resolve(name + ".png").toFile());
    }
}
