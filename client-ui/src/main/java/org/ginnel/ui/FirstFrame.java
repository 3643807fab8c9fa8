// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javafx.animation.AnimationTimer;

/// Notices when a shown window has been drawn: on its third pulse, when the first has certainly reached the screen.
final class FirstFrame extends AnimationTimer {
    private static final int DRAWN = 3;

    private final Runnable then;
    private int pulses;

    /// @param then called once, on the JavaFX thread
    FirstFrame(Runnable then) {
        this.then = then;
    }

    @Override
    public void handle(long now) {
        if (++pulses == DRAWN) {
            stop();
            then.run();
        }
    }

    /// How long this process has existed, its launcher script included.
    static Duration sinceProcessStart() {
        try {
            // proc(5): field 22 of stat is the start in ticks since boot, 100 a second on every Linux that runs Java.
            // The process handle would do, but its boot time is a whole second.
            var stat = Files.readString(Path.of("/proc/self/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            var uptime = Files.readString(Path.of("/proc/uptime")).split(" ", -1)[0];
            var millis = Math.round(Double.parseDouble(uptime) * 1000) - Long.parseLong(fields[19]) * 10;
            return Duration.ofMillis(millis);
        } catch (IOException _) {
            var started = ProcessHandle.current().info().startInstant();
            return Duration.between(started.orElseGet(Instant::now), Instant.now());
        }
    }
}
