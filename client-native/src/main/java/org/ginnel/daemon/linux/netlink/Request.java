// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.nio.ByteBuffer;
import java.util.List;

/// One thing to ask of the kernel. Its text form has all of it and no secret.
public record Request(Verb verb, How how, Head head, List<Attribute> attributes) {
    private static final int HEADER_BYTES = 16;

    public Request {
        attributes = List.copyOf(attributes);
    }

    /// A request of `attributes` in this order.
    public static Request of(Verb verb, How how, Head head, Attribute... attributes) {
        return new Request(verb, how, head, List.of(attributes));
    }

    /// Length of the message, with its padding.
    int bytes() {
        return HEADER_BYTES
                + head.bytes()
                + attributes.stream().mapToInt(Attribute::bytes).sum();
    }

    /// Appends the message (`struct nlmsghdr`, head, attributes) in the byte order of `out`, which is the
    /// machine's.
    ///
    /// @param out at a multiple of four, with room for [#bytes()]
    /// @param sequence by which the answer is known
    void put(ByteBuffer out, int sequence) {
        out.putInt(bytes()).putShort((short) verb.number()).putShort((short) how.flags());
        out.putInt(sequence).putInt(0);
        head.put(out);
        attributes.forEach(attribute -> attribute.put(out));
    }
}
