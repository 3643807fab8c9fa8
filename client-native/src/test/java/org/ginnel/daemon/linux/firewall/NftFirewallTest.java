// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.ginnel.daemon.firewall.Policies;
import org.ginnel.daemon.process.Commands.Outcome;
import org.ginnel.daemon.process.Commands.Outcome.Exited;
import org.ginnel.daemon.process.Commands.Outcome.Missing;
import org.ginnel.daemon.process.Commands.Outcome.TimedOut;
import org.ginnel.daemon.process.ScriptedCommands;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;
import org.ginnel.tunnel.ErrorCause.SystemRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NftFirewallTest {
    private final ScriptedCommands commands = new ScriptedCommands();
    private final NftFirewall firewall =
            new NftFirewall(new NftProgram(commands), OptionalInt::empty, 0, Path.of("/nonexistent"));

    @AfterEach
    void everythingExpectedRan() {
        commands.close();
    }

    @Test
    void apply_kernelWithoutArp_isTriedAgainWithoutAndRemembered() {
        load(new Exited(1, "", "Error: Could not process rule: Operation not supported"));
        load(new Exited(0, "", ""));
        load(new Exited(0, "", ""));
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        assertThat(firewall.apply(Policies.named("blocked"))).isEmpty();
        assertThat(commands.stdin(0)).contains("table arp");
        assertThat(commands.stdin(1)).contains("table inet").doesNotContain("arp");
        assertThat(commands.stdin(2)).doesNotContain("arp");
    }

    @Test
    void apply_refused_saysWhatNftSaidOnOneLine() {
        load(new Exited(1, "", "Error: no\n\tway\u001b[2J"));
        load(new Exited(1, "", "other"));
        assertThat(firewall.apply(Policies.named("blocked"))).contains(refused("exit 1: Error: no way [2J"));
    }

    @Test
    void apply_withoutNft_saysSo() {
        load(new Missing());
        load(new Missing());
        assertThat(firewall.apply(Policies.named("blocked"))).contains(refused("not installed"));
    }

    @Test
    void apply_nftThatNeverEnds_isRefused() {
        load(new TimedOut());
        load(new TimedOut());
        assertThat(firewall.apply(Policies.named("blocked"))).isEqualTo(Optional.of(refused("no end after PT5S")));
    }

    @Test
    void stands_unreadable_isFalse() {
        load(new Exited(0, "", ""));
        assertThat(firewall.apply(Policies.named("blocked"))).isEmpty();
        commands.expect(new TimedOut(), "nft", "-s", "-j", "list", "table", "inet", "ginnel");
        assertThat(firewall.stands()).isFalse();
    }

    private void load(Outcome outcome) {
        commands.expect(outcome, "nft", "-f", "-");
    }

    private static ErrorCause refused(String detail) {
        return new SystemRefused(Part.FIREWALL, "nft", detail);
    }
}
