// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.ginnel.daemon.port.TunnelDevice.Passed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceCountsTest {
    private static final String TABLE = """
            Inter-|   Receive                                                |  Transmit
             face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
                lo:     100       1    0    0    0     0          0         0      200       2    0    0    0     0       0          0
            ginnel0: 5148    33    0    0    0     0          0         0     7260      41    0    0    0     0       0          0
            ginnel1:9 7 0 0 0 0 0 0 8 6 0 0 0 0 0 0
            """;

    @Test
    void packetsOfTheInterface_areFoundByItsName() {
        assertThat(DeviceCounts.read(TABLE, "ginnel0")).contains(new Passed(33, 41));
        assertThat(DeviceCounts.read(TABLE, "ginnel1")).contains(new Passed(7, 6));
        assertThat(DeviceCounts.read(TABLE, "ginnel")).isEmpty();
    }

    @Test
    void theKernelsOwnTable_isRead() {
        assertThat(DeviceCounts.of("lo")).isPresent();
        assertThat(DeviceCounts.of("no-such-device")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ginnel0:", "ginnel0: 1 2 3", "ginnel0: 1 x 0 0 0 0 0 0 1 1 0 0 0 0 0 0"})
    void whatIsNoTable_countsNothing(String table) {
        assertThat(DeviceCounts.read(table, "ginnel0")).isEmpty();
    }
}
