// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ginnel.control.Reply;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Server;

/// Server lists for tests: the 15 reference servers of the wire contract, and as many more as a test wants.
public final class Servers {
    /// The moment every fixture speaks of.
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static final int SLOWEST_FIRST_MILLIS = 260;

    /// The reference set, in the order of the wire contract: three basic servers, then twelve for `pro`.
    public static final List<Server> REFERENCE = List.of(
            server("us-east-1", "New York", "nyc", "us-east", "USA", "basic", 40.7128, -74.0060),
            server("us-west-1", "Los Angeles", "la", "us-west", "USA", "basic", 34.0522, -118.2437),
            server("eu-west-1", "London", "london", "eu-west", "UK", "basic", 51.5074, -0.1278),
            server("eu-central-1", "Frankfurt", "frankfurt", "eu-central", "Germany", "pro", 50.1109, 8.6821),
            server("ap-southeast-1", "Singapore", "singapore", "ap-southeast", "Singapore", "pro", 1.3521, 103.8198),
            server("ap-northeast-1", "Tokyo", "tokyo", "ap-northeast", "Japan", "pro", 35.6762, 139.6503),
            server("ap-south-1", "Mumbai", "mumbai", "ap-south", "India", "pro", 19.0760, 72.8777),
            server("sa-east-1", "S\u00e3o Paulo", "saopaulo", "sa-east", "Brazil", "pro", -23.5505, -46.6333),
            server("ca-central-1", "Toronto", "toronto", "ca-central", "Canada", "pro", 43.6532, -79.3832),
            server("eu-north-1", "Stockholm", "stockholm", "eu-north", "Sweden", "pro", 59.3293, 18.0686),
            server("ap-southeast-2", "Sydney", "sydney", "ap-southeast", "Australia", "pro", -33.8688, 151.2093),
            server("me-south-1", "Dubai", "dubai", "me-south", "UAE", "pro", 25.2048, 55.2708),
            server("af-south-1", "Cape Town", "capetown", "af-south", "South Africa", "pro", -33.9249, 18.4241),
            server("eu-south-1", "Milan", "milan", "eu-south", "Italy", "pro", 45.4642, 9.1900),
            server("ap-east-1", "Hong Kong", "hongkong", "ap-east", "Hong Kong", "pro", 22.3193, 114.1694));

    /// Round trips as seen from somewhere near Frankfurt, in the order of [#REFERENCE]; 0 stands for silence.
    private static final List<Integer> ROUND_TRIP_MILLIS =
            List.of(88, 151, 17, 9, 163, 231, 122, 204, 97, 28, 0, 116, 158, 14, 189);

    private Servers() {}

    /// The three servers that the tier `basic` sees.
    public static List<Server> basic() {
        return REFERENCE.stream().filter(s -> s.tier().equals("basic")).toList();
    }

    /// What a daemon that knows these answers: the nearest is the fastest, as none tells load or weight.
    public static Reply.Servers answer(List<MeasuredServer> servers, long serversRevision) {
        return new Reply.Servers(
                servers, serversRevision, Ranking.nearest(servers).map(Server::id));
    }

    /// A server of the user's own.
    public static Server own(String name) {
        return new Server(
                "own-" + Integer.toHexString(name.hashCode()),
                name,
                "192.0.2.77",
                51820,
                Server.OWN,
                "",
                Server.OWN,
                0,
                0,
                Optional.empty(),
                Optional.empty());
    }

    /// `count` made-up servers, each id and name distinct.
    public static List<Server> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> server(
                        "x-%04d".formatted(i),
                        "City %04d".formatted(i),
                        "x%04d".formatted(i),
                        "x-region-" + i % 20,
                        "Country " + i % 50,
                        i % 5 == 0 ? "basic" : "pro",
                        (i * 7) % 180 - 90.0,
                        (i * 13) % 360 - 180.0))
                .toList();
    }

    /// What measuring this server finds. The same every time; Frankfurt is the fastest of the reference set at 9 ms,
    /// and Sydney stays silent.
    public static Measurement measurementOf(Server server) {
        var index = REFERENCE.indexOf(server);
        var millis = index >= 0
                ? ROUND_TRIP_MILLIS.get(index)
                : SLOWEST_FIRST_MILLIS - Math.floorMod(server.id().hashCode(), 250);
        return millis == 0 ? new Measurement.Silent(NOON) : new Measurement.Answered(Duration.ofMillis(millis), NOON);
    }

    /// The servers, none of them measured.
    public static List<MeasuredServer> unmeasured(List<Server> servers) {
        return servers.stream()
                .map(s -> new MeasuredServer(s, Optional.empty()))
                .toList();
    }

    /// The servers with what measuring finds.
    public static List<MeasuredServer> measured(List<Server> servers) {
        return servers.stream()
                .map(s -> new MeasuredServer(s, Optional.of(measurementOf(s))))
                .toList();
    }

    /// The reference server of that id.
    public static Server byId(String id) {
        return REFERENCE.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    private static Server server(
            String id,
            String name,
            String host,
            String region,
            String country,
            String tier,
            double latitude,
            double longitude) {
        return new Server(
                id,
                name,
                host + ".vpn.example.com",
                51820,
                region,
                country,
                tier,
                latitude,
                longitude,
                Optional.empty(),
                Optional.empty());
    }
}
