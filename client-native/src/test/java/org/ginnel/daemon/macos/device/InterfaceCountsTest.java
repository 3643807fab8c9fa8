// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.Optional;
import org.ginnel.daemon.port.TunnelDevice.Passed;
import org.junit.jupiter.api.Test;

/// A list as `getifaddrs(3)` of Darwin makes it.
class InterfaceCountsTest {
    private final Memory data = new Memory(96);
    private final Memory link = address(18);
    private final Memory inet = address(2);
    private final Memory name = text("utun226");
    private final Memory last = entry(name, link, Optional.of(data), Optional.empty());
    private final Memory middle = entry(name, inet, Optional.empty(), Optional.of(last));
    private final Memory first = entry(text("utun22"), link, Optional.of(data), Optional.of(middle));

    @Test
    void read_findsTheInterfaceItself_andCountsWithoutSign() {
        data.setInt(20, -1);
        data.setInt(28, 7);
        assertThat(InterfaceCounts.read(Optional.of(first), "utun226")).contains(new Passed(0xffff_ffffL, 7));
    }

    @Test
    void read_anotherInterface_isNotThere() {
        assertThat(InterfaceCounts.read(Optional.of(first), "utun227")).isEmpty();
        assertThat(InterfaceCounts.read(Optional.empty(), "utun226")).isEmpty();
    }

    private static Memory entry(Pointer name, Pointer address, Optional<Memory> data, Optional<Memory> next) {
        var entry = new Memory(56);
        entry.clear();
        next.ifPresent(other -> entry.setPointer(0, other));
        entry.setPointer(8, name);
        entry.setPointer(24, address);
        data.ifPresent(counted -> entry.setPointer(48, counted));
        return entry;
    }

    private static Memory address(int family) {
        var address = new Memory(16);
        address.clear();
        address.setByte(0, (byte) 16);
        address.setByte(1, (byte) family);
        return address;
    }

    private static Memory text(String text) {
        var memory = new Memory(text.length() + 1L);
        memory.setString(0, text);
        return memory;
    }
}
