// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polyline;
import javax.imageio.ImageIO;
import org.ginnel.tunnel.Traffic;
import org.ginnel.ui.text.Words;
import org.ginnel.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class FlowCardTest {
    @Test
    void aMinute_isDrawnFromEdgeToEdge_inEveryTheme() throws IOException, TimeoutException {
        FxToolkit.registerPrimaryStage();
        var folder = Files.createDirectories(Path.of("target", "screenshots"));
        for (var theme : Theme.values()) {
            var picture = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
                var card = new FlowCard(Words.english());
                var scene = new Scene(new VBox(card.node()), 372, 130);
                scene.setUserAgentStylesheet(Theme.base());
                scene.getStylesheets().setAll(theme.tokens());
                card.render(Optional.of(flow()));
                var shot = scene.snapshot(null);
                var line = (Polyline) scene.getRoot().lookup(".graph-down");
                assertThat(line.getPoints()).hasSize(120);
                assertThat(line.getBoundsInLocal().getWidth()).isGreaterThan(300);
                return shot;
            });
            var name = theme == Theme.LIGHT ? "flow-light.png" : "flow-dark.png";
            ImageIO.write(
                    SwingFXUtils.fromFXImage(picture, null),
                    "png",
                    folder.resolve(name).toFile());
        }
    }

    private static Flow flow() {
        List<Long> downs = Stream.iterate(0, i -> i + 1)
                .limit(RateHistory.SECONDS)
                .map(i -> Math.round(4e6 + 3e6 * Math.sin(i / 4.0) + (i * 7919 % 13) * 1e5))
                .toList();
        var ups = downs.stream().map(rate -> rate / 9 + 100_000).toList();
        var rates = new RateHistory.Rates(downs.getLast(), ups.getLast(), downs, ups);
        return Flow.of(Optional.of(new Traffic(1_840_000_000L, 93_000_000L)), rates);
    }
}
