// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import org.ginnel.daemon.firewall.FirewallPolicy.Open;
import org.ginnel.daemon.firewall.Policies;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.port.FirewallContract;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PfFirewallContractTest extends FirewallContract {
    private final PfctlModel pfctl = new PfctlModel();

    @TempDir
    private Path state;

    private PfFirewall firewall;

    @BeforeEach
    void begin() {
        firewall = another();
    }

    /// Of another process, which finds what this one left.
    private PfFirewall another() {
        return new PfFirewall(pfctl, 0, state);
    }

    @Override
    protected Firewall firewall() {
        return firewall;
    }

    @Override
    protected void flushByAnother() {
        pfctl.anchor = "";
    }

    @Test
    void apply_policiesInTurn_holdOneReferenceAndGiveItBack() {
        assertThat(firewall.apply(Policies.named("blocked"))).isEmpty();
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        assertThat(another().apply(Policies.named("connected"))).isEmpty();
        assertThat(pfctl.tokens).hasSize(1);
        assertThat(another().apply(new Open())).isEmpty();
        assertThat(pfctl.tokens).isEmpty();
        assertThat(pfctl.enabled).isFalse();
    }

    @Test
    void apply_whileAnotherNeedsPf_leavesItEnabled() {
        pfctl.enabled = true;
        pfctl.tokens.add(7L);
        assertThat(firewall.apply(Policies.named("blocked"))).isEmpty();
        assertThat(firewall.apply(new Open())).isEmpty();
        assertThat(pfctl.tokens).containsExactly(7L);
        assertThat(pfctl.enabled).isTrue();
    }

    @Test
    void apply_closingAnOpenMachine_forgetsWhatWasLetThroughBefore() {
        assertThat(firewall.apply(Policies.named("blocked"))).isEmpty();
        assertThat(pfctl.count("-F states")).isEqualTo(1);
        assertThat(pfctl.ran.indexOf("pfctl -F states"))
                .isGreaterThan(pfctl.ran.indexOf("pfctl -onone -E -a com.apple/000.ginnel -f -"));
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        assertThat(another().apply(Policies.named("connected"))).isEmpty();
        assertThat(pfctl.count("-F states")).isEqualTo(1);
    }

    @Test
    void stands_afterPfWasDisabled_isFalseUntilAppliedAgain() {
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        pfctl.disable();
        assertThat(firewall.stands()).isFalse();
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        assertThat(firewall.stands()).isTrue();
        assertThat(pfctl.tokens).hasSize(1);
        assertThat(pfctl.count("-F states")).isEqualTo(2);
    }

    @Test
    void stands_afterARuleWasSlippedIn_isFalse() {
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        pfctl.anchor = "pass quick all\n" + pfctl.anchor;
        assertThat(firewall.stands()).isFalse();
    }

    @Test
    void stands_afterARuleWasChangedUnderItsLabel_isFalse() {
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        assertThat(firewall.stands()).isTrue();
        pfctl.anchor = pfctl.anchor.replace("block drop in quick all", "pass in quick all");
        assertThat(firewall.stands()).isFalse();
    }

    @Test
    void apply_whereAnotherRulesetComesFirst_isRefusedAndChangesNothing() {
        pfctl.mainRules = "anchor \"theirs\" all\n" + PfctlModel.STOCK;
        assertThat(firewall.apply(Policies.named("blocked")))
                .get()
                .asInstanceOf(type(ErrorCause.SystemRefused.class))
                .extracting(ErrorCause.SystemRefused::detail)
                .asString()
                .contains("come before");
        assertThat(pfctl.anchor).isEmpty();
        assertThat(pfctl.enabled).isFalse();
    }

    @Test
    void stands_afterTheMainRulesetWasReplaced_isFalse() {
        assertThat(firewall.apply(Policies.named("blocked"))).isEmpty();
        pfctl.mainRules = "pass quick all flags S/SA keep state\n";
        assertThat(firewall.stands()).isFalse();
    }
}
