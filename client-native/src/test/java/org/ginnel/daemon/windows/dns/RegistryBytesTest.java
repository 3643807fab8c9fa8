// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.ginnel.daemon.windows.dns.Registry.Value;
import org.junit.jupiter.api.Test;

class RegistryBytesTest {
    @Test
    void values_areReadAsTheyWereWritten() {
        for (var value : List.<Value>of(
                new Value.Text("10.7.0.1;fd00::1"),
                new Value.Text(""),
                new Value.Dword(8),
                new Value.Texts(List.of(".")),
                new Value.Texts(List.of(".a", ".b")),
                new Value.Texts(List.of()))) {
            assertThat(RegistryBytes.read(RegistryBytes.type(value), RegistryBytes.of(value)))
                    .contains(value);
        }
    }

    /// A string ends with a zero, a list with one more.
    @Test
    void texts_endTwice() {
        assertThat(HexFormat.of().formatHex(RegistryBytes.of(new Value.Texts(List.of(".")))))
                .isEqualTo("2e0000000000");
        assertThat(HexFormat.of().formatHex(RegistryBytes.of(new Value.Dword(8))))
                .isEqualTo("08000000");
    }

    @Test
    void otherTypes_areEmpty() {
        assertThat(RegistryBytes.read(3, new byte[4])).isEmpty();
        assertThat(RegistryBytes.read(4, new byte[3])).isEmpty();
    }
}
