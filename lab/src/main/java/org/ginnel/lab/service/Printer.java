// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.ginnel.lab.machine.Machine;

/// A neighbour on the client's own network: says `printer` to whoever connects to port 9100.
public final class Printer implements AutoCloseable {
    private static final int PORT = 9100;

    private final Listeners listeners = new Listeners();

    public Printer(Machine machine, String... addresses) throws IOException {
        var greeting = "printer\n".getBytes(StandardCharsets.US_ASCII);
        for (var address : addresses) {
            var local = new InetSocketAddress(InetAddress.ofLiteral(address), PORT);
            listeners.connections(
                    machine, local, visitor -> visitor.getOutputStream().write(greeting));
        }
    }

    @Override
    public void close() throws IOException {
        listeners.close();
    }
}
