// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.device;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.Optional;
import org.ginnel.daemon.port.TunnelDevice.Passed;

/// The packets that the kernel counted on an interface, by `getifaddrs(3)` of Darwin: 64 bits, `struct
/// ifaddrs` of `ifaddrs.h` and `struct if_data` of `net/if_var.h`.
final class InterfaceCounts {
    /// `AF_LINK`: the entry of an interface itself.
    private static final byte LINK = 18;

    private static final int NAME = 8;
    private static final int ADDRESS = 24;
    private static final int DATA = 48;

    /// `sa_family`, behind `sa_len`.
    private static final int FAMILY = 1;

    private static final int PACKETS_IN = 20;
    private static final int PACKETS_OUT = 28;
    private static final long UNSIGNED = 0xffff_ffffL;

    private InterfaceCounts() {}

    /// Empty when there is no such interface.
    static Optional<Passed> of(String name) {
        var first = new PointerByReference();
        if (LibC.getifaddrs(first) != 0) {
            return Optional.empty();
        }
        try {
            return read(Optional.ofNullable(first.getValue()), name);
        } finally {
            LibC.freeifaddrs(first.getValue());
        }
    }

    /// Finds the interface in the list.
    static Optional<Passed> read(Optional<Pointer> first, String name) {
        var entry = first;
        while (entry.isPresent()) {
            var here = entry.get();
            var address = Optional.ofNullable(here.getPointer(ADDRESS));
            var data = Optional.ofNullable(here.getPointer(DATA));
            if (address.filter(of -> of.getByte(FAMILY) == LINK).isPresent()
                    && data.isPresent()
                    && here.getPointer(NAME).getString(0).equals(name)) {
                return data.map(counted ->
                        new Passed(counted.getInt(PACKETS_IN) & UNSIGNED, counted.getInt(PACKETS_OUT) & UNSIGNED));
            }
            entry = Optional.ofNullable(here.getPointer(0));
        }
        return Optional.empty();
    }

    /// Loaded with the first count.
    private static final class LibC {
        static {
            Native.register(LibC.class, "c");
        }

        static native int getifaddrs(PointerByReference first);

        static native void freeifaddrs(Pointer first);
    }
}
