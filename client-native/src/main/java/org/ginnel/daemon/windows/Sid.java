// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// An identity of the authority of NT (`S-1-5-...`; [MS-DTYP], 2.4.2).
///
/// @param word how a descriptor's text names it
public record Sid(String word, List<Integer> parts) {
    /// The system itself: services without an account of their own.
    public static final Sid LOCAL_SYSTEM = new Sid("SY", List.of(18));

    /// Members of Administrators, where they are raised.
    public static final Sid ADMINISTRATORS = new Sid("BA", List.of(32, 544));

    /// Everybody who has logged in.
    public static final Sid AUTHENTICATED = new Sid("AU", List.of(11));

    /// Whoever comes over the network.
    public static final Sid NETWORK = new Sid("NU", List.of(2));

    public Sid {
        parts = List.copyOf(parts);
    }

    /// Any identity that Windows keeps somewhere, as text: `S-1-5-18` and the like.
    ///
    /// @param from where it begins
    /// @throws IndexOutOfBoundsException when the bytes end before it does
    public static String text(byte[] bytes, int from) {
        var sid = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var authority = 0L;
        for (var i = 2; i < 8; i++) {
            authority = authority << 8 | (sid.get(from + i) & 0xff);
        }
        var text = new StringBuilder("S-").append(sid.get(from)).append('-').append(authority);
        for (var i = 0; i < (sid.get(from + 1) & 0xff); i++) {
            text.append('-').append(Integer.toUnsignedString(sid.getInt(from + 8 + Integer.BYTES * i)));
        }
        return text.toString();
    }

    /// As Windows keeps it.
    byte[] bytes() {
        var bytes = ByteBuffer.allocate(8 + Integer.BYTES * parts.size()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {1, (byte) parts.size(), 0, 0, 0, 0, 0, 5});
        parts.forEach(bytes::putInt);
        return bytes.array();
    }

    /// `S-1-5-18` and the like.
    @Override
    public String toString() {
        var text = new StringBuilder("S-1-5");
        parts.forEach(part -> text.append('-').append(part));
        return text.toString();
    }
}
