// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.jpackage;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;

/// One icon of several sizes in the forms of macOS and Windows; both may hold PNG as it is.
public final class Icons {
    /// The types of `icns` for a square of so many pixels that may be PNG.
    private static final Map<Integer, String> TYPES =
            Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08");

    private static final int ICNS_HEADER = 8;
    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;

    private Icons() {}

    /// For macOS; sizes that it has no type for are left out.
    ///
    /// @param pictures PNG by their width in pixels
    public static byte[] icns(SortedMap<Integer, byte[]> pictures) {
        var entries = new ByteArrayOutputStream();
        pictures.forEach((size, png) -> {
            var type = TYPES.get(size);
            if (type != null) {
                entries.writeBytes(chunk(type, png));
            }
        });
        return chunk("icns", entries.toByteArray());
    }

    private static byte[] chunk(String type, byte[] content) {
        return ByteBuffer.allocate(ICNS_HEADER + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(ICNS_HEADER + content.length)
                .put(content)
                .array();
    }

    /// For Windows (an `ICONDIR` with PNG, as of Vista).
    ///
    /// @param pictures PNG by their width in pixels, at most 256
    public static byte[] ico(SortedMap<Integer, byte[]> pictures) {
        var offset = ICO_HEADER + ICO_ENTRY * pictures.size();
        var total =
                offset + pictures.values().stream().mapToInt(png -> png.length).sum();
        var bytes = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
        for (var picture : pictures.entrySet()) {
            var width = picture.getKey().byteValue(); // 256 is 0
            bytes.put(width).put(width).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            bytes.putInt(picture.getValue().length).putInt(offset);
            offset += picture.getValue().length;
        }
        pictures.values().forEach(bytes::put);
        return bytes.array();
    }
}
