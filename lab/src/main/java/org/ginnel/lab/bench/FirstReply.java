// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.ginnel.lab.Client;
import org.ginnel.lab.Family;
import org.ginnel.lab.LabException;
import org.ginnel.lab.machine.Work;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.net.Addresses.OfGateway;

/// Times a command together with one round trip to the target (a TCP handshake) that begins when it has ended.
record FirstReply(Client client) {
    private static final int ECHO_PORT = 7;
    private static final int LIMIT_MS = 10_000;

    /// From the start of `command` to the reply.
    ///
    /// @throws LabException when what came back did not leave through `gateway`
    Duration after(Work<?> command, OfGateway gateway) throws IOException {
        var target = new InetSocketAddress(InetAddress.ofLiteral(Addresses.TARGET4), ECHO_PORT);
        var began = System.nanoTime();
        command.run();
        var ended = client.machine().inNetwork(() -> {
            try (var socket = new Socket()) {
                socket.connect(target, LIMIT_MS);
                return System.nanoTime();
            }
        });
        var exit = client.exitSeenBy(Family.IPV4);
        if (!exit.equals(gateway.exit4())) {
            throw new LabException("measured nothing: the way out is " + exit + ", not " + gateway.exit4());
        }
        return Duration.ofNanos(ended - began);
    }
}
