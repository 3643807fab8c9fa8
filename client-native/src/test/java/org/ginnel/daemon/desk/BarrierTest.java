// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.control.Finding;
import org.ginnel.daemon.firewall.Refused;
import org.ginnel.daemon.machine.Blocked;
import org.ginnel.daemon.machine.Disconnected;
import org.ginnel.daemon.machine.Link;
import org.ginnel.daemon.machine.Paused;
import org.ginnel.daemon.machine.Preparing;
import org.ginnel.daemon.machine.Samples;
import org.ginnel.daemon.machine.Standing;
import org.ginnel.daemon.machine.State;
import org.ginnel.devkit.Causes;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BarrierTest {
    private static final Instant SINCE = Instant.parse("2026-11-28T06:07:08.9Z");
    private static final List<Refused> COUNTED = List.of(new Refused(5, 2), new Refused(9, 1));

    static Stream<State> states() {
        return Samples.states().stream();
    }

    static Stream<ErrorCause> causes() {
        return Causes.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("states")
    void whereNotEverythingMayLeave_theRulesAndTheTimeAreNamed(State state) {
        var finding = Barrier.finding(state, SINCE, List.of());
        assertThat(finding.isPresent()).as("%s", state).isEqualTo(!isOpen(state));
        finding.filter(found -> found.verdict() != Finding.Verdict.FAILED)
                .ifPresent(found -> assertThat(found.detail())
                        .contains("since 2026-11-2", "rule 9 (what does not go", "rule 5 (names asked outside"));
    }

    private static boolean isOpen(State state) {
        return state instanceof Paused
                || (state instanceof Disconnected(var _, var locked) && !locked)
                || (state instanceof Preparing(var _, Standing.Rest(var shut), var _) && !shut);
    }

    @ParameterizedTest
    @MethodSource("causes")
    void aBlock_saysWhySinceWhenAndTheWayOut_whateverTheCause(ErrorCause cause) {
        for (var retry : List.of(Optional.<Link>empty(), Optional.of(Samples.LONDON))) {
            var found = Barrier.finding(new Blocked(cause, SINCE, false, retry, 1), Instant.MIN, COUNTED)
                    .orElseThrow();
            assertThat(found.verdict()).isEqualTo(Finding.Verdict.WARNING);
            assertThat(found.detail())
                    .startsWith("nothing may leave since 2026-11-28T06:07:08Z: " + Barrier.named(cause) + "; ")
                    .endsWith("refused by rule 5 (names asked outside the tunnel): 2 packets;"
                            + " rule 9 (what does not go through the tunnel): 1 packet");
            assertThat(found.advice()).contains("ginnel pause 10m", "ginnel disconnect");
            assertThat(found.advice().startsWith("Wait: Ginnel tries again.")).isEqualTo(retry.isPresent());
        }
    }

    @ParameterizedTest
    @MethodSource("causes")
    void aBlockThatCouldNotBePutUp_isAFailure(ErrorCause cause) {
        var found = Barrier.finding(new Blocked(cause, SINCE, true, Optional.empty(), 0), SINCE, List.of())
                .orElseThrow();
        assertThat(found.verdict()).isEqualTo(Finding.Verdict.FAILED);
        assertThat(found.detail()).contains("nothing is refused", Barrier.named(cause));
        assertThat(found.advice()).isNotEmpty();
    }

    @Test
    void aCause_isNamedInWordsWithItsFacts() {
        assertThat(Barrier.named(new ErrorCause.KeyRefused())).isEqualTo("key refused");
        assertThat(Barrier.named(new ErrorCause.Offline("api.example"))).isEqualTo("offline [host=api.example]");
    }
}
