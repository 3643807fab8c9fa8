// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.ginnel.daemon.firewall.FirewallPolicy.Closed;
import org.ginnel.daemon.firewall.FirewallPolicy.Open;
import org.ginnel.daemon.firewall.Policies;
import org.ginnel.daemon.firewall.Refused;
import org.ginnel.daemon.linux.Tools;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.port.FirewallContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NftFirewallNamespaceTest extends FirewallContract {
    private final Tools tools = Tools.inNamespace();
    private final NftFirewall firewall = open();

    /// As the daemon has it: the program first, then the library.
    NftFirewall open() {
        return new NftFirewall(tools.commands(), 0, Path.of("/nonexistent"));
    }

    final Tools tools() {
        return tools;
    }

    static Iterable<String> names() {
        return Policies.byName().keySet();
    }

    @Override
    protected Firewall firewall() {
        return firewall;
    }

    @Test
    void whatTheMachineComesUpWith_isWhatTheDaemonWouldApply(@TempDir Path directory) {
        var policy = Closed.entirely(true);
        assertThat(firewall.apply(policy)).isEmpty();
        var applied = tools.run("nft list ruleset");
        flushByAnother();

        assertThat(new NftFirewall(tools.commands(), 0, directory).comeUp(policy, true))
                .isEmpty();
        tools.run("nft -f " + directory.resolve("boot.nft"));

        assertThat(tools.run("nft list ruleset")).isEqualTo(applied).isNotBlank();
    }

    @Override
    protected void flushByAnother() {
        tools.run("nft flush ruleset");
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(firewall.apply(new Open())).isEmpty();
        assertThat(tools.run("nft list ruleset")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void apply_everyGolden_isTakenByTheKernel(String name) {
        assertThat(firewall.apply(Policies.named(name))).isEmpty();
        assertThat(firewall.stands()).isTrue();
    }

    @Test
    void apply_whatAnEarlierDaemonLeft_isReplaced() {
        assertThat(new NftFirewall(tools.commands(), 0, Path.of("/nonexistent")).apply(Policies.named("connected-lan")))
                .isEmpty();
        assertThat(firewall.apply(Policies.named("blocked"))).isEmpty();
        assertThat(tools.run("nft list ruleset")).contains("policy drop").doesNotContain("ginnel0");
    }

    @Test
    void apply_tablesOfOthers_areLeftAlone() {
        tools.run("nft add table inet theirs");
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        assertThat(firewall.apply(new Open())).isEmpty();
        assertThat(tools.run("nft list ruleset")).contains("inet theirs");
        tools.run("nft delete table inet theirs");
    }

    @Test
    void stands_afterOneRuleWasRemoved_isFalse() {
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        assertThat(firewall.stands()).isTrue();
        tools.run("nft flush chain inet ginnel prerouting");
        assertThat(firewall.stands()).isFalse();
    }

    @Test
    void stands_afterARuleWasSlippedIn_isFalse() {
        assertThat(firewall.apply(Policies.named("blocked"))).isEmpty();
        tools.run("nft insert rule inet ginnel output accept");
        assertThat(firewall.stands()).isFalse();
    }

    /// Before anybody has looked for the first time.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert rule inet ginnel output accept",
                "flush chain inet ginnel output",
                "replace rule inet ginnel output handle %d accept",
                "delete rule inet ginnel output handle %d; insert rule inet ginnel output accept",
                "delete rule inet ginnel output handle %d; add rule inet ginnel output counter reject with icmpx admin-prohibited",
            })
    void stands_afterAChangeAtOnce_isFalse(String change) {
        assertThat(firewall.apply(Policies.named("blocked"))).isEmpty();
        tools.feed(change.replace("; ", "\n").replace("%d", lastRuleOfOutput()) + "\n", "nft -f -");
        assertThat(firewall.stands()).isFalse();
        assertThat(firewall.apply(Policies.named("blocked"))).isEmpty();
        assertThat(firewall.stands()).isTrue();
    }

    private String lastRuleOfOutput() {
        var listing = tools.run("nft -a list chain inet ginnel output");
        return listing.replaceAll("(?s).*# handle (\\d+).*", "$1");
    }

    @Test
    void stands_afterAnotherTableWasChangedAtOnce_isTrue() {
        for (var name : List.of("connected", "connected-lan", "blocked")) {
            assertThat(firewall.apply(Policies.named(name))).isEmpty();
            tools.run("nft add table inet theirs");
            assertThat(firewall.stands()).as(name).isTrue();
            tools.run("nft delete table inet theirs");
            assertThat(firewall.stands()).as(name).isTrue();
        }
    }

    @Test
    void refused_namesTheParagraphAndCountsItsPackets() {
        assertThat(firewall.apply(Policies.named("blocked"))).isEmpty();
        assertThat(firewall.refused()).isEmpty();
        tools.run("ip link add up0 type veth peer name up1");
        tools.run("ip address add 192.0.2.1/24 dev up0");
        tools.run("ip link set up0 up");
        tools.attempt("ping -n -c 1 -W 0.1 192.0.2.80");
        assertThat(firewall.refused()).contains(new Refused(9, 1));
        assertThat(firewall.apply(Policies.named("blocked"))).isEmpty();
        assertThat(firewall.refused()).isEmpty();
        tools.run("ip link del up0");
    }

    @Test
    void stands_afterPacketsWereCounted_isTrue() {
        assertThat(firewall.apply(Policies.named("blocked"))).isEmpty();
        assertThat(firewall.stands()).isTrue();
        tools.run("ip link add up0 type veth peer name up1");
        tools.run("ip address add 192.0.2.1/24 dev up0");
        tools.run("ip link set up0 up");
        tools.attempt("ping -n -c 1 -W 0.1 192.0.2.80");
        assertThat(tools.run("nft list table inet ginnel")).containsPattern("counter packets [1-9]");
        assertThat(firewall.stands()).isTrue();
        tools.run("ip link del up0");
    }

    @Test
    void stands_withoutArpTable_isFalse() {
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        assertThat(firewall.stands()).isTrue();
        tools.run("nft delete table arp ginnel");
        assertThat(firewall.stands()).isFalse();
    }
}
