// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.Reason.Merit;
import org.junit.jupiter.api.Test;

class SelectorTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Optional<String> NONE_BEFORE = Optional.empty();

    @Test
    void fastest_isTheShortestRoundTrip() {
        var known = List.of(answered("a", 41), answered("b", 5), answered("c", 121), silent("d"));

        assertThat(choose(known))
                .isEqualTo(new Choice.Picked(server("b"), new Reason.Fastest(Duration.ofMillis(5), 3, 4)));
    }

    @Test
    void theOperatorsOrder_settlesTies() {
        assertThat(Selector.rank(List.of(answered("z", 5), answered("a", 5), answered("m", 5))))
                .map(s -> s.server().id())
                .containsExactly("z", "a", "m");
    }

    @Test
    void ranks_areAnsweredThenUnmeasuredThenSilent() {
        var known = List.of(
                silent("s1"),
                unmeasured("u1"),
                answered("a2", 900),
                silent("s2"),
                unmeasured("u2"),
                answered("a1", 899));

        assertThat(Selector.rank(known)).map(s -> s.server().id()).containsExactly("a1", "a2", "u1", "u2", "s1", "s2");
    }

    @Test
    void whileNothingIsMeasured_theFirstIsTaken() {
        assertThat(choose(List.of(unmeasured("a"), unmeasured("b"))))
                .isEqualTo(new Choice.Picked(server("a"), new Reason.FirstOfList(2)));
    }

    @Test
    void whenAllAreSilent_theFirstIsTaken() {
        assertThat(choose(List.of(silent("a"), silent("b"))))
                .isEqualTo(new Choice.Picked(server("a"), new Reason.FirstOfList(2)));
    }

    @Test
    void aFullServer_countsAsTwiceAsFar() {
        assertThat(choose(List.of(answered("full", 10, 1.0), answered("idle", 19, 0.0))))
                .isEqualTo(new Choice.Picked(
                        server("idle", 0.0),
                        new Reason.Preferred(Duration.ofMillis(19), Duration.ofMillis(10), Merit.LESS_BUSY, 2, 2)));
        assertThat(choose(List.of(answered("full", 10, 1.0), answered("idle", 21, 0.0))))
                .isEqualTo(new Choice.Picked(server("full", 1.0), new Reason.Fastest(Duration.ofMillis(10), 2, 2)));
    }

    @Test
    void aServerTheUserNamed_isTakenWhateverWasMeasured() {
        var known = List.of(answered("a", 5), silent("b"));

        assertThat(Selector.choose(known, new Target.Chosen("b"), NONE_BEFORE))
                .isEqualTo(new Choice.Picked(server("b"), new Reason.ChosenByUser()));
    }

    @Test
    void aServerNobodyOffers_isUnknown() {
        assertThat(Selector.choose(List.of(answered("a", 5)), new Target.Chosen("b"), NONE_BEFORE))
                .isEqualTo(new Choice.None(new ErrorCause.UnknownServer("b")));
    }

    @Test
    void anEmptyList_hasNoChoice() {
        assertThat(choose(List.of())).isEqualTo(new Choice.None(new ErrorCause.NoServers()));
        assertThat(Selector.choose(List.of(), new Target.Chosen("b"), NONE_BEFORE))
                .isEqualTo(new Choice.None(new ErrorCause.NoServers()));
    }

    @Test
    void theOneBefore_staysUntilAnotherIsClearlyBetter() {
        var before = Optional.of("b");

        assertThat(choose(List.of(answered("a", 95), answered("b", 100)), before))
                .isEqualTo(new Choice.Picked(
                        server("b"),
                        new Reason.Preferred(Duration.ofMillis(100), Duration.ofMillis(95), Merit.AS_BEFORE, 2, 2)));
        assertThat(choose(List.of(answered("a", 3), answered("b", 4)), before))
                .as("a millisecond is nothing to notice")
                .isInstanceOfSatisfying(
                        Choice.Picked.class,
                        picked -> assertThat(picked.server().id()).isEqualTo("b"));
        assertThat(choose(List.of(answered("a", 90), answered("b", 100)), before))
                .isEqualTo(new Choice.Picked(server("a"), new Reason.Fastest(Duration.ofMillis(90), 2, 2)));
        assertThat(choose(List.of(answered("a", 95), silent("b")), before))
                .isEqualTo(new Choice.Picked(server("a"), new Reason.Fastest(Duration.ofMillis(95), 1, 2)));
    }

    @Test
    void twoThatTakeTurnsByAHair_areNotHoppedBetween() {
        var before = NONE_BEFORE;
        var switches = 0;
        for (var i = 0; i < 100; i++) {
            var known = List.of(answered("a", 40 + i % 2), answered("b", 41 - i % 2));
            var picked = ((Choice.Picked) choose(known, before)).server().id();
            switches += before.isPresent() && !before.get().equals(picked) ? 1 : 0;
            before = Optional.of(picked);
        }

        assertThat(switches).isZero();
    }

    @Test
    void whoLosesPackets_isFarther() {
        var lossy = new KnownServer(
                server("lossy"), Optional.of(new Estimate(Optional.of(Duration.ofMillis(10)), 0.3, NOON, true)));

        assertThat(choose(List.of(lossy, answered("clean", 20))))
                .isEqualTo(new Choice.Picked(
                        server("clean"),
                        new Reason.Preferred(Duration.ofMillis(20), Duration.ofMillis(10), Merit.LOSES_LESS, 2, 2)));
    }

    @Test
    void whoDidNotAnswerLast_isTakenOnlyWhenTheOthersAreFar() {
        var quiet = new KnownServer(
                server("quiet"), Optional.of(new Estimate(Optional.of(Duration.ofMillis(10)), 0.1, NOON, false)));

        assertThat(pickedId(choose(List.of(quiet, answered("b", 39))))).isEqualTo("b");
        assertThat(pickedId(choose(List.of(quiet, answered("b", 41))))).isEqualTo("quiet");
    }

    /// Whatever an operator claims, it makes no server look more than twice as near, or twice as far.
    @Test
    void theOperatorsWeight_counts_withinBounds() {
        assertThat(choose(List.of(answered("a", 10), weighted("wanted", 19, 1_000))))
                .isEqualTo(new Choice.Picked(
                        weighted("wanted", 19, 1_000).server(),
                        new Reason.Preferred(
                                Duration.ofMillis(19), Duration.ofMillis(10), Merit.OPERATORS_WEIGHT, 2, 2)));
        assertThat(pickedId(choose(List.of(answered("a", 10), weighted("wanted", 21, 1_000)))))
                .isEqualTo("a");
        assertThat(pickedId(choose(List.of(weighted("unwanted", 10, 0), answered("b", 19)))))
                .isEqualTo("b");
        assertThat(pickedId(choose(List.of(weighted("unwanted", 10, 0), answered("b", 21)))))
                .isEqualTo("unwanted");
    }

    @Test
    void ofEquals_theOneThatCarriesMoreComesFirst() {
        assertThat(pickedId(choose(List.of(answered("small", 10), carrying("large", 10, 9e9)))))
                .isEqualTo("large");
        assertThat(pickedId(choose(List.of(
                        unmeasured("small"),
                        new KnownServer(carrying("large", 1, 9).server(), Optional.empty())))))
                .as("the first of the list is what is told")
                .isEqualTo("small");
    }

    private static Choice choose(List<KnownServer> known) {
        return choose(known, NONE_BEFORE);
    }

    private static Choice choose(List<KnownServer> known, Optional<String> before) {
        return Selector.choose(known, new Target.Fastest(), before);
    }

    private static String pickedId(Choice choice) {
        return ((Choice.Picked) choice).server().id();
    }

    private static KnownServer answered(String id, int millis) {
        return answered(server(id), millis);
    }

    private static KnownServer answered(String id, int millis, double load) {
        return answered(server(id, load), millis);
    }

    private static KnownServer weighted(String id, int millis, double weight) {
        return answered(server(id, Optional.empty(), Optional.of(weight), Optional.empty()), millis);
    }

    private static KnownServer carrying(String id, int millis, double capacity) {
        return answered(server(id, Optional.empty(), Optional.empty(), Optional.of(capacity)), millis);
    }

    private static KnownServer answered(Server server, int millis) {
        var answer = new Measurement.Answered(Duration.ofMillis(millis), NOON);
        return new KnownServer(server, Optional.of(Estimate.of(answer)));
    }

    private static KnownServer silent(String id) {
        return new KnownServer(server(id), Optional.of(Estimate.of(new Measurement.Silent(NOON))));
    }

    private static KnownServer unmeasured(String id) {
        return new KnownServer(server(id), Optional.empty());
    }

    private static Server server(String id) {
        return server(id, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Server server(String id, double load) {
        return server(id, Optional.of(load), Optional.empty(), Optional.empty());
    }

    private static Server server(String id, Optional<Double> load, Optional<Double> weight, Optional<Double> capacity) {
        return new Server(
                id,
                id,
                "203.0.113.6",
                51820,
                "eu",
                "Iceland",
                "basic",
                64,
                -21,
                Optional.empty(),
                load,
                weight,
                capacity);
    }
}
