// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.scenario;

import java.io.IOException;
import org.ginnel.lab.LabException;

/// The daemon cannot keep anything any more.
final class FullDisk {
    private static final String FILL = """
            set -e
            mkdir -p /run/full && mount -t tmpfs -o size=256k full /run/full
            cp -a "$0/." /run/full/
            mount --bind /run/full "$0"
            dd if=/dev/zero of="$0/filler" bs=1k 2>/dev/null || true
            ! dd if=/dev/zero of="$0/more" bs=1k count=1 2>/dev/null
            """;
    private static final String EMPTY = """
            umount -l "$0" 2>/dev/null
            umount -l /run/full 2>/dev/null
            true
            """;

    /// A switch and a start may fail on it, and are not to leak when they do.
    static void play(Scene scene) throws IOException {
        bash(scene, FILL);
        attempt(() -> scene.subject().connect("gw2"));
        scene.aSecond();
        Processes.kill(scene.subject().daemon());
        attempt(() -> scene.subject().startDaemon());
        scene.aSecond();
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private static void attempt(Attempt attempt) throws IOException {
        try {
            attempt.run();
        } catch (LabException e) {
            // Told to the user by the client; here only packets count.
            return;
        }
    }

    static void undo(Scene scene) {
        bash(scene, EMPTY);
    }

    private static void bash(Scene scene, String script) {
        var state = scene.subject().state().orElseThrow(() -> new LabException("it keeps nothing"));
        scene.client().run("bash", "-c", script, state.toString()).orThrow();
    }

    private FullDisk() {}
}
