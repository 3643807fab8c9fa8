// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.scenario;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.ginnel.lab.net.Addresses;

/// What users do.
final class Commands {
    private static final int ECHO_SERVICE = 7;
    private static final int LIMIT_MS = 5000;
    private static final int LINES = 50;

    /// In packets of the flood.
    private static final int BETWEEN_LINES = 20;

    static void connect(Scene scene) throws IOException {
        scene.subject().connect("gw1");
        scene.countFromNow();
    }

    /// What began in each goes on there, so both tunnels stand all the time.
    static void switchBack(Scene scene) throws IOException {
        for (var gateway : List.of("gw2", "gw1", "gw2", "gw1")) {
            scene.subject().connect(gateway);
        }
    }

    /// That it opens is as much its duty as that it was closed.
    static void disconnect(Scene scene) throws IOException {
        scene.aSecond();
        scene.countUntilNow();
        scene.subject().disconnect();
        scene.awaitOpen("after the command to disconnect");
    }

    /// They speak before, and go on to speak when the tunnel stands.
    static void oldConnections(Scene scene) throws IOException {
        var connections = new ArrayList<Socket>();
        try {
            for (var target : List.of(Addresses.TARGET4, Addresses.TARGET6)) {
                connections.add(scene.client().machine().inNetwork(() -> open(target)));
            }
            scene.subject().connect("gw1");
            scene.countFromNow();
            for (var i = 0; i < LINES; i++) {
                for (var connection : connections) {
                    connection.getOutputStream().write('x');
                }
                scene.go(BETWEEN_LINES);
            }
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    /// What is open goes on beside it, so the flood never stops.
    static void changeKeys(Scene scene) throws IOException {
        scene.subject().changeKeys();
        if (!Scene.isThroughTunnel(scene.lab())) {
            scene.fault("no way out after the keys have changed");
        }
    }

    private static Socket open(String target) throws IOException {
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral(target), ECHO_SERVICE), LIMIT_MS);
        socket.setSoTimeout(LIMIT_MS);
        socket.getOutputStream().write('x');
        if (socket.getInputStream().read() != 'x') {
            throw new IOException("the target does not echo");
        }
        return socket;
    }

    private Commands() {}
}
