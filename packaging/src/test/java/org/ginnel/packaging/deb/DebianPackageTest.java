// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.deb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ginnel.packaging.Steps;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The package that `bin/package` made, installed and removed for real in a root that is thrown away.
class DebianPackageTest {
    private static final long MOST_BYTES = 55_000_000;

    private static Path made;
    private static Steps steps;

    @BeforeAll
    static void installAndRemove() throws IOException, InterruptedException {
        made = Steps.made(".deb");
        steps = Steps.of("deb-install-and-remove", made);
    }

    @Test
    void thePackage_isSmallEnough() throws IOException {
        assertThat(Files.size(made)).isLessThan(MOST_BYTES);
    }

    @Test
    void installing_saysNothingAndInstalls() {
        assertThat(steps.said("installing")).isEmpty();
        assertThat(steps.said("installed"))
                .contains("Status: install ok installed", "ginnel", "root:root 755 /usr/lib/ginnel/bin/ginneld")
                .hasSize(6);
        assertThat(steps.said("verifying")).isEmpty();
    }

    @Test
    void whatWasInstalled_runsWithThePowersOfTheUnit() {
        assertThat(steps.said("running"))
                .anyMatch(line -> line.matches("ginnel \\d+\\.\\d+\\.\\d+"))
                .contains("Disconnected");
    }

    @Test
    void aNewcomer_isLetInAtOnce() {
        assertThat(steps.said("joining"))
                .containsExactly("before: 4", "nobody may connect and disconnect from now on.", "after: 0");
    }

    @Test
    void aReinstallation_leavesTheServiceAlone_alsoOneThatWasSwitchedOff() {
        assertThat(steps.said("reinstalling")).containsExactly("the service runs on", "disabled", "enabled");
    }

    @Test
    void whatWasLockedDown_staysSo_untilItIsRemoved() {
        assertThat(steps.said("locked down")).contains("table inet ginnel");
        assertThat(steps.said("removed")).noneMatch(line -> line.startsWith("table "));
    }

    @Test
    void afterRemoval_onlyTheLoginIsLeft() {
        assertThat(steps.said("removing")).isEmpty();
        assertThat(steps.said("removed"))
                .contains("/var/lib/ginnel/state.json")
                .allMatch(line -> line.startsWith("/var/lib/ginnel/"));
    }

    @Test
    void afterAPurge_nothingIsLeft() {
        assertThat(steps.said("purged")).isEqualTo(steps.said("before"));
    }

    @Test
    void everyComponent_hasALicence_withItsText() {
        assertThat(steps.said("licences"))
                .anyMatch(line -> line.matches("openjdk +25\\S+ +GPL-2.0-only WITH Classpath-exception-2.0 .*"))
                .anyMatch(line -> line.matches("javafx-graphics +.*"))
                .anyMatch(line -> line.matches("logback-classic +.*EPL-2.0.*"));
        assertThat(steps.said("jars without licence")).isEmpty();
        assertThat(steps.said("components without text")).isEmpty();
    }

    @Test
    void underSystemd_anUpgradeRestarts_andOnlyARemovalStops() {
        assertThat(steps.said("under systemd"))
                .containsExactly(
                        "installed: daemon-reload,restart ginneld.service",
                        "upgraded: daemon-reload,try-restart ginneld.service",
                        "removed: stop ginneld.service ginnel-lock.service,daemon-reload");
        assertThat(steps.said("after systemd")).isEmpty();
    }
}
