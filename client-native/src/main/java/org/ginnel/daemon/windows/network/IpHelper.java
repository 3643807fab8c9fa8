// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.network;

import java.util.List;
import java.util.function.Consumer;

/// The calls of `iphlpapi.dll` that we need, one to one, with rows as the bytes that they are. Each returns
/// a code of Windows, where 0 is success.
public interface IpHelper {
    /// `ERROR_NOT_FOUND`.
    int NOT_FOUND = 1168;

    /// `ERROR_FILE_NOT_FOUND`, of an interface that is gone.
    int NO_INTERFACE = 2;

    /// `ERROR_OBJECT_ALREADY_EXISTS`.
    int EXISTS = 5010;

    /// A row that `InitializeUnicastIpAddressEntry` made.
    byte[] blankAddress();

    /// `CreateUnicastIpAddressEntry`.
    int addAddress(byte[] row);

    /// `DeleteUnicastIpAddressEntry`.
    int deleteAddress(byte[] row);

    /// A row that `InitializeIpForwardEntry` made.
    byte[] blankRoute();

    /// `CreateIpForwardEntry2`.
    int addRoute(byte[] row);

    /// `DeleteIpForwardEntry2`.
    int deleteRoute(byte[] row);

    /// `GetIpForwardTable2` of both families.
    Rows routes();

    /// `GetIpInterfaceEntry`: one row.
    Rows interfaceRow(long luid, boolean ipv4);

    /// `SetIpInterfaceEntry`.
    int setInterface(byte[] row);

    /// `GetIfEntry2`: one row.
    Rows counts(long luid);

    /// `NotifyIpInterfaceChange`: calls `action`, from any thread, when the interface goes away.
    Watching watchRemoval(long luid, Runnable action);

    /// `NotifyRouteChange2`, `NotifyUnicastIpAddressChange` and `NotifyIpInterfaceChange`: calls `listener`, from any
    /// thread, for each row that somebody makes, changes or takes away.
    Watching watchNetwork(Consumer<NetworkChange> listener);

    /// What was asked for.
    sealed interface Rows {
        /// Whole rows.
        record Found(List<byte[]> rows) implements Rows {}

        /// It could not be read.
        record Refused(int code) implements Rows {}
    }

    /// Somebody who waits for it.
    interface Watching extends AutoCloseable {
        /// Waits no longer.
        @Override
        void close();
    }
}
