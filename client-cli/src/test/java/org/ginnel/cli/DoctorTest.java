// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.control.Finding;
import org.ginnel.control.Request;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Golden;
import org.ginnel.devkit.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DoctorTest {
    private static final List<Finding> ILL = List.of(
            new Finding("engine", Finding.Verdict.OK, "the kernel has WireGuard", ""),
            new Finding("firewall", Finding.Verdict.FAILED, "nft is not installed", "Install the package nftables."),
            new Finding("dns", Finding.Verdict.WARNING, "no systemd-resolved, so the file is used", "Nothing to do."));

    @Test
    void aHealthyMachine_isSaidToBeWell() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var run = CommandLineRun.at(daemon.socket()).run("doctor");

            Golden.check("doctor-well.txt", run.transcript(daemon.socket()));
        }
    }

    @Test
    void aFailedCheck_setsTheExitCodeAndSaysWhatToDo() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected().finding(ILL))) {
            var run = CommandLineRun.at(daemon.socket()).run("doctor");

            Golden.check("doctor-ill.txt", run.transcript(daemon.socket()));
            assertThat(run.code()).isEqualTo(ExitCode.UNHEALTHY);
        }
    }

    @Test
    void json_isADocumentOfTheSchema() {
        try (var daemon = FakeDaemon.start(Scenario.notPermitted().finding(ILL))) {
            var run = CommandLineRun.at(daemon.socket()).run("doctor", "--json");

            JsonSchema.ofDocs("doctor.schema.json").check(run.out());
            Golden.check("doctor-ill.json", run.out().replace(daemon.socket().toString(), "/run/ginnel/ginneld.sock"));
        }
    }

    @Test
    void withoutAService_itStillExamines() {
        var daemon = FakeDaemon.start(Scenario.connected());
        daemon.close();
        var run = CommandLineRun.at(daemon.socket()).run("doctor");

        Golden.check("doctor-no-service.txt", run.transcript(daemon.socket()));
    }

    @Test
    void aServiceThatHangsUp_isAFindingToo() {
        try (var daemon = FakeDaemon.start(Scenario.connected().hangingUpOn(Request.Diagnose.class))) {
            var run = CommandLineRun.at(daemon.socket()).run("doctor");

            assertThat(run.code()).isEqualTo(ExitCode.UNHEALTHY);
            assertThat(run.out()).contains("ok       service", "failed   diagnosis");
        }
    }
}
