// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ginnel.daemon.firewall.FirewallPolicy.Open;
import org.ginnel.daemon.firewall.Policies;
import org.ginnel.daemon.firewall.Refused;
import org.ginnel.daemon.process.Commands.Outcome;
import org.ginnel.daemon.process.Commands.Outcome.Exited;
import org.ginnel.daemon.process.Commands.Outcome.Missing;
import org.ginnel.daemon.process.Commands.Outcome.TimedOut;
import org.ginnel.daemon.process.ScriptedCommands;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;
import org.ginnel.tunnel.ErrorCause.SystemRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PfFirewallTest {
    private static final String ANCHOR = "com.apple/000.ginnel";
    private static final Exited NO_ANCHOR = new Exited(1, "", "pfctl: DIOCGETRULES: Invalid argument\n");

    private final ScriptedCommands commands = new ScriptedCommands();

    @TempDir
    private Path state;

    private PfFirewall firewall;

    @BeforeEach
    void begin() {
        firewall = new PfFirewall(commands, 0, state);
    }

    @AfterEach
    void everythingExpectedRan() {
        commands.close();
    }

    @Test
    void apply_onAMachineThatWasOpen_loadsAndEnablesInOneCall() throws Exception {
        look("Disabled");
        load(new Exited(0, "", "pf enabled\nToken : 15390021\n"));
        commands.expect("pfctl", "-F", "states");
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        assertThat(commands.stdin(2)).isEqualTo(PfRenderer.render(Policies.named("connected"), 0));
        assertThat(Files.readString(state.resolve("pf-reference"))).isEqualTo("15390021");
    }

    @Test
    void apply_refused_saysWhatPfctlSaidOnOneLine() {
        look("Disabled");
        load(new Exited(1, "", "stdin:3: syntax error\npfctl: Syntax error in config file\u001b[2J"));
        assertThat(firewall.apply(Policies.named("blocked")))
                .contains(refused("exit 1: stdin:3: syntax error pfctl: Syntax error in config file [2J"));
    }

    @Test
    void apply_withoutAToken_isRefused() {
        look("Enabled");
        commands.expect(NO_ANCHOR, "pfctl", "-a", ANCHOR, "-s", "rules");
        commands.expect(new Exited(0, PfctlModel.STOCK, ""), "pfctl", "-s", "rules");
        load(new Exited(0, "", "pf enabled\n"));
        assertThat(firewall.apply(Policies.named("blocked"))).contains(refused("it named no token for -E"));
    }

    @Test
    void apply_withoutPfctl_saysWhatIsMissing() {
        commands.expect(new Missing(), "pfctl", "-s", "info");
        commands.expect(new Missing(), "pfctl", "-s", "rules");
        assertThat(firewall.apply(Policies.named("blocked"))).contains(refused("not installed"));
    }

    @Test
    void apply_pfctlThatNeverEnds_isRefused() {
        look("Disabled");
        load(new TimedOut());
        assertThat(firewall.apply(Policies.named("blocked"))).contains(refused("no end after PT5S"));
    }

    @Test
    void open_whereFlushingFails_isRefused_andKeepsTheReference() throws Exception {
        Files.writeString(state.resolve("pf-reference"), "15390021");
        commands.expect(new Exited(1, "", "pfctl: Operation not permitted"), "pfctl", "-a", ANCHOR, "-F", "rules");
        assertThat(firewall.apply(new Open())).contains(refused("exit 1: pfctl: Operation not permitted"));
        assertThat(state.resolve("pf-reference")).exists();
    }

    /// Else pf would stay enabled for ever.
    @Test
    void open_whereTheReferenceIsNotGivenBack_keepsItForTheNextTime() throws Exception {
        Files.writeString(state.resolve("pf-reference"), "15390021");
        commands.expect("pfctl", "-a", ANCHOR, "-F", "rules");
        commands.expect(new TimedOut(), "pfctl", "-s", "References");
        assertThat(firewall.apply(new Open())).isEmpty();
        assertThat(state.resolve("pf-reference")).exists();

        commands.expect("pfctl", "-a", ANCHOR, "-F", "rules");
        commands.expect(new Exited(0, "42 ginneld 15390021 0\n", ""), "pfctl", "-s", "References");
        commands.expect(new Exited(1, "", "pfctl: busy"), "pfctl", "-X", "15390021");
        assertThat(firewall.apply(new Open())).isEmpty();
        assertThat(state.resolve("pf-reference")).exists();

        commands.expect("pfctl", "-a", ANCHOR, "-F", "rules");
        commands.expect(new Exited(0, "none\n", ""), "pfctl", "-s", "References");
        assertThat(firewall.apply(new Open())).isEmpty();
        assertThat(state.resolve("pf-reference")).doesNotExist();
    }

    @Test
    void stands_unreadable_isFalse() {
        commands.expect(new TimedOut(), "pfctl", "-a", ANCHOR, "-s", "rules");
        assertThat(firewall.stands()).isFalse();
        commands.expect(NO_ANCHOR, "pfctl", "-a", ANCHOR, "-s", "rules");
        assertThat(firewall.stands()).isTrue();
    }

    /// Columns as `pfctl` prints them: label, evaluations, packets, bytes, in and out.
    @Test
    void refused_addsUpRulesThatRefuse_byParagraph() {
        look("Disabled");
        load(new Exited(0, "", "Token : 1\n"));
        commands.expect("pfctl", "-F", "states");
        assertThat(firewall.apply(Policies.named("nothing"))).isEmpty();
        var labels = PfListing.labels(PfRenderer.render(Policies.named("nothing"), 0));
        var printed = new StringBuilder();
        labels.forEach(label -> printed.append(label).append(" 9 3 300 3 300 0 0\n"));
        commands.expect(new Exited(0, printed.toString(), ""), "pfctl", "-a", ANCHOR, "-s", "labels");
        assertThat(firewall.refused()).containsExactly(new Refused(5, 12), new Refused(9, 6));
    }

    @Test
    void refused_unreadable_isEmpty() {
        commands.expect(new Missing(), "pfctl", "-a", ANCHOR, "-s", "labels");
        assertThat(firewall.refused()).isEmpty();
    }

    private void look(String status) {
        commands.expect(new Exited(0, "Status: " + status + "\n", ""), "pfctl", "-s", "info");
        commands.expect(new Exited(0, PfctlModel.STOCK, ""), "pfctl", "-s", "rules");
    }

    private void load(Outcome outcome) {
        commands.expect(outcome, "pfctl", "-onone", "-E", "-a", ANCHOR, "-f", "-");
    }

    private static ErrorCause refused(String detail) {
        return new SystemRefused(Part.FIREWALL, "pfctl", detail);
    }
}
