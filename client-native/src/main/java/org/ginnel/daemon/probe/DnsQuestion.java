// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.probe;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The smallest question a resolver answers: who are the name servers of the root (RFC 1035, 4.1)? It is in every
/// resolver's cache and tells nobody anything about us.
final class DnsQuestion {
    private static final int RECURSION_DESIRED = 0x0100;
    private static final int RESPONSE = 0x8000;
    private static final int HEADER_BYTES = 12;
    private static final byte[] ROOT_NS_IN = {0, 0, 2, 0, 1};

    /// The question under this id.
    static ByteBuffer encode(short id) {
        var message = ByteBuffer.allocate(HEADER_BYTES + ROOT_NS_IN.length);
        message.putShort(id).putShort((short) RECURSION_DESIRED);
        message.putShort((short) 1).putShort((short) 0).putShort((short) 0).putShort((short) 0);
        return message.put(ROOT_NS_IN).flip();
    }

    /// The id of the question that `message` answers, whatever the answer says; empty when it answers none.
    static Optional<Integer> answeredId(ByteBuffer message) {
        var start = message.position();
        return message.remaining() >= HEADER_BYTES && (message.getShort(start + 2) & RESPONSE) != 0
                ? Optional.of(message.getShort(start) & 0xffff)
                : Optional.empty();
    }

    private DnsQuestion() {}
}
