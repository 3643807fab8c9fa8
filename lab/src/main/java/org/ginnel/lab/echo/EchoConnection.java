// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.ginnel.lab.Family;
import org.ginnel.lab.machine.Machine;
import org.ginnel.lab.net.Addresses;

/// A TCP connection of a program to the target's echo.
public final class EchoConnection implements AutoCloseable {
    private static final int ECHO_PORT = 7;
    private static final int PATIENCE_MS = 3000;

    private final Socket socket;
    private int asked;

    private EchoConnection(Socket socket) {
        this.socket = socket;
    }

    /// Opens it; within three seconds.
    public static EchoConnection open(Machine client, Family family) throws IOException {
        var host = family == Family.IPV4 ? Addresses.TARGET4 : Addresses.TARGET6;
        var socket = client.inNetwork(() -> {
            var made = new Socket();
            made.connect(new InetSocketAddress(InetAddress.ofLiteral(host), ECHO_PORT), PATIENCE_MS);
            return made;
        });
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
        return new EchoConnection(socket);
    }

    /// Asks and waits for the echo.
    ///
    /// @throws IOException when the connection was reset, or nothing came within three seconds
    public void ask() throws IOException {
        var word = asked++ & 0x7f;
        socket.getOutputStream().write(word);
        if (socket.getInputStream().read() != word) {
            throw new IOException("not the echo");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
