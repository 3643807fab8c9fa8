// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProbePlanTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    /// What a server answers; empty when it stays silent.
    private interface World extends Function<Server, Optional<Duration>> {}

    /// Lists such as operators, or who took their place, may send.
    static Stream<List<KnownServer>> lists() {
        var random = new Random(1);
        return Stream.of(
                        many(0, _ -> placed(0, 0)),
                        many(1, _ -> placed(51.5, -0.1)),
                        many(22, i -> placed(i, i)),
                        many(23, i -> placed(i, i)),
                        many(500, _ -> placed(51.5, -0.1)),
                        many(500, _ -> placed(0, 0)),
                        many(500, i -> placed(i % 2 == 0 ? 90 : -90, i % 360 - 180)),
                        many(500, i -> placed(0, i % 2 == 0 ? 180 : -180)),
                        many(5_000, _ -> placed(random.nextDouble(-90, 90), random.nextDouble(-180, 180))))
                .flatMap(servers -> Stream.of(servers, remembered(servers, random)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void whateverIsListed_andWhoeverAnswers_theBoundsHold(List<KnownServer> known) {
        for (var seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var answering = random.nextInt(3) / 2.0;
            World world = _ -> random.nextDouble() < answering
                    ? Optional.of(Duration.ofNanos(1 + random.nextInt(400_000_000)))
                    : Optional.empty();

            var rounds = run(new ProbePlan(known, NOON, random), world);

            assertThat(rounds).hasSizeLessThanOrEqualTo(ProbePlan.MOST_ROUNDS);
            assertThat(rounds.stream().mapToInt(round -> round.servers().size()).sum())
                    .isBetween(Math.min(1, known.size()), ProbePlan.MOST_PROBES);
            for (var round : rounds) {
                assertThat(new HashSet<>(round.servers())).hasSameSizeAs(round.servers());
                assertThat(known).map(KnownServer::server).containsAll(round.servers());
                assertThat(round.longest()).isBetween(Duration.ofMillis(20), Duration.ofSeconds(1));
            }
        }
    }

    @Test
    void fewServers_areAllAskedAtOnce() {
        for (var count = 1; count <= 22; count++) {
            var plan = plan(many(count, i -> placed(i, i)), 7);

            assertThat(plan.next().orElseThrow().servers()).hasSize(count);
        }
    }

    @Test
    void whenNobodyAnswers_othersAreTried_onceMore() {
        var rounds = run(plan(many(500, i -> placed(i % 80, i % 170)), 7), _ -> Optional.empty());

        assertThat(rounds).hasSize(2);
        assertThat(rounds.get(1).servers())
                .doesNotContainAnyElementsOf(rounds.get(0).servers());
    }

    @Test
    void oneThatStandsAlone_isNotAskedAgain_equalsAre() {
        var three = many(3, i -> placed(i, i));

        assertThat(run(plan(three, 7), byId(10, 50, 90))).hasSize(1);
        assertThat(run(plan(three, 7), byId(10, 11, 90)))
                .satisfiesExactly(
                        first -> assertThat(first.servers()).hasSize(3),
                        again -> assertThat(again.servers())
                                .extracting(Server::id)
                                .containsExactlyInAnyOrder("s-0", "s-1"));
    }

    @Test
    void theBestOfBefore_isAskedAgain_whenItShouldHaveAnswered() {
        var known = List.of(answered(0, 10), answered(1, 12), answered(2, 90));
        var plan = plan(known, 7);
        var rounds = run(
                plan,
                server -> server.id().equals("s-0")
                        ? Optional.empty()
                        : byId(0, 12, 90).apply(server));

        assertThat(rounds).hasSize(2);
        assertThat(rounds.get(1).servers()).extracting(Server::id).containsExactlyInAnyOrder("s-0", "s-1");
        assertThat(plan.overdue()).extracting(Server::id).containsExactly("s-0");
    }

    @Test
    void whatWasNearBefore_isAskedFirst() {
        var known = new ArrayList<>(many(500, i -> placed(i % 80, i % 170)));
        var near = Estimate.of(new Measurement.Answered(Duration.ofMillis(9), NOON));
        known.set(321, new KnownServer(known.get(321).server(), Optional.of(near)));

        assertThat(plan(known, 7).next().orElseThrow().servers())
                .extracting(Server::id)
                .contains("s-321");
    }

    @Test
    void othersFiguresThanBefore_meanAnotherPlace() {
        var known = IntStream.range(0, 5).mapToObj(i -> answered(i, 10 + i)).toList();

        assertThat(moved(known, 1.2)).isFalse();
        assertThat(moved(known, 3)).isTrue();
        assertThat(moved(known, 0.3)).isTrue();
        var offline = plan(known, 7);
        run(offline, _ -> Optional.empty());
        assertThat(offline.moved()).isFalse();
    }

    @Test
    void serversOfTheUsersOwn_areAskedToo_thoughNobodyKnowsWhereTheyAre() {
        var known = new ArrayList<>(many(500, i -> placed(1 + i % 80, i % 170)));
        known.set(0, new KnownServer(server("s-0", placed(0, 0)), Optional.empty()));

        assertThat(plan(known, 7).next().orElseThrow().servers())
                .extracting(Server::id)
                .contains("s-0");
    }

    @Test
    void twoClients_doNotAskTheSameServers() {
        var known = many(500, i -> placed(i % 80, i % 170));

        assertThat(plan(known, 1).next().orElseThrow().servers())
                .isNotEqualTo(plan(known, 2).next().orElseThrow().servers());
    }

    private static boolean moved(List<KnownServer> known, double factor) {
        var plan = plan(known, 7);
        run(plan, server -> Optional.of(Duration.ofNanos((long) (factor * 1e6 * (10 + number(server))))));
        return plan.moved();
    }

    private static List<ProbeRound> run(ProbePlan plan, World world) {
        var rounds = new ArrayList<ProbeRound>();
        for (var round = plan.next(); round.isPresent(); round = plan.next()) {
            rounds.add(round.get());
            for (var server : round.get().servers()) {
                world.apply(server).ifPresent(time -> plan.heard(server, time));
            }
        }
        return rounds;
    }

    private static ProbePlan plan(List<KnownServer> known, long seed) {
        return new ProbePlan(known, NOON, new Random(seed));
    }

    private static World byId(int... millis) {
        return server -> Optional.of(Duration.ofMillis(millis[number(server)]));
    }

    private static int number(Server server) {
        return Integer.parseInt(server.id().substring(2));
    }

    private static List<KnownServer> remembered(List<KnownServer> servers, Random random) {
        return servers.stream()
                .map(one -> new KnownServer(
                        one.server(),
                        Optional.of(Estimate.of(
                                new Measurement.Answered(Duration.ofMillis(1 + random.nextInt(300)), NOON)))))
                .toList();
    }

    private static KnownServer answered(int number, int millis) {
        var answer = new Measurement.Answered(Duration.ofMillis(millis), NOON);
        return new KnownServer(server("s-" + number, placed(number, number)), Optional.of(Estimate.of(answer)));
    }

    /// Latitude and longitude.
    private record Place(double latitude, double longitude) {}

    private static Place placed(double latitude, double longitude) {
        return new Place(latitude, longitude);
    }

    private static List<KnownServer> many(int count, Function<Integer, Place> place) {
        return IntStream.range(0, count)
                .mapToObj(i -> new KnownServer(server("s-" + i, place.apply(i)), Optional.empty()))
                .toList();
    }

    private static Server server(String id, Place place) {
        return new Server(
                id,
                id,
                "192.0.2.1",
                51820,
                "r",
                "c",
                "pro",
                place.latitude(),
                place.longitude(),
                Optional.empty(),
                Optional.empty());
    }
}
