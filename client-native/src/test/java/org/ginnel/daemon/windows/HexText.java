// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows;

import java.util.HexFormat;

/// Bytes as goldens have them: sixteen a line, each line with its offset.
public final class HexText {
    private static final int A_LINE = 16;

    private HexText() {}

    public static String of(byte[] bytes) {
        var text = new StringBuilder();
        var hex = HexFormat.ofDelimiter(" ");
        for (var offset = 0; offset < bytes.length; offset += A_LINE) {
            text.append("%4d  ".formatted(offset))
                    .append(hex.formatHex(bytes, offset, Math.min(offset + A_LINE, bytes.length)))
                    .append('\n');
        }
        return text.toString();
    }
}
