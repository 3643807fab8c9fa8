// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.scenario;

import java.io.IOException;
import org.ginnel.lab.net.Addresses;

/// What becomes of the ways between the client and the rest.
final class Networks {
    private static final String OTHER4 = "192.168.50.11";
    private static final String OTHER6 = "2001:db8:50::11";

    /// Until the client notices, if it does, then until it has its tunnel again.
    static void hole(Scene scene) throws IOException {
        scene.lab().link("gw1").hole(true);
        scene.awaitLoss();
        scene.aSecond();
        scene.lab().link("gw1").hole(false);
        scene.awaitRecovery();
    }

    static void offline(Scene scene) throws IOException {
        scene.lab().online(false);
        scene.aSecond();
        scene.lab().online(true);
        scene.awaitRecovery();
    }

    /// The addresses and routes of IPv6 go with it; whoever manages the network puts them back.
    static void pullCable(Scene scene) throws IOException {
        scene.client().run("ip", "link", "set", "eth0", "down").orThrow();
        scene.go(300);
        scene.client().machine().ip("""
                link set eth0 up
                addr replace %s/64 dev eth0 nodad
                route replace default via %s
                route replace default via %s
                """.formatted(Addresses.CLIENT6, Addresses.HOME4, Addresses.HOME6));
        scene.awaitRecovery();
    }

    /// The printer's addresses are the router's too, so it is another router for the client.
    static void roam(Scene scene) throws IOException {
        settle(scene, OTHER4, OTHER6, Addresses.CLIENT4, Addresses.CLIENT6, Addresses.PRINTER4, Addresses.PRINTER6);
        scene.aSecond();
        scene.awaitRecovery();
    }

    /// As at the start, whatever was.
    static void home(Scene scene) {
        scene.client().machine().ip("link set eth0 up\n");
        settle(scene, Addresses.CLIENT4, Addresses.CLIENT6, OTHER4, OTHER6, Addresses.HOME4, Addresses.HOME6);
    }

    private static void settle(
            Scene scene, String new4, String new6, String old4, String old6, String router4, String router6) {
        scene.client().machine().ip("""
                addr replace %s/24 dev eth0
                addr replace %s/64 dev eth0 nodad
                """.formatted(new4, new6));
        scene.client().run("ip", "addr", "del", old4 + "/24", "dev", "eth0");
        scene.client().run("ip", "addr", "del", old6 + "/64", "dev", "eth0");
        scene.client().machine().ip("""
                addr replace %s/24 dev eth0
                route replace default via %s
                route replace default via %s
                """.formatted(new4, router4, router6));
    }

    private Networks() {}
}
