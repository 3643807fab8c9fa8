// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import javafx.scene.Node;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Scenario;
import org.ginnel.ui.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// What is no longer shown keeps no memory, so that a window that lives for weeks does not grow.
@Timeout(60)
class ForgottenTest {
    private static final int MOST_COLLECTIONS = 50;

    @TempDir
    private Path home;

    /// Collects garbage until it is gone, or for a while.
    private static boolean isForgotten(WeakReference<Node> node) {
        for (var i = 0; i < MOST_COLLECTIONS && node.get() != null; i++) {
            WaitForAsyncUtils.waitForFxEvents(2);
            System.gc();
        }
        return node.get() == null;
    }

    private static WeakReference<Node> pages(DrivenWindow window) {
        return new WeakReference<>(
                DrivenWindow.onFx(() -> window.stage.getScene().getRoot()));
    }

    @Test
    void theWordsOfAnotherLanguage_areForgotten() {
        try (var daemon = FakeDaemon.start(Scenario.connected());
                var window = new DrivenWindow(
                        daemon.socket(), Preferred.with(home, Language.ENGLISH, 100, "light"), 420, 720)) {
            window.awaitText("#state", "Connected");
            window.click("#nav-locations");
            window.awaitNode("#servers");
            window.click("#nav-activity");
            window.awaitNode("#keep-history");
            window.click("#nav-settings");
            var english = pages(window);
            window.click("#language-2");
            window.awaitText("#nav-settings", "Einstellungen");

            window.click("#nav-connect"); // the toolkit knows the last node that was clicked
            window.awaitNode("#state");
            assertThat(isForgotten(english)).isTrue();
        }
    }
}
