// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.ginnel.lab.LabTests;
import org.ginnel.lab.demo.Progress;
import org.ginnel.lab.leak.scenario.Scenario;
import org.ginnel.lab.leak.scenario.Scenarios;
import org.ginnel.lab.leak.subject.Subject;
import org.ginnel.lab.program.Programs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Ginnel leaks nothing: a sample of `make leak-test`, each scenario once. No flood is counted before every
/// probe was shown to be counted when nothing protects the client.
@Tag(LabTests.LONG)
class LeakLabTest {
    @TempDir
    static Path evidence;

    private static Subject ginnel;

    @BeforeAll
    static void start() throws IOException {
        ginnel = Candidate.ginnel(Programs.ofThisCheckout()).start().run(Progress.SILENT);
    }

    @AfterAll
    static void close() throws IOException {
        ginnel.close();
    }

    private static Result play(Scenario scenario) throws IOException {
        return new Trial(ginnel, scenario, new Evidence(evidence)).run();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "switch to another server",
                "kill -9 both, start again",
                "delete the interface",
                "flush the routing tables",
                "rogue routes 0.0.0.0/1, 128.0.0.0/1, ::/1, 8000::/1",
                "the cable is pulled and put back",
                "IPv6, with an IPv4-only config",
                "programs bound to the network card",
                "a container, and kill -9 the engine",
                "uninstall, until it is told to put things back",
                "a neighbour asks for the tunnel's address (ARP)",
                "a neighbour sends to the tunnel's address (CVE-2019-14899)",
                "local network allowed: all but it"
            })
    void nothingLeaves_beside(String name) throws IOException {
        var scenario = Scenarios.named(name);
        assertThat(play(scenario)).isInstanceOfSatisfying(Result.Played.class, played -> {
            assertThat(played.leaked()).isEmpty();
            assertThat(played.faults()).isEmpty();
            assertThat(played.offered()).isPositive();
        });
    }
}
