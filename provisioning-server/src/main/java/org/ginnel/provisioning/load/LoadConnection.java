// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One connection of HTTP/1.1 that stays open, with no more work than needed: an HTTP client of the JDK costs as
/// much as the service. Talks to our own service only.
final class LoadConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int LONGEST_ANSWER = 64 << 10;
    private static final String LENGTH = "content-length:";

    private final Socket socket = new Socket();
    private final byte[] answer = new byte[LONGEST_ANSWER];
    private int filled;

    LoadConnection(InetSocketAddress service) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(service, PATIENCE_MILLIS);
    }

    Answer post(String path, String key, String from, String body) throws IOException {
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-API-Key: "
                + key + "\r\nX-Forwarded-For: " + from + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.ISO_8859_1));
        filled = 0; // one question at a time, so nothing is left of the answer before
        fill(0);
        var text = new String(answer, 0, filled, StandardCharsets.ISO_8859_1);
        for (; !text.contains("\r\n\r\n"); text = new String(answer, 0, filled, StandardCharsets.ISO_8859_1)) {
            fill(filled);
        }
        var begin = text.indexOf("\r\n\r\n") + 4;
        var length = length(text.substring(0, begin).toLowerCase(Locale.ROOT));
        while (filled < begin + length) {
            fill(filled);
        }
        return new Answer(
                Integer.parseInt(text.substring(9, 12)), new String(answer, begin, length, StandardCharsets.UTF_8));
    }

    private static int length(String head) {
        var at = head.indexOf(LENGTH);
        return at < 0
                ? 0
                : Integer.parseInt(head.substring(at + LENGTH.length(), head.indexOf('\r', at))
                        .strip());
    }

    private void fill(int from) throws IOException {
        var count = socket.getInputStream().read(answer, from, answer.length - from);
        if (count <= 0) {
            throw new IOException("the service ended the connection, or does not speak HTTP");
        }
        filled = from + count;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /// @param body empty where there is none
    record Answer(int status, String body) {}
}
