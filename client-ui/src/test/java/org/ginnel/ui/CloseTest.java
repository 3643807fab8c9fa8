// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Scenario;
import org.ginnel.ui.tray.FakeTray;
import org.ginnel.ui.tray.NoTray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the cross in the window's title does.
@Timeout(60)
class CloseTest {
    private final AtomicInteger quits = new AtomicInteger();

    @Test
    void withATray_closingHides() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut());
                var window = opened(daemon)) {
            window.liveOnIn(new FakeTray(_ -> {}));
            window.clickTheCross();

            assertThat(window.stage.isShowing()).isFalse();
            assertThat(quits).hasValue(0);
        }
    }

    /// What JavaFX does after the handler fails when the handler has ended JavaFX.
    @Test
    void withoutATray_closingQuits_andLeavesNothingForJavaFxToDo() {
        try (var daemon = FakeDaemon.start(Scenario.loggedOut());
                var window = opened(daemon)) {
            window.liveOnIn(new NoTray());
            window.clickTheCross();

            assertThat(quits).hasValue(1);
            assertThat(window.stage.isShowing()).isTrue();
        }
    }

    private DrivenWindow opened(FakeDaemon daemon) {
        var window = new DrivenWindow(daemon.socket(), Map.of());
        window.quitOnClose(quits::incrementAndGet);
        window.awaitNode("#login");
        return window;
    }
}
