// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// An internet that never was: servers in real cities, ways with detours, and a client somewhere among them. Routes
/// change, links fill up, packets are lost, servers die and come back, their load goes up and down. The same random
/// numbers always give the same one.
final class VirtualInternet {
    /// Latitude and longitude of cities where such servers stand.
    private static final double[][] CITIES = {
        {40.71, -74.01},
        {34.05, -118.24},
        {41.88, -87.63},
        {32.78, -96.80},
        {25.76, -80.19},
        {47.61, -122.33},
        {37.34, -121.89},
        {39.74, -104.99},
        {33.75, -84.39},
        {38.91, -77.04},
        {43.65, -79.38},
        {45.50, -73.57},
        {49.28, -123.12},
        {19.43, -99.13},
        {4.71, -74.07},
        {-12.05, -77.04},
        {-33.45, -70.67},
        {-34.60, -58.38},
        {-23.55, -46.63},
        {-3.73, -38.52},
        {51.51, -0.13},
        {53.48, -2.24},
        {55.95, -3.19},
        {53.35, -6.26},
        {48.86, 2.35},
        {43.30, 5.37},
        {44.84, -0.58},
        {50.85, 4.35},
        {52.37, 4.90},
        {50.11, 8.68},
        {52.52, 13.41},
        {51.23, 6.78},
        {48.14, 11.58},
        {47.38, 8.54},
        {46.20, 6.14},
        {45.46, 9.19},
        {41.90, 12.50},
        {38.12, 13.36},
        {40.42, -3.70},
        {41.39, 2.17},
        {39.47, -0.38},
        {38.72, -9.14},
        {55.68, 12.57},
        {59.33, 18.07},
        {57.71, 11.97},
        {55.60, 13.00},
        {59.91, 10.75},
        {58.97, 5.73},
        {60.17, 24.94},
        {59.44, 24.75},
        {56.95, 24.11},
        {52.23, 21.01},
        {50.08, 14.44},
        {48.21, 16.37},
        {48.15, 17.11},
        {47.50, 19.04},
        {45.81, 15.98},
        {44.79, 20.45},
        {44.43, 26.10},
        {42.70, 23.32},
        {37.98, 23.73},
        {50.45, 30.52},
        {41.01, 28.98},
        {32.09, 34.78},
        {25.20, 55.27},
        {30.04, 31.24},
        {6.52, 3.38},
        {-1.29, 36.82},
        {-26.20, 28.05},
        {-33.92, 18.42},
        {19.08, 72.88},
        {12.97, 77.59},
        {13.75, 100.50},
        {3.14, 101.69},
        {1.35, 103.82},
        {-6.21, 106.85},
        {14.60, 120.98},
        {22.32, 114.17},
        {25.03, 121.57},
        {35.68, 139.65},
        {34.69, 135.50},
        {37.57, 126.98},
        {-31.95, 115.86},
        {-37.81, 144.96},
        {-33.87, 151.21},
        {-27.47, 153.03},
        {-36.85, 174.76},
        {21.31, -157.86},
        {64.15, -21.94},
        {43.24, 76.89}
    };
    private static final double DEATHS_A_DAY = 0.5;
    private static final Duration DEATH = Duration.ofHours(1);
    private static final double MS_PER_KM = 0.01;

    private final RandomGenerator random;
    private Spot here;
    private double access;
    private final List<City> cities = new ArrayList<>();
    private final List<Host> hosts = new ArrayList<>();
    private final double jitter;
    private Instant now;

    /// The way to a city.
    private static final class City {
        final double latitude;
        final double longitude;
        double detour;
        /// Milliseconds that a full link adds, until when.
        double congestion;

        City(double[] where) {
            latitude = where[0];
            longitude = where[1];
        }
    }

    /// A server as it is.
    private static final class Host {
        final City city;
        final String id;
        final double extra;
        final double loss;
        double load;
        Instant deadUntil = Instant.MIN;

        Host(City city, String id, double extra, double loss, double load) {
            this.city = city;
            this.id = id;
            this.extra = extra;
            this.loss = loss;
            this.load = load;
        }
    }

