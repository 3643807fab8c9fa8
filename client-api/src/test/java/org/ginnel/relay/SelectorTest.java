// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Reason;
import org.junit.jupiter.api.Test;

class SelectorTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Target FASTEST = new Target.Fastest();

    @Test
    void fastest_isTheShortestRoundTrip() {
        var known = List.of(answered("a", 41), answered("b", 5), answered("c", 121), silent("d"));

        assertThat(Selector.choose(known, FASTEST))
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
        assertThat(Selector.choose(List.of(unmeasured("a"), unmeasured("b")), FASTEST))
                .isEqualTo(new Choice.Picked(server("a"), new Reason.FirstOfList(2)));
    }

    @Test
    void whenAllAreSilent_theFirstIsTaken() {
        assertThat(Selector.choose(List.of(silent("a"), silent("b")), FASTEST))
                .isEqualTo(new Choice.Picked(server("a"), new Reason.FirstOfList(2)));
    }

    @Test
    void aFullServer_countsAsTwiceAsFar() {
        assertThat(Selector.choose(List.of(answered("full", 10, 1.0), answered("idle", 19, 0.0)), FASTEST))
                .isEqualTo(new Choice.Picked(server("idle", 0.0), new Reason.Fastest(Duration.ofMillis(19), 2, 2)));
        assertThat(Selector.choose(List.of(answered("full", 10, 1.0), answered("idle", 21, 0.0)), FASTEST))
                .isEqualTo(new Choice.Picked(server("full", 1.0), new Reason.Fastest(Duration.ofMillis(10), 2, 2)));
    }

    @Test
    void aServerTheUserNamed_isTakenWhateverWasMeasured() {
        var known = List.of(answered("a", 5), silent("b"));

        assertThat(Selector.choose(known, new Target.Chosen("b")))
                .isEqualTo(new Choice.Picked(server("b"), new Reason.ChosenByUser()));
    }

    @Test
    void aServerNobodyOffers_isUnknown() {
        assertThat(Selector.choose(List.of(answered("a", 5)), new Target.Chosen("b")))
                .isEqualTo(new Choice.None(new ErrorCause.UnknownServer("b")));
    }

    @Test
    void anEmptyList_hasNoChoice() {
        assertThat(Selector.choose(List.of(), FASTEST)).isEqualTo(new Choice.None(new ErrorCause.NoServers()));
        assertThat(Selector.choose(List.of(), new Target.Chosen("b")))
                .isEqualTo(new Choice.None(new ErrorCause.NoServers()));
    }

    private static MeasuredServer answered(String id, int millis) {
        return new MeasuredServer(server(id), Optional.of(new Measurement.Answered(Duration.ofMillis(millis), NOON)));
    }

    private static MeasuredServer answered(String id, int millis, double load) {
        return new MeasuredServer(
                server(id, load), Optional.of(new Measurement.Answered(Duration.ofMillis(millis), NOON)));
    }

    private static MeasuredServer silent(String id) {
        return new MeasuredServer(server(id), Optional.of(new Measurement.Silent(NOON)));
    }

    private static MeasuredServer unmeasured(String id) {
        return new MeasuredServer(server(id), Optional.empty());
    }

    private static Server server(String id) {
        return server(id, Optional.empty());
    }

    private static Server server(String id, double load) {
        return server(id, Optional.of(load));
    }

    private static Server server(String id, Optional<Double> load) {
        return new Server(id, id, "203.0.113.6", 51820, "eu", "Iceland", "basic", 64, -21, Optional.empty(), load);
    }
}
