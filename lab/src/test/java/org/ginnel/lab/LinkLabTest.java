// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.ginnel.lab.net.Addresses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The links to the gateways take as long as they were told to, and fail when they were told to.
class LinkLabTest {
    private static final Pattern TIME = Pattern.compile("time=([0-9.]+) ms");
    private static final double TOLERANCE_MS = 2;

    private static Lab lab;

    @BeforeAll
    static void start() throws IOException {
        lab = Lab.start(LabPlan.DEFAULT);
    }

    @AfterAll
    static void close() throws IOException {
        lab.close();
    }

    @ParameterizedTest
    @CsvSource({"gw1, 5", "gw2, 40", "gw3, 120"})
    void ping_takesTheRoundTripOfTheLink(String gateway, double asked) {
        var at = lab.gateway(gateway).addresses();
        for (var address : List.of(at.endpoint4(), at.endpoint6())) {
            assertThat(quickest(pings(address))).as(address).isBetween(asked, asked + TOLERANCE_MS);
        }
    }

    private static double[] pings(String address) {
        var said = lab.client()
                .run("ping", "-n", "-c", "11", "-i", "0.02", "-W", "2", address)
                .out();
        return TIME.matcher(said)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"gw1, 5", "gw2, 40", "gw3, 120"})
    void refusedConnection_takesTheRoundTripOfTheLink(String gateway, double asked) throws IOException {
        var at = lab.gateway(gateway).addresses();
        for (var address : List.of(at.endpoint4(), at.endpoint6(), at.ghost4(1), at.ghost4(254))) {
            assertThat(quickest(refusals(address))).as(address).isBetween(asked, asked + TOLERANCE_MS);
        }
    }

    private static double[] refusals(String address) throws IOException {
        var gateway = new InetSocketAddress(InetAddress.ofLiteral(address), Addresses.WIREGUARD_PORT);
        return lab.client()
                .machine()
                .inNetwork(() ->
                        DoubleStream.generate(() -> refusal(gateway)).limit(11).toArray());
    }

    private static double refusal(InetSocketAddress gateway) {
        var start = System.nanoTime();
        try (var socket = new Socket()) {
            socket.connect(gateway, 3000);
            throw new AssertionError("the gateway accepted a connection");
        } catch (ConnectException e) {
            return (System.nanoTime() - start) / 1e6;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// The lower quartile: what else runs on the machine only ever adds to a round trip.
    /// What the link itself takes: the machine may be busy with something else, but never makes anything quicker.
    private static double quickest(double[] values) {
        assertThat(values).hasSizeGreaterThan(5);
        return DoubleStream.of(values).min().orElseThrow();
    }

    private static double lowerQuarter(double[] values) {
        assertThat(values).hasSizeGreaterThan(5);
        return DoubleStream.of(values)
                .sorted()
                .skip(values.length / 4)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void roundTrip_changesWhilePacketsAreUnderWay() {
        var link = lab.link("gw1");
        link.roundTrip(Duration.ofMillis(30));
        assertThat(quickest(pings(address("gw1")))).isBetween(30.0, 30 + TOLERANCE_MS);
        link.roundTrip(Duration.ofMillis(5));
        assertThat(quickest(pings(address("gw1")))).isBetween(5.0, 5 + TOLERANCE_MS);
    }

    @Test
    void jitter_delaysWithinItsBounds() {
        var link = lab.link("gw1").jitter(Duration.ofMillis(20));
        var times = pings(address("gw1"));
        link.jitter(Duration.ZERO);
        assertThat(DoubleStream.of(times)).allMatch(time -> time >= 5);
        // Two times up to 20 ms, so 25 ms in the middle.
        assertThat(lowerQuarter(times)).isBetween(8.0, 40.0);
        assertThat(DoubleStream.of(times).max().orElseThrow()
                        - DoubleStream.of(times).min().orElseThrow())
                .isGreaterThan(4);
    }

    @Test
    void hole_swallowsEverythingUntilItIsFilled() {
        lab.link("gw1").hole(true);
        assertThat(answered("gw1", 3)).isZero();
        assertThat(answered("gw2", 3)).isEqualTo(3);
        lab.link("gw1").hole(false);
        assertThat(answered("gw1", 3)).isEqualTo(3);
    }

    @Test
    void loss_losesAboutThatShareInEachDirection() {
        lab.link("gw1").loss(0.3);
        var answered = answered("gw1", 200);
        lab.link("gw1").loss(0);
        // 0.7 * 0.7 of 200 = 98; the bounds are five standard deviations away.
        assertThat(answered).isBetween(62, 134);
    }

    private static int answered(String gateway, int sent) {
        var said = lab.client()
                .run("ping", "-n", "-c", "" + sent, "-i", "0.01", "-W", "1", address(gateway))
                .out();
        return Math.toIntExact(TIME.matcher(said).results().count());
    }

    private static String address(String gateway) {
        return lab.gateway(gateway).addresses().endpoint4();
    }
}
