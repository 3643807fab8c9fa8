// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.IpNetwork;

/// IP Helper as its documentation describes it, as far as we call it, on a machine with Wi-Fi.
public final class IpHelperModel implements IpHelper {
    public static final long WIFI = 0x0047_0000_0000_0001L;

    private static final int REFUSED = 5;

    public final List<RouteRow> routes = new ArrayList<>();
    public final List<byte[]> addresses = new ArrayList<>();
    public final List<byte[]> interfaces = new ArrayList<>();
    public final Map<String, Integer> failures = new HashMap<>();
    private final Map<Long, Runnable> watched = new HashMap<>();
    private final List<Consumer<NetworkChange>> networkListeners = new ArrayList<>();

    public IpHelperModel() {
        move("192.168.1.1");
        routes.add(new RouteRow(network("192.168.1.0/24"), WIFI, Optional.empty(), 256, 2));
    }

    /// The line to the world is another one.
    public void move(String gateway) {
        routes.removeIf(row -> row.network().isDefault() && row.luid() == WIFI);
        routes.add(new RouteRow(network("0.0.0.0/0"), WIFI, IpLiteral.parse(gateway), 25, RouteRow.BY_PROGRAM));
    }

    /// An interface goes, and all that is its.
    public void vanish(long luid) {
        routes.removeIf(row -> row.luid() == luid);
        Optional.ofNullable(watched.remove(luid)).ifPresent(Runnable::run);
    }

    public static IpNetwork network(String text) {
        return IpNetwork.parse(text).orElseThrow();
    }

    private int code(String call) {
        return failures.getOrDefault(call, 0);
    }

    @Override
    public byte[] blankAddress() {
        return new byte[IpRows.ADDRESS];
    }

    @Override
    public int addAddress(byte[] row) {
        if (code("addAddress") == 0) {
            addresses.add(row);
        }
        return code("addAddress");
    }

    @Override
    public int deleteAddress(byte[] row) {
        return addresses.remove(row) ? 0 : NOT_FOUND;
    }

    @Override
    public byte[] blankRoute() {
        return new byte[RouteRow.SIZE];
    }

    @Override
    public int addRoute(byte[] row) {
        var route = RouteRow.read(row).orElseThrow();
        if (code("addRoute") != 0) {
            return code("addRoute");
        }
        return routes.stream().anyMatch(other -> isSame(other, route)) ? EXISTS : (routes.add(route) ? 0 : REFUSED);
    }

    @Override
    public int deleteRoute(byte[] row) {
        var route = RouteRow.read(row).orElseThrow();
        if (code("deleteRoute") != 0) {
            return code("deleteRoute");
        }
        return routes.removeIf(other -> isSame(other, route)) ? 0 : NOT_FOUND;
    }

    /// A row is found by destination, interface and next hop.
    private static boolean isSame(RouteRow one, RouteRow other) {
        return one.network().equals(other.network())
                && one.luid() == other.luid()
                && one.nextHop().equals(other.nextHop());
    }

    @Override
    public Rows routes() {
        return code("routes") == 0
                ? new Rows.Found(
                        routes.stream().map(row -> row.bytes(blankRoute())).toList())
                : new Rows.Refused(code("routes"));
    }

    @Override
    public Rows interfaceRow(long luid, boolean ipv4) {
        var row = ByteBuffer.allocate(IpRows.INTERFACE).order(ByteOrder.LITTLE_ENDIAN);
        row.putShort(0, (short) (ipv4 ? 2 : 23)).putLong(IpRows.INTERFACE_LUID, luid);
        row.put(IpRows.INTERFACE_AUTOMATIC, (byte) 1).putInt(IpRows.INTERFACE_SITE_PREFIX, 64);
        return new Rows.Found(List.of(row.array()));
    }

    @Override
    public int setInterface(byte[] row) {
        interfaces.add(row);
        return code("setInterface");
    }

    @Override
    public Rows counts(long luid) {
        var row = ByteBuffer.allocate(IpRows.COUNTS).order(ByteOrder.LITTLE_ENDIAN);
        row.putLong(IpRows.COUNTS_IN, 11).putLong(IpRows.COUNTS_OUT, 12);
        return new Rows.Found(List.of(row.array()));
    }

    @Override
    public Watching watchRemoval(long luid, Runnable action) {
        watched.put(luid, action);
        return () -> watched.remove(luid);
    }

    @Override
    public Watching watchNetwork(Consumer<NetworkChange> listener) {
        networkListeners.add(listener);
        return () -> networkListeners.remove(listener);
    }

    /// Tells who watches of what somebody else has changed.
    public void changed(NetworkChange change) {
        List.copyOf(networkListeners).forEach(listener -> listener.accept(change));
    }
}
