// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.network;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.ginnel.daemon.windows.NativeBytes;
import org.ginnel.daemon.windows.WindowsCalls;
import org.ginnel.daemon.windows.jna.Iphlpapi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// IP Helper of the machine this runs on. Never run so far.
public final class NativeIpHelper implements IpHelper {
    private static final Logger LOG = LoggerFactory.getLogger(NativeIpHelper.class);
    private static final short BOTH = 0;
    private static final short AF_INET = 2;
    private static final short AF_INET6 = 23;

    /// `MibDeleteInstance`.
    private static final int DELETED = 2;

    /// `MIB_IPFORWARD_TABLE2`: rows begin here.
    private static final int ROWS = 8;

    private static byte[] blank(int size, Consumer<Pointer> initialize) {
        try (var memory = new Memory(size)) {
            memory.clear();
            initialize.accept(memory);
            return memory.getByteArray(0, size);
        }
    }

    private static int pass(byte[] row, ToIntFunction<Pointer> call) {
        try (var memory = NativeBytes.memory(row)) {
            return call.applyAsInt(memory);
        }
    }

    @Override
    public byte[] blankAddress() {
        return blank(IpRows.ADDRESS, Iphlpapi::InitializeUnicastIpAddressEntry);
    }

    @Override
    public int addAddress(byte[] row) {
        return pass(row, Iphlpapi::CreateUnicastIpAddressEntry);
    }

    @Override
    public int deleteAddress(byte[] row) {
        return pass(row, Iphlpapi::DeleteUnicastIpAddressEntry);
    }

    @Override
    public byte[] blankRoute() {
        return blank(RouteRow.SIZE, Iphlpapi::InitializeIpForwardEntry);
    }

    @Override
    public int addRoute(byte[] row) {
        return pass(row, Iphlpapi::CreateIpForwardEntry2);
    }

    @Override
    public int deleteRoute(byte[] row) {
        return pass(row, Iphlpapi::DeleteIpForwardEntry2);
    }

    @Override
    public Rows routes() {
        var table = new PointerByReference();
        var code = Iphlpapi.GetIpForwardTable2(BOTH, table);
        if (code != WindowsCalls.SUCCESS) {
            return new Rows.Refused(code);
        }
        try {
            List<byte[]> rows = new ArrayList<>();
            var count = table.getValue().getInt(0);
            for (var i = 0; i < count; i++) {
                rows.add(table.getValue().getByteArray(ROWS + (long) i * RouteRow.SIZE, RouteRow.SIZE));
            }
            return new Rows.Found(rows);
        } finally {
            Iphlpapi.FreeMibTable(table.getValue());
        }
    }

    @Override
    public Rows interfaceRow(long luid, boolean ipv4) {
        try (var memory = new Memory(IpRows.INTERFACE)) {
            memory.clear();
            Iphlpapi.InitializeIpInterfaceEntry(memory);
            memory.setShort(0, ipv4 ? AF_INET : AF_INET6);
            memory.setLong(IpRows.INTERFACE_LUID, luid);
            return one(Iphlpapi.GetIpInterfaceEntry(memory), memory);
        }
    }

    @Override
    public int setInterface(byte[] row) {
        return pass(row, Iphlpapi::SetIpInterfaceEntry);
    }

    @Override
    public Rows counts(long luid) {
        try (var memory = new Memory(IpRows.COUNTS)) {
            memory.clear();
            memory.setLong(0, luid);
            return one(Iphlpapi.GetIfEntry2(memory), memory);
        }
    }

    private static Rows one(int code, Memory memory) {
        return code == WindowsCalls.SUCCESS
                ? new Rows.Found(List.of(memory.getByteArray(0, Math.toIntExact(memory.size()))))
                : new Rows.Refused(code);
    }

    /// The action has a thread of its own: within the call, Windows would wait for itself to cancel.
    @Override
    public Watching watchRemoval(long luid, Runnable action) {
        Iphlpapi.RowChange callback = (_, row, type) -> {
            if (type == DELETED && row != null && row.getLong(IpRows.INTERFACE_LUID) == luid) {
                Thread.ofVirtual().name("ginnel-lost").start(action);
            }
        };
        return register("the loss of an interface", callback, Iphlpapi::NotifyIpInterfaceChange);
    }

    @Override
    public Watching watchNetwork(Consumer<NetworkChange> listener) {
        var watching = List.of(
                register(
                        "routes of others",
                        (_, row, _) -> listener.accept(change(
                                row,
                                of -> new NetworkChange.OfRoute(
                                        of.getLong(RouteRow.LUID), of.getByte(RouteRow.PREFIX) == 0))),
                        Iphlpapi::NotifyRouteChange2),
                register(
                        "addresses of others",
                        (_, row, _) -> listener.accept(
                                change(row, of -> new NetworkChange.OfAddress(of.getLong(IpRows.ADDRESS_LUID)))),
                        Iphlpapi::NotifyUnicastIpAddressChange),
                register(
                        "interfaces of others",
                        (_, row, _) -> listener.accept(
                                change(row, of -> new NetworkChange.OfInterface(of.getLong(IpRows.INTERFACE_LUID)))),
                        Iphlpapi::NotifyIpInterfaceChange));
        return () -> watching.forEach(Watching::close);
    }

    private static NetworkChange change(@Nullable Pointer row, Function<Pointer, NetworkChange> read) {
        return row == null ? new NetworkChange.Anything() : read.apply(row);
    }

    /// One of the functions that call us.
    private interface Notify {
        int ask(short family, Iphlpapi.RowChange callback, @Nullable Pointer context, byte now, PointerByReference to);
    }

    private static Watching register(String what, Iphlpapi.RowChange callback, Notify notify) {
        var handle = new PointerByReference();
        var code = notify.ask(BOTH, callback, null, (byte) 0, handle);
        if (code != WindowsCalls.SUCCESS) {
            LOG.error("{} will not be noticed: error {}", what, code);
        }
        return new Registration(callback, handle);
    }

    /// Holds on to the callback for as long as Windows may call it.
    private record Registration(Iphlpapi.RowChange callback, PointerByReference handle) implements Watching {
        @Override
        public void close() {
            if (handle.getValue() != null) {
                var _ = Iphlpapi.CancelMibChangeNotify2(handle.getValue());
            }
        }
    }
}
