// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One connection of HTTP/1.1 that stays open, with no more work than needed: an HTTP client of the JDK costs as
/// much as the service. Talks to our own service only.
final class LoadConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int LONGEST_LINE = 4096;

    private final Socket socket = new Socket();
    private final InputStream in;

    LoadConnection(InetSocketAddress service) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(service, PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    Answer post(String path, String key, String from, String body) throws IOException {
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-API-Key: "
                + key + "\r\nX-Forwarded-For: " + from + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.ISO_8859_1));
        var status = Integer.parseInt(line().substring(9, 12));
        var length = 0;
        for (var line = line(); !line.isEmpty(); line = line()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        return new Answer(status, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > LONGEST_LINE) {
                throw new IOException("the service ended the connection, or does not speak HTTP");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /// @param body empty where there is none
    record Answer(int status, String body) {}
}
