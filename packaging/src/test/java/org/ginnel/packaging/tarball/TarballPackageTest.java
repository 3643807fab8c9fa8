// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.tarball;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.ginnel.packaging.Steps;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The archive that `bin/package` made, installed, upgraded, repaired and removed for real in a root that is thrown
/// away.
class TarballPackageTest {
    private static final String WHOLE = "as if it had been installed";
    private static final String RUNS_ON = "the service runs on";

    private static Steps steps;

    @BeforeAll
    static void setUpAndRemove() throws IOException, InterruptedException {
        steps = Steps.of("setup-and-remove", Steps.made(".tar.xz"));
    }

    @Test
    void aDryRun_saysAllAndChangesNothing() {
        var before = steps.said("before");
        var dry = steps.said("dry run");
        assertThat(before).isEmpty();
        assertThat(dry)
                .contains(
                        "would make: home /opt/ginnel",
                        "would make: group ginnel",
                        "would make: file /etc/systemd/system/ginneld.service",
                        "would make: service ginneld.service")
                .allMatch(line -> line.startsWith("would make: "));
        assertThat(steps.said("installing").stream()
                        .filter(line -> line.startsWith("made: "))
                        .map(line -> line.replace("made: ", "would make: ")))
                .containsExactlyElementsOf(dry);
    }

    @Test
    void whatWasInstalled_belongsToRootAlone_andIsEnabled() {
        assertThat(steps.said("installing")).last().asString().matches("install of [\\d.]+: done");
        assertThat(steps.said("installed"))
                .containsExactly(
                        "root:root 777 /usr/local/bin/ginnel",
                        "root:root 755 /opt/ginnel/bin/ginneld",
                        "root:root 644 /etc/systemd/system/ginneld.service",
                        "enabled",
                        "enabled");
        assertThat(steps.said("running")).contains("Disconnected").anyMatch(line -> line.endsWith("/ginnel.1.gz"));
    }

    @Test
    void aSecondInstallation_isRefused() {
        assertThat(steps.said("installing again"))
                .containsExactly("ginnel-setup: Ginnel is installed already: upgrade or repair it");
    }

    @Test
    void anUpgradeToTheSame_changesNothing() {
        assertThat(steps.said("upgrading the same"))
                .contains(RUNS_ON)
                .noneMatch(line -> line.startsWith("made:") || line.startsWith("replaced:"));
    }

    @Test
    void anUpgrade_addsWhatIsNew_dropsWhatIsGone_andLeavesTheServiceAlone() {
        assertThat(steps.said("upgrading from an older one"))
                .contains(
                        "replaced: home /opt/ginnel",
                        "made: file /usr/local/share/fish/vendor_completions.d/ginnel.fish",
                        "undone: file /usr/local/share/ginnel-of-old",
                        WHOLE,
                        RUNS_ON)
                .anyMatch(line -> line.startsWith("ls: cannot access"));
    }

    @Test
    void aRepair_putsBackWhatIsMissingOrChanged_andNothingElse() {
        assertThat(steps.said("repairing")).last().isEqualTo(WHOLE);
        assertThat(steps.said("repairing").stream().filter(line -> line.matches("(made|replaced): .*")))
                .containsExactly(
                        "replaced: home /opt/ginnel",
                        "made: group ginnel",
                        "made: file /etc/systemd/system/ginneld.service",
                        "replaced: link /usr/local/bin/ginnel ../../../opt/ginnel/bin/ginnel",
                        "replaced: file /usr/local/share/applications/org.ginnel.Ginnel.desktop",
                        "replaced: service ginneld.service");
    }

    @Test
    void anUpgradeThatFails_leavesEverythingAsItWas() {
        assertThat(steps.said("an upgrade that fails"))
                .contains("undone: home /opt/ginnel", "as it was before")
                .last()
                .isEqualTo(WHOLE);
    }

    @Test
    void anArchiveThatIsNotWhole_isRefused() {
        assertThat(steps.said("an archive that is not whole"))
                .last()
                .isEqualTo("ginnel-setup: the archive is not whole: unpack it again");
    }

    @Test
    void aRemoval_opensTheFirewall_andLeavesTheLoginAlone() {
        assertThat(steps.said("logging in")).contains("table inet ginnel");
        assertThat(steps.said("what would be removed")).first().isEqualTo("would undo: service ginneld.service");
        assertThat(steps.said("removing")).isEmpty();
        assertThat(steps.said("removed")).containsExactly("/var/lib/ginnel/boot.nft.off", "/var/lib/ginnel/state.json");
    }

    @Test
    void aRunThatWasKilledAnywhere_isUndoneByTheNext() {
        assertThat(steps.said("cut off")).last().isEqualTo(WHOLE);
        assertThat(steps.said("cut off").stream()
                        .filter(line -> line.matches("\\d+"))
                        .map(Integer::valueOf))
                .singleElement()
                .matches(times -> times >= 4, "cut off at least four times of eight");
    }

    @Test
    void aPurge_leavesNothing_evenWhenARemovalWasKilledBefore() {
        assertThat(steps.said("purging")).containsExactly("removed");
        assertThat(steps.said("purged")).isEmpty();
    }

    @Test
    void whatSomebodyElsePutThere_isNotReplaced_andNothingIsLeft() {
        assertThat(steps.said("in the way"))
                .containsExactly(
                        "ginnel-setup: /usr/local/bin/ginnel-ui is there already, and is not ours",
                        "install failed: undoing what was done");
    }

    @Test
    void underSystemd_anUpgradeRestarts_andOnlyARemovalStops() {
        assertThat(steps.said("under systemd"))
                .containsExactly(
                        "installed: daemon-reload,restart ginneld.service",
                        "upgraded: daemon-reload,try-restart ginneld.service",
                        "not changed: ",
                        "failed to upgrade: daemon-reload,try-restart ginneld.service",
                        "repaired: daemon-reload,try-restart ginneld.service",
                        "removed: stop ginneld.service ginnel-lock.service,daemon-reload");
        assertThat(steps.said("after systemd")).isEmpty();
    }
}
