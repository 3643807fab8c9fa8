// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.control.Finding;
import org.ginnel.control.Finding.Verdict;
import org.ginnel.host.HowTo;
import org.ginnel.host.OperatingSystem;
import org.junit.jupiter.api.Test;

/// What it advises is what can be done on the system that it runs on.
class DoctorTest {
    private static final HowTo LINUX = new HowTo(OperatingSystem.LINUX);
    private static final HowTo MACOS = new HowTo(OperatingSystem.MACOS);
    private static final HowTo WINDOWS = new HowTo(OperatingSystem.WINDOWS);

    @Test
    void withoutAnEngine_whatIsMissingIsNamed_asThisSystemHasIt() {
        assertThat(Stream.of(LINUX, MACOS, WINDOWS).map(how -> Doctor.engine(Optional.empty(), how)))
                .containsExactly(
                        new Finding(
                                "engine",
                                Verdict.FAILED,
                                "neither the kernel nor wireguard-go speaks WireGuard here",
                                "Install the package wireguard-go, or load the kernel module wireguard."),
                        new Finding(
                                "engine",
                                Verdict.FAILED,
                                "wireguard-go, which comes with Ginnel, was not found",
                                "Install Ginnel again."),
                        new Finding(
                                "engine",
                                Verdict.FAILED,
                                "wireguard.dll, which comes with Ginnel, was not found",
                                "Install Ginnel again."));
        assertThat(Doctor.engine(Optional.of("WireGuardNT"), WINDOWS).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void rulesThatDoNotStand_areThoseOfThisSystemsFirewall() {
        assertThat(Stream.of(LINUX, MACOS, WINDOWS)
                        .map(how -> Doctor.changed(how).advice()))
                .containsExactly(
                        "Another program changed nftables. Connect again to put them back.",
                        "Another program changed pf. Connect again to put them back.",
                        "Another program changed the Windows Filtering Platform. Connect again to put them back.");
    }
}
