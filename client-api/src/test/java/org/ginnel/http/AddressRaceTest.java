// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.ginnel.wireguard.IpLiteral;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two places of this machine, at one of which nobody answers, or nobody listens.
@Timeout(60)
class AddressRaceTest {
    private static final Duration PATIENT = Duration.ofSeconds(50);
    private static final InetAddress HERE = address("127.0.0.1");
    private static final InetAddress THERE = address("127.0.0.2");

    private static InetAddress address(String literal) {
        return IpLiteral.parse(literal).orElseThrow();
    }

    @Test
    void families_areAskedInTurn_IPv6First() {
        var six = Stream.of("2001:db8::1", "2001:db8::2", "2001:db8::3")
                .map(AddressRaceTest::address)
                .toList();

        assertThat(AddressRace.inTurn(List.of(HERE, THERE))).containsExactly(HERE, THERE);
        assertThat(AddressRace.inTurn(List.of(six.get(0), six.get(1), six.get(2), HERE, THERE)))
                .containsExactly(six.get(0), HERE, six.get(1), THERE, six.get(2));
        assertThat(AddressRace.inTurn(List.of(HERE, six.get(0), six.get(1))))
                .containsExactly(six.get(0), HERE, six.get(1));
    }

    @Test
    void whereNobodyAnswers_theNextHasItsTurn() throws Exception {
        try (var server = new ServerSocket(0, 50, HERE);
                var _ = new DeafServer(THERE, server.getLocalPort());
                var open = new CallSockets(PATIENT)) {
            var race = new AddressRace(List.of(THERE, HERE), server.getLocalPort(), PATIENT, open);

            assertThat(race.next().getInetAddress()).isEqualTo(HERE);
        }
    }

    @Test
    void whereNobodyListens_theNextHasItsTurn_andNobodyIsLeftThen() throws Exception {
        try (var server = new ServerSocket(0, 50, HERE);
                var open = new CallSockets(PATIENT)) {
            var race = new AddressRace(List.of(THERE, HERE), server.getLocalPort(), PATIENT, open);

            assertThat(race.next().getInetAddress()).isEqualTo(HERE);
            assertThatThrownBy(race::next).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void whoeverAnswersLater_isClosedWithTheCall() throws Exception {
        try (var server = new ServerSocket(0, 50, HERE)) {
            try (var open = new CallSockets(PATIENT)) {
                var race = new AddressRace(List.of(HERE, HERE), server.getLocalPort(), PATIENT, open);
                race.next();
                race.next();
            }
            for (int i = 0; i < 2; i++) {
                try (var accepted = server.accept()) {
                    assertThat(accepted.getInputStream().read()).isEqualTo(-1);
                }
            }
        }
    }

    @Test
    void aCallWhoseTimeIsUp_waitsForNobody() throws IOException {
        try (var deaf = new DeafServer(THERE, 0);
                var open = new CallSockets(Duration.ofMillis(300))) {
            var race = new AddressRace(List.of(THERE), deaf.port(), PATIENT, open);

            assertThatThrownBy(race::next).isInstanceOf(SocketException.class);
            assertThat(open.isLate()).isTrue();
            assertThatThrownBy(open::open).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void aCallThatEnded_isNotLate() throws IOException {
        var open = new CallSockets(PATIENT);
        open.close();

        assertThat(open.isLate()).isFalse();
        assertThatThrownBy(open::open).isInstanceOf(SocketException.class);
    }
}
