// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.scenario;

import java.util.List;
import org.ginnel.lab.net.Addresses;

/// Routes that somebody on the local network hands out to draw traffic past the tunnel (TunnelVision,
/// CVE-2024-3661).
final class RogueRoutes {
    private static final List<String> HALVES = List.of("0.0.0.0/1", "128.0.0.0/1", "::/1", "8000::/1");
    private static final List<String> HOST = List.of(Addresses.TARGET4 + "/32", Addresses.TARGET6 + "/128");

    static void halves(Scene scene) {
        change(scene, "add", HALVES);
        scene.aSecond();
    }

    static void undoHalves(Scene scene) {
        change(scene, "del", HALVES);
    }

    static void host(Scene scene) {
        change(scene, "add", HOST);
        scene.aSecond();
    }

    static void undoHost(Scene scene) {
        change(scene, "del", HOST);
    }

    private static void change(Scene scene, String verb, List<String> prefixes) {
        for (var prefix : prefixes) {
            var router = prefix.contains(":") ? Addresses.HOME6 : Addresses.HOME4;
            scene.client().run("ip", "route", verb, prefix, "via", router, "dev", "eth0");
        }
    }

    private RogueRoutes() {}
}
