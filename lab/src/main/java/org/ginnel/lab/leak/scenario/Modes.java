// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.scenario;

import java.io.IOException;
import java.time.Duration;
import org.ginnel.lab.Family;
import org.ginnel.lab.leak.subject.Ability;
import org.ginnel.lab.net.Addresses;

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

    /// Two tunnels are tried at once, and nothing but their handshakes may leave for it.
    static void race(Scene scene) throws IOException {
        lockdown(scene);
        var way = scene.lab().link("gw1");
        way.hole(true);
        try {
            connect(scene, scene.subject()::connectToBest, "gw2");
        } finally {
            way.hole(false);
        }
    }

    static void otherPort(Scene scene) throws IOException {
        lockdown(scene);
        var gateway = scene.lab().gateway("gw1").addresses();
        scene.lab().machine("home").nft("""
                table inet closed {
                  chain forward {
                    type filter hook forward priority -10
                    ip daddr %s udp dport %d drop
                  }
                }
                """.formatted(gateway.endpoint4(), Addresses.WIREGUARD_PORT));
        connect(scene, () -> scene.subject().connect("gw1"), "gw1");
    }

    static void undoOtherPort(Scene scene) throws IOException {
        scene.lab().machine("home").nft("table inet closed\ndelete table inet closed");
        scene.subject().turn(Ability.LOCKDOWN, false);
    }

    private interface Command {
        void run() throws IOException;
    }

    private static void connect(Scene scene, Command command, String expected) throws IOException {
        var began = System.nanoTime();
        command.run();
        scene.took("connected", Duration.ofNanos(System.nanoTime() - began));
        var exit = scene.client().exitSeenBy(Family.IPV4);
        if (!exit.equals(scene.lab().gateway(expected).addresses().exit4())) {
            scene.fault("the way out is " + exit + ", not that of " + expected);
        }
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
