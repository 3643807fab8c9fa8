// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.jpackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Both containers, read back as their systems describe them.
class IconsTest {
    private static final TreeMap<Integer, byte[]> PICTURES =
            new TreeMap<>(Map.of(16, new byte[] {1, 2}, 24, new byte[] {3}, 256, new byte[] {4, 5, 6}));

    @Test
    void icns_hasEachPictureBehindItsTypeAndLength() {
        var bytes = ByteBuffer.wrap(Icons.icns(PICTURES));

        assertThat(type(bytes)).isEqualTo("icns");
        assertThat(bytes.getInt()).isEqualTo(bytes.limit()).isEqualTo(8 + 10 + 11);
        assertThat(type(bytes)).isEqualTo("icp4");
        assertThat(bytes.getInt()).isEqualTo(8 + 2);
        assertThat(bytes.getShort()).isEqualTo((short) 0x0102);
        assertThat(type(bytes)).isEqualTo("ic08");
        assertThat(bytes.getInt()).isEqualTo(8 + 3);
        assertThat(bytes.remaining()).isEqualTo(3);
    }

    @Test
    void ico_pointsAtEachPicture_and256IsZero() {
        var bytes = ByteBuffer.wrap(Icons.ico(PICTURES)).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(bytes.getShort(0)).isZero();
        assertThat(bytes.getShort(2)).isEqualTo((short) 1);
        assertThat(bytes.getShort(4)).isEqualTo((short) 3);
        var at = 6;
        for (var picture : PICTURES.entrySet()) {
            assertThat(bytes.get(at)).isEqualTo(picture.getKey().byteValue());
            var content = new byte[bytes.getInt(at + 8)];
            bytes.get(bytes.getInt(at + 12), content);
            assertThat(content).isEqualTo(picture.getValue());
            at += 16;
        }
        assertThat(bytes.get(6 + 2 * 16)).isZero();
    }

    private static String type(ByteBuffer bytes) {
        var type = new byte[4];
        bytes.get(type);
        return new String(type, StandardCharsets.US_ASCII);
    }
}
