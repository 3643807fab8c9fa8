// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Programs that end or stand still.
final class Crashes {
    static void killDaemon(Scene scene) throws IOException {
        Processes.kill(scene.subject().daemon());
        scene.aSecond();
    }

    static void killEngine(Scene scene) throws IOException {
        Processes.kill(scene.subject().engines());
        scene.awaitRecovery();
    }

    static void killBoth(Scene scene) throws IOException {
        var engines = scene.subject().engines();
        Processes.kill(scene.subject().daemon());
        Processes.kill(engines);
        scene.aSecond();
    }

    static void killBothAndStart(Scene scene) throws IOException {
        killBoth(scene);
        start(scene);
    }

    static void restart(Scene scene) throws IOException {
        Processes.terminate(scene.subject().daemon());
        start(scene);
    }

    static void upgrade(Scene scene) throws IOException {
        scene.subject().upgrade();
        scene.awaitRecovery();
    }

    /// Nothing leaves while it is down, and everything once it was told to put things back.
    static void uninstall(Scene scene) throws IOException {
        Processes.terminate(scene.subject().daemon());
        scene.aSecond();
        scene.countUntilNow();
        scene.subject().release();
        scene.awaitOpen("after the uninstallation");
    }

    private static void start(Scene scene) throws IOException {
        var began = System.nanoTime();
        scene.subject().startDaemon();
        scene.took("daemon answers", Duration.ofNanos(System.nanoTime() - began));
        scene.awaitRecovery();
    }

    static void stopDaemonKillEngine(Scene scene) throws IOException {
        Processes.stop(scene.subject().daemon());
        Processes.kill(scene.subject().engines());
        scene.aSecond();
    }

    static void stopEngine(Scene scene) throws IOException {
        var engines = scene.subject().engines();
        Processes.stop(engines);
        scene.aSecond();
        Processes.resume(engines);
        scene.awaitRecovery();
    }

    static void suspend(Scene scene) throws IOException {
        Processes.stop(all(scene));
        scene.aSecond();
        wake(scene);
        scene.awaitRecovery();
    }

    static void wake(Scene scene) throws IOException {
        Processes.resume(all(scene));
    }

    private static List<ProcessHandle> all(Scene scene) throws IOException {
        var all = new ArrayList<>(scene.subject().daemon());
        all.addAll(scene.subject().engines());
        return all;
    }

    private Crashes() {}
}
