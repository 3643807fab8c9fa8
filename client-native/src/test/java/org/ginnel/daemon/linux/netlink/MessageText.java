// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// Requests as a reviewer can read them, with their bytes as a little-endian machine sends them.
public final class MessageText {
    private static final int BYTES_A_LINE = 32;

    private MessageText() {}

    /// All of them, in their order.
    public static String of(List<Request> requests) {
        return requests.stream().map(MessageText::of).collect(Collectors.joining("\n"));
    }

    private static String of(Request request) {
        var out = ByteBuffer.allocate(request.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        request.put(out, 1);
        var text = new StringBuilder();
        text.append(request.verb()).append(' ').append(request.how()).append('\n');
        text.append("  ").append(request.head()).append('\n');
        request.attributes()
                .forEach(attribute -> text.append("  ").append(attribute).append('\n'));
        for (int at = 0; at < out.position(); at += BYTES_A_LINE) {
            var end = Math.min(out.position(), at + BYTES_A_LINE);
            text.append("    ")
                    .append(HexFormat.of().formatHex(out.array(), at, end))
                    .append('\n');
        }
        return text.toString();
    }
}
