// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;

/// Clients in virtual internets of [#SERVERS] servers each, and how far from the best their choices are.
final class ChoiceSimulation {
    static final int SERVERS = 500;

    private static final Instant START = Instant.parse("2026-11-29T00:00:00Z");
    /// How long after the last one the next choice is made.
    private static final Duration STEP = Duration.ofMinutes(6);

    private static final Duration JOURNEY = Duration.ofHours(2);

    private final DoubleStream.Builder regrets = DoubleStream.builder();
    private final DoubleStream.Builder millis = DoubleStream.builder();
    private final DoubleStream.Builder probes = DoubleStream.builder();
    private int dead;
    private int switches;
    private int oraclesSwitches;
    private Duration lived = Duration.ZERO;

    /// What came of many choices, each list sorted.
    ///
    /// @param regrets how much more than the best each cost that led to a living server, as a part of the best
    /// @param millis how long each took
    /// @param probes how many each took
    /// @param dead how many led to a dead server
    /// @param switchesPerHour how often a client's choice was another than the one before
    /// @param oraclesSwitchesPerHour how often the best was
    record Figures(
            List<Double> regrets,
            List<Double> millis,
            List<Double> probes,
            int dead,
            double switchesPerHour,
            double oraclesSwitchesPerHour) {
        double regret(double part) {
            return at(regrets, part);
        }

        double mostProbes() {
            return at(probes, 1);
        }

        /// Which part of all choices was within `bound` of the best.
        double within(double bound) {
            return regrets.stream().filter(regret -> regret <= bound).count() / (double) (regrets.size() + dead);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d choices | regret %.1f %% / %.1f %% / %.1f %% | within 10 %%: %.1f %% | dead: %d"
                            + " | probes %.0f / %.0f / %.0f | ms %.0f / %.0f / %.0f | switches an hour %.2f (oracle %.2f)",
                    probes.size(),
                    100 * regret(0.5),
                    100 * regret(0.95),
                    100 * regret(1),
                    100 * within(0.1),
                    dead,
                    at(probes, 0.5),
                    at(probes, 0.95),
                    mostProbes(),
                    at(millis, 0.5),
                    at(millis, 0.95),
                    at(millis, 1),
                    switchesPerHour,
                    oraclesSwitchesPerHour);
        }

        private static double at(List<Double> sorted, double part) {
            return sorted.get((int) Math.round(part * (sorted.size() - 1)));
        }
    }

    /// Clients that know nothing yet, each in a quiet internet of its own.
    static Figures strangers(int clients, long seed) {
        var simulation = new ChoiceSimulation();
        for (var i = 0; i < clients; i++) {
            var random = new Random(seed + i);
            simulation.live(new VirtualInternet(SERVERS, 0, START, random), random, 1);
        }
        return simulation.figures();
    }

    /// Clients that choose ten times an hour while everything changes.
    static Figures residents(int clients, Duration time, long seed) {
        var simulation = new ChoiceSimulation();
        for (var i = 0; i < clients; i++) {
            var random = new Random(seed + i);
            simulation.live(new VirtualInternet(SERVERS, 0.03, START, random), random, (int) time.dividedBy(STEP));
        }
        return simulation.figures();
    }

    /// Clients that measured everything at home and are somewhere else then.
    static Figures travellers(int clients, long seed) {
        var simulation = new ChoiceSimulation();
        for (var i = 0; i < clients; i++) {
            var random = new Random(seed + i);
            var internet = new VirtualInternet(SERVERS, 0, START, random);
            var client = new VirtualClient(internet, random);
            client.measureAll();
            client.choose();
            internet.travel();
            internet.pass(JOURNEY);
            simulation.choose(internet, client);
        }
        return simulation.figures();
    }

    private void live(VirtualInternet internet, Random random, int choices) {
        var client = new VirtualClient(internet, random);
        var last = "";
        var lastBest = "";
        for (var i = 0; i < choices; i++) {
            internet.pass(STEP);
            lived = lived.plus(STEP);
            var chosen = choose(internet, client);
            var best = internet.best();
            switches += i > 0 && !chosen.equals(last) ? 1 : 0;
            oraclesSwitches += i > 0 && !best.equals(lastBest) ? 1 : 0;
            last = chosen;
            lastBest = best;
        }
    }

    private String choose(VirtualInternet internet, VirtualClient client) {
        var chosen = client.choose();
        var cost = internet.cost(chosen);
        if (Double.isInfinite(cost)) {
            dead++;
        } else {
            regrets.add(cost / internet.cost(internet.best()) - 1);
        }
        probes.add(client.probes());
        millis.add(client.taken().toNanos() / 1e6);
        return chosen;
    }

    private Figures figures() {
        var hours = Math.max(1, lived.toMinutes()) / 60.0;
        return new Figures(
                regrets.build().sorted().boxed().toList(),
                millis.build().sorted().boxed().toList(),
                probes.build().sorted().boxed().toList(),
                dead,
                switches / hours,
                oraclesSwitches / hours);
    }
}
