// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.device;

import java.nio.ByteBuffer;
import java.util.UUID;

/// The calls of `wireguard.dll` (WireGuardNT) that we need, one to one. Codes are those of Windows; 0 is
/// success.
interface AdapterDriver {
    /// `WireGuardCreateAdapter`.
    Made create(String name, String tunnelType, UUID guid);

    /// What came of it.
    sealed interface Made {
        /// An adapter, down and without keys.
        record Done(Adapter adapter) implements Made {}

        /// Windows refused.
        record Refused(int code) implements Made {}

        /// The library is not on this machine.
        record Missing() implements Made {}
    }

    /// An adapter that was made.
    interface Adapter {
        /// `WireGuardGetAdapterLUID`.
        long luid();

        /// `WireGuardSetConfiguration`.
        ///
        /// @param config holds secrets; see [ConfigBytes]
        int configure(byte[] config);

        /// `WireGuardSetAdapterState`.
        int raise(boolean up);

        /// `WireGuardGetConfiguration`.
        Read configuration();

        /// `WireGuardCloseAdapter`: it is gone.
        void close();
    }

    /// What was read.
    sealed interface Read {
        /// With the adapter's private key in it.
        record Bytes(ByteBuffer config) implements Read {}

        /// Windows refused.
        record Refused(int code) implements Read {}
    }
}
