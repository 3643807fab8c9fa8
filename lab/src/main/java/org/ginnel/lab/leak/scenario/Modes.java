// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.scenario;

import java.io.IOException;
import org.ginnel.lab.leak.subject.Ability;

/// What the user may have chosen.
final class Modes {
    /// Names are refused to the local network also then, and the rest of it is reachable.
    static void allowLan(Scene scene) throws IOException {
        scene.subject().turn(Ability.LAN_SWITCH, true);
        var seen = scene.seen();
        scene.aSecond();
        if (scene.seen() == seen) {
            scene.fault("the local network was allowed and is not reachable");
        }
    }

    static void lockdown(Scene scene) throws IOException {
        scene.subject().turn(Ability.LOCKDOWN, true);
        scene.subject().disconnect();
        scene.aSecond();
    }

    static void lockdownCrash(Scene scene) throws IOException {
        lockdown(scene);
        Processes.kill(scene.subject().daemon());
        scene.aSecond();
        scene.subject().startDaemon();
    }

    /// It opens, and closes again.
    static void pause(Scene scene) throws IOException {
        scene.subject().turn(Ability.PAUSE, true);
        var seen = scene.seen();
        scene.aSecond();
        if (scene.seen() == seen) {
            scene.fault("paused, and still closed");
        }
        scene.subject().turn(Ability.PAUSE, false);
        scene.awaitRecovery();
        scene.countFromNow();
    }

    private Modes() {}
}