    /// @param servers how many; they crowd in some cities
    /// @param jitter how far a round trip is off, as a part of it; 0 for a quiet internet without loss and death
    VirtualInternet(int servers, double jitter, Instant start, RandomGenerator random) {
        this.random = random;
        this.jitter = jitter;
        this.now = start;
        this.access = access();
        this.here = somewhere();
        for (var where : CITIES) {
            var city = new City(where);
            reroute(city);
            cities.add(city);
        }
        for (var i = 0; i < servers; i++) {
            var popular = (int) (cities.size() * Math.pow(random.nextDouble(), 1.5));
            var city = cities.get(37 * popular % cities.size());
            var lossy = random.nextDouble() < 0.05 ? 0.05 + random.nextDouble() * 0.15 : random.nextDouble() * 0.01;
            hosts.add(new Host(
                    city, "s-" + i, random.nextDouble() * 2, jitter > 0 ? lossy : 0, random.nextDouble() * 0.8));
        }
    }

    private double access() {
        return 2 + random.nextExponential() * 6;
    }

    private Spot somewhere() {
        var near = CITIES[random.nextInt(CITIES.length)];
        return Spot.of(Math.clamp(near[0] + random.nextGaussian() * 3, -90, 90), near[1] + random.nextGaussian() * 3);
    }

    /// Puts the client somewhere else.
    void travel() {
        access = access();
        here = somewhere();
        cities.forEach(this::reroute);
    }

    Instant now() {
        return now;
    }

    /// Lets time pass, and what happens in it happen.
    void pass(Duration time) {
        now = now.plus(time);
        var hours = time.toMillis() / 3_600_000.0;
        for (var city : cities) {
            if (jitter > 0 && random.nextDouble() < hours / 6) {
                reroute(city);
            }
            if (jitter > 0 && random.nextDouble() < hours) {
                city.congestion = random.nextDouble() < 0.3 ? random.nextExponential() * 10 : 0;
            }
        }
        for (var host : hosts) {
            host.load = Math.clamp(host.load + random.nextGaussian() * 0.15 * Math.sqrt(hours), 0, 1);
            if (jitter > 0 && random.nextDouble() < DEATHS_A_DAY * hours / 24) {
                host.deadUntil = now.plus(DEATH);
            }
        }
    }

    /// What the operator lists.
    List<Server> servers() {
        return hosts.stream().map(VirtualInternet::server).toList();
    }

    /// What a probe brings back; empty when nothing comes.
    Optional<Duration> probe(String id) {
        var host = host(id);
        if (host.deadUntil.isAfter(now) || random.nextDouble() < host.loss) {
            return Optional.empty();
        }
        var spike = random.nextDouble() < 0.02 ? random.nextDouble() * 2 : 0;
        var millis = roundTrip(host) * (1 + jitter * (random.nextExponential() + spike / 0.03)) + jitter;
        return Optional.of(Duration.ofNanos((long) (millis * 1e6)));
    }

    /// What the server really costs, in milliseconds; infinite when it is dead.
    double cost(String id) {
        var host = host(id);
        if (host.deadUntil.isAfter(now)) {
            return Double.POSITIVE_INFINITY;
        }
        var roundTrip = Duration.ofNanos((long) (roundTrip(host) * 1e6));
        return Cost.of(server(host), roundTrip, host.loss).nanos() / 1e6;
    }

    /// The best of all, for one who knows everything.
    String best() {
        return hosts.stream()
                .map(host -> host.id)
                .min(Comparator.comparingDouble(this::cost))
                .orElseThrow();
    }

    private double roundTrip(Host host) {
        return access
                + host.extra
                + host.city.congestion
                + here.kilometresTo(Spot.of(host.city.latitude, host.city.longitude)) * MS_PER_KM * host.city.detour;
    }

    private void reroute(City city) {
        city.detour = Math.max(1.05, 1.5 * Math.exp(random.nextGaussian() * 0.2));
    }

    private Host host(String id) {
        return hosts.get(Integer.parseInt(id.substring(2)));
    }

    private static Server server(Host host) {
        return new Server(
                host.id,
                host.id,
                "192.0.2.1",
                51820,
                "r",
                "c",
                "pro",
                host.city.latitude,
                host.city.longitude,
                Optional.empty(),
                Optional.of(host.load));
    }
}
