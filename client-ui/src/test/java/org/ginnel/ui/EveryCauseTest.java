// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Shows every cause of a block, one after the other in one window, and draws each to `target/screenshots/causes`.
class EveryCauseTest {
    private static final Path PICTURES = Path.of("target", "screenshots", "causes");
    private final Words words = Words.english();

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyCause_isToldWhole_withAWayOut_andNoTextIsCut(String theme) throws IOException {
        Files.createDirectories(PICTURES);
        var causes = Causes.all().toList();
        try (var daemon = FakeDaemon.start(Scenario.blocked(causes.getFirst()));
                var window = new DrivenWindow(daemon.socket(), Map.of("GINNEL_THEME", theme), 360, 640)) {
            for (var i = 0; i < causes.size(); i++) {
                show(daemon, window, causes.get(i));
                var picture = window.picture();
                assertThat(window.cutTexts()).as(causes.get(i).toString()).isEmpty();
                var name =
                        "%02d-%s-%s.png".formatted(i, causes.get(i).getClass().getSimpleName(), theme);
                ImageIO.write(
                        SwingFXUtils.fromFXImage(picture, null),
                        "png",
                        PICTURES.resolve(name).toFile());
            }
        }
    }

    private void show(FakeDaemon daemon, DrivenWindow window, ErrorCause cause) {
        var view = new TunnelView.Blocked(cause, Servers.NOON, false);
        daemon.change(now -> Snapshots.withTunnel(now, view));
        var problem = Problem.of(cause);
        window.awaitText("#problem-title", words.say(problem.title()));
        window.awaitText("#problem-why", words.say(problem.why()));
        window.awaitText("#problem-next", words.say(problem.next()));
        assertThat(window.text("#connect")).isEqualTo("Try again");
    }
}
