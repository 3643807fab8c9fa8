// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.ginnel.lab.Lab;
import org.ginnel.lab.LabException;
import org.ginnel.lab.LabPlan;
import org.ginnel.lab.leak.count.Calibration;
import org.ginnel.lab.leak.flood.Probes;
import org.ginnel.lab.leak.scenario.Scenarios;
import org.ginnel.lab.leak.subject.ScriptedClient;
import org.ginnel.lab.leak.subject.WgQuick;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The suite sees leaks where there are some, so that its zeros can be believed.
class SuiteLabTest {
    @TempDir
    private Path directory;

    private static Lab lab;

    @BeforeAll
    static void start() throws IOException {
        lab = Lab.start(LabPlan.DEFAULT);
    }

    @AfterAll
    static void close() throws IOException {
        lab.close();
    }

    @Test
    void wgQuickWithoutItsEngine_leaksEveryKindOfPacket() throws IOException {
        Calibration.prove(lab, Probes.ALL);
        var trial = new Trial(
                WgQuick.plain(lab), Scenarios.named("kill -9 the engine"), new Evidence(directory.resolve("leaks")));
        var before = lab.client().snapshot();
        assertThat(trial.run()).isInstanceOfSatisfying(Result.Played.class, played -> {
            assertThat(played.faults()).isEmpty();
            assertThat(played.leaked())
                    .containsKeys(
                            Probes.EVERYDAY.stream().map(probe -> probe.name()).toArray(String[]::new));
            assertThat(played.packets()).isBetween(played.offered() / 2, 2 * played.offered());
        });
        assertThat(directory.resolve("leaks/wg-quick-kill-9-the-engine.pcap")).isNotEmptyFile();
        assertThat(lab.client().snapshot()).isEqualTo(before);
    }

    @Test
    void probeThatIsNotCounted_endsTheSuite() {
        lab.machine("client").nft("""
                table inet thief {
                  chain out { type filter hook output priority 0; udp dport 853 drop; }
                }
                """);
        try {
            assertThatThrownBy(() -> Calibration.prove(lab, Probes.ALL))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("lan-doq6: only 0 of");
        } finally {
            lab.client().run("nft", "flush", "ruleset").orThrow();
        }
    }

    @Test
    void clientOfScripts_isPutToItLikeAnyOther() throws IOException {
        script("up", "test $GATEWAY = gw1 && exec wg-quick up $CONFIG");
        script("down", "exec wg-quick down tun0");
        var trial = new Trial(
                ScriptedClient.in(lab, directory), Scenarios.named("connected, steady"), new Evidence(directory));
        assertThat(trial.run()).isInstanceOfSatisfying(Result.Played.class, played -> {
            assertThat(played.leaked())
                    .doesNotContainKeys("tcp4", "udp6", "dns4")
                    .containsKeys("lan-dns4");
            assertThat(played.faults()).isEmpty();
        });
    }

    private void script(String name, String line) throws IOException {
        var file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
