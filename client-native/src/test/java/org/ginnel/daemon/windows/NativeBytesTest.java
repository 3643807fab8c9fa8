// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NativeBytesTest {
    /// `FWPM_LAYER_INBOUND_IPPACKET_V4`, as programs have it in memory.
    @Test
    void guid_isInTheOrderOfTheProcessor_andBack() {
        var layer = UUID.fromString("c86fd1bf-21cd-497e-a0bb-17425c885c58");
        var bytes = NativeBytes.guid(layer);
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("bfd16fc8cd217e49a0bb17425c885c58");
        assertThat(NativeBytes.uuid(bytes)).isEqualTo(layer);
        var high = UUID.fromString("ffffffff-ffff-ffff-ffff-fffffffffffe");
        assertThat(NativeBytes.uuid(NativeBytes.guid(high))).isEqualTo(high);
    }

    @Test
    void wide_endsWithAZero() {
        assertThat(HexFormat.of().formatHex(NativeBytes.wide("gü"))).isEqualTo("6700fc000000");
    }
}
