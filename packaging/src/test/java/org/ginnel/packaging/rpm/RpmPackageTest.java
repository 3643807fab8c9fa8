// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.ginnel.devkit.Golden;
import org.ginnel.packaging.Command;
import org.ginnel.packaging.Steps;
import org.ginnel.packaging.Version;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The package that `bin/package` made: what RPM says of it, and how it is installed and removed for real in a root
/// that is thrown away.
class RpmPackageTest {
    private static final long MOST_BYTES = 55_000_000;
    private static final String FILES = "[%{FILEMODES:perms} %{FILEUSERNAME}:%{FILEGROUPNAME} %{FILENAMES}\n]";

    private static Path made;
    private static Steps steps;

    @BeforeAll
    static void installAndRemove() throws IOException, InterruptedException {
        made = Steps.made(".rpm");
        steps = Steps.of("rpm-install-and-remove", made);
    }

    @Test
    void thePackage_isSmallEnough() throws IOException {
        assertThat(Files.size(made)).isLessThan(MOST_BYTES);
    }

    @Test
    void itsFiles_areAsReviewed() throws IOException {
        var files = Command.run("rpm", "-qp", "--queryformat", FILES, made.toString());
        var outside = files.lines()
                .filter(line -> !line.matches(".* /usr/lib/ginnel/(runtime|lib)/.*"))
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(files).contains("/usr/lib/ginnel/runtime/lib/modules\n");
        assertThat(files.lines().filter(line -> !line.contains(" root:root "))).isEmpty();
        Golden.check("rpm/files.txt", outside);
    }

    @Test
    void itsScripts_areAsReviewed() throws IOException {
        Golden.check("rpm/scripts.txt", Command.run("rpm", "-qp", "--scripts", made.toString()));
    }

    @Test
    void whatItNeeds_isAsReviewed() throws IOException {
        var needs = Command.run("rpm", "-qp", "--requires", "--recommends", "--suggests", made.toString());

        Golden.check("rpm/needs.txt", needs);
    }

    @Test
    void nothingOfTheMachineThatPacked_isInIt() throws IOException {
        var facts = "%{BUILDHOST} %{BUILDTIME:date} %{VENDOR} %{PACKAGER}";

        assertThat(Command.run("env", "TZ=UTC", "LC_ALL=C", "rpm", "-qp", "--queryformat", facts, made.toString()))
                .isEqualTo("ginnel Sat Nov 21 00:00:00 2026 (none) (none)");
    }

    @Test
    void installing_saysNothingAndInstalls() {
        assertThat(steps.said("installing")).isEmpty();
        assertThat(steps.said("installed")).hasSize(4).first().asString().startsWith("ginnel-" + Version.OURS + "-1.");
        assertThat(steps.said("installed")).contains("ginnel", "enabled");
        assertThat(steps.said("verifying")).isEmpty();
    }

    @Test
    void whatWasInstalled_runs_withItsCaches() {
        assertThat(steps.said("running").stream().filter(line -> line.equals("ginnel " + Version.OURS)))
                .hasSize(2);
        assertThat(steps.said("running")).contains("Disconnected");
    }

    @Test
    void aReinstallation_leavesTheServiceAlone_alsoOneThatWasSwitchedOff() {
        assertThat(steps.said("reinstalling")).containsExactly("the service runs on", "disabled", "enabled");
    }

    @Test
    void afterRemoval_nothingIsLeft() {
        assertThat(steps.said("logging in")).contains("table inet ginnel");
        assertThat(steps.said("removing")).isEmpty();
        assertThat(steps.said("removed")).isEmpty();
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
