// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Scenario;
import org.junit.jupiter.api.Test;

/// What a frame costs with 1,000 servers, in processor time of the threads that make it: 60 a second leave 16.7 ms for
/// each. Prints the figures. Time on the clock would be that of whoever else uses the machine.
class FrameTimeTest {
    private static final int FRAMES = 120;
    private static final double A_SIXTIETH = 16.7;

    @Test
    void aThousandServers_scrollAndPan_inLessThanASixtiethOfASecond() {
        try (var daemon = FakeDaemon.start(Scenario.manyServers(1000));
                var window = new DrivenWindow(daemon.socket(), Map.of("GINNEL_THEME", "light"), 1180, 760)) {
            window.click("#nav-locations");
            window.awaitNode("#fastest");
            window.awaitNode("#map");
            ListView<?> list = (ListView<?>) window.node("#servers");
            var map = window.node("#map");
            cost(frame -> list.scrollTo(frame * 3));

            var scrolling = cost(frame -> list.scrollTo(frame * 7));
            var panning = cost(frame -> Event.fireEvent(map, key(frame % 40 < 20 ? KeyCode.LEFT : KeyCode.RIGHT)));

            System.out.printf("frame-ms scroll=%.1f pan=%.1f of %.1f%n", scrolling, panning, A_SIXTIETH);
            assertThat(scrolling).isLessThan(A_SIXTIETH);
            assertThat(panning).isLessThan(A_SIXTIETH);
        }
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    /// Milliseconds of processor time a frame, when something moves in each.
    private static double cost(IntConsumer move) {
        var done = new CompletableFuture<Long>();
        DrivenWindow.onFx(() -> {
            new AnimationTimer() {
                private final long before = spent();
                private int frame;

                @Override
                public void handle(long now) {
                    if (frame == FRAMES) {
                        stop();
                        done.complete(spent() - before);
                    } else {
                        move.accept(frame++);
                    }
                }
            }.start();
            return true;
        });
        return done.orTimeout(60, TimeUnit.SECONDS).join() / 1e6 / FRAMES;
    }

    private static long spent() {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null
                        && (thread.getThreadName().startsWith("JavaFX")
                                || thread.getThreadName().startsWith("Quantum")))
                .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getThreadId())))
                .sum();
    }
}
