// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.network;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.process.Refusals;
import org.ginnel.daemon.windows.WindowsCalls;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;

/// The endpoints' own routes, of all lanes: two may have the same endpoint, as while a key is changed, and
/// then one route. They are noted, as Windows keeps a route until it restarts: what a killed daemon left is
/// taken away by the next one. Any thread.
public final class EndpointRoutes {
    private final IpHelper helper;
    private final Path note;
    private final Map<Lane, RouteRow> ways = new EnumMap<>(Lane.class);

    /// What is noted and no lane's any more.
    private final Set<RouteRow> left = new HashSet<>();

    private boolean read;

    /// @param note in a directory that exists
    public EndpointRoutes(IpHelper helper, Path note) {
        this.helper = helper;
        this.note = note;
    }

    /// Leads the lane's endpoint past the tunnels by the present default, and takes away what led it before.
    /// Touches nothing when it is led so already, and no route that somebody else has made.
    ///
    /// @param tunnels interfaces of ours
    public synchronized Optional<ErrorCause> lead(Lane lane, InetAddress endpoint, Set<Long> tunnels) {
        return switch (helper.routes()) {
            case IpHelper.Rows.Refused(var code) -> WindowsCalls.refusal(Part.ROUTES, "GetIpForwardTable2", code);
            case IpHelper.Rows.Found(var rows) ->
                known().or(() -> lead(
                        lane,
                        endpoint,
                        rows.stream()
                                .map(RouteRow::read)
                                .flatMap(Optional::stream)
                                .toList(),
                        tunnels));
        };
    }

    private Optional<ErrorCause> lead(Lane lane, InetAddress endpoint, List<RouteRow> present, Set<Long> tunnels) {
        var way = EndpointRoute.of(endpoint, present, tunnels).filter(row -> !present.contains(row) || isOurs(row));
        Optional.ofNullable(ways.remove(lane)).ifPresent(left::add);
        way.ifPresent(row -> ways.put(lane, row));
        return noted().or(() -> way.filter(row -> !present.contains(row)).flatMap(this::add))
                .or(this::clear);
    }

    private boolean isOurs(RouteRow row) {
        return left.contains(row) || ways.containsValue(row);
    }

    /// Takes the lane's route away, where no other lane goes by it. That there was none any more is no refusal.
    public synchronized Optional<ErrorCause> forget(Lane lane) {
        return known().or(() -> {
            Optional.ofNullable(ways.remove(lane)).ifPresent(left::add);
            return clear();
        });
    }

    private Optional<ErrorCause> add(RouteRow row) {
        return WindowsCalls.refusal(
                Part.ROUTES, "CreateIpForwardEntry2", helper.addRoute(row.bytes(helper.blankRoute())), IpHelper.EXISTS);
    }

    /// What could not be taken away stays in mind.
    private Optional<ErrorCause> clear() {
        left.removeAll(ways.values());
        List<ErrorCause> refused = new ArrayList<>();
        left.removeIf(row -> {
            var why = WindowsCalls.refusal(
                    Part.ROUTES,
                    "DeleteIpForwardEntry2",
                    helper.deleteRoute(row.bytes(helper.blankRoute())),
                    IpHelper.NOT_FOUND,
                    IpHelper.NO_INTERFACE);
            why.ifPresent(refused::add);
            return why.isEmpty();
        });
        return refused.stream().findFirst().or(this::noted);
    }

    /// Reads what an earlier process has noted, once. A row that was cut off is none.
    private Optional<ErrorCause> known() {
        if (read) {
            return Optional.empty();
        }
        try {
            if (Files.exists(note)) {
                var bytes = ByteBuffer.wrap(Files.readAllBytes(note));
                while (bytes.remaining() >= RouteRow.SIZE) {
                    var row = new byte[RouteRow.SIZE];
                    bytes.get(row);
                    RouteRow.read(row).ifPresent(left::add);
                }
            }
            read = true;
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Refusals.of(Part.STORE, "read " + note.getFileName(), e.toString()));
        }
    }

    private Optional<ErrorCause> noted() {
        var rows =
                Stream.concat(ways.values().stream(), left.stream()).distinct().toList();
        var bytes = ByteBuffer.allocate(rows.size() * RouteRow.SIZE);
        rows.forEach(row -> bytes.put(row.bytes(new byte[RouteRow.SIZE])));
        try {
            if (rows.isEmpty()) {
                Files.deleteIfExists(note);
            } else {
                Files.write(note, bytes.array());
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Refusals.of(Part.STORE, "write " + note.getFileName(), e.toString()));
        }
    }
}
