// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.firewall.FirewallPolicy.Open;
import org.ginnel.daemon.firewall.Policies;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.port.FirewallContract;
import org.ginnel.daemon.windows.FixedAdapters;
import org.ginnel.daemon.windows.firewall.Filter.Lifetime;
import org.ginnel.daemon.windows.firewall.Filter.Verdict;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;
import org.ginnel.tunnel.ErrorCause.SystemRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WfpFirewallTest extends FirewallContract {
    private static final int DENIED = 5;

    private final FilterEngineModel engine = new FilterEngineModel();
    private final WfpFirewall firewall = another();

    private WfpFirewall another() {
        return new WfpFirewall(engine, FixedAdapters.all());
    }

    static Iterable<String> names() {
        return Policies.byName().keySet();
    }

    @Override
    protected Firewall firewall() {
        return firewall;
    }

    @Override
    protected void flushByAnother() {
        engine.flush();
    }

    @AfterEach
    void noSessionIsLeft() {
        assertThat(engine.open).isZero();
    }

    @ParameterizedTest
    @MethodSource("names")
    void apply_everyPolicy_isOneTransactionAndStands(String name) {
        assertThat(firewall.apply(Policies.named(name))).isEmpty();
        assertThat(engine.commits).isEqualTo(1);
        assertThat(firewall.stands()).isTrue();
        assertThat(another().apply(new Open())).isEmpty();
        assertThat(engine.filters()).isEmpty();
        assertThat(engine.hasFrame()).isFalse();
    }

    @Test
    void apply_whatAnEarlierProcessLeft_isReplaced() {
        assertThat(another().apply(Policies.named("connected-lan"))).isEmpty();
        assertThat(firewall.apply(Policies.named("blocked"))).isEmpty();
        assertThat(firewall.stands()).isTrue();
        assertThat(engine.filters().values()).noneMatch(filter -> filter.paragraph() == 7 || filter.paragraph() == 8);
    }

    @Test
    void apply_again_touchesNoFilter() {
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        engine.calls.clear();
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        assertThat(engine.calls).doesNotContain("add", "delete");
    }

    @Test
    void restart_ofAClosedMachine_isClosedButForWhatBootingNeeds() {
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        engine.restart();
        assertThat(firewall.stands()).isFalse();
        assertThat(engine.filters().values())
                .filteredOn(filter -> filter.verdict() == Verdict.PERMIT)
                .extracting(Filter::paragraph)
                .containsOnly(1, 3, 4);
        for (var lifetime : List.of(Lifetime.PERSISTENT, Lifetime.BOOT)) {
            for (var layer : List.of(Layer.CONNECT4, Layer.CONNECT6, Layer.ACCEPT4, Layer.ACCEPT6)) {
                assertThat(engine.filters().values())
                        .anyMatch(filter -> filter.lifetime() == lifetime
                                && filter.layer() == layer
                                && filter.verdict() == Verdict.BLOCK
                                && filter.conditions().isEmpty());
            }
        }
    }

    /// A service that was set to be started by hand: Windows keeps its filters and asks nobody.
    @Test
    void filtersThatWindowsHasDisabled_doNotStand_andAreMadeAnew() {
        assertThat(firewall.apply(Policies.named("nothing"))).isEmpty();
        engine.restartWithoutTheService();
        var started = another();
        assertThat(started.apply(Policies.named("nothing"))).isEmpty();
        assertThat(engine.asked()).isEqualTo(engine.filters().keySet());
        assertThat(started.stands()).isTrue();
        var before = engine.filters();
        engine.restartWithoutTheService();
        assertThat(engine.filters()).as("none is of this run only").isEqualTo(before);
        assertThat(started.stands()).isFalse();
    }

    @Test
    void stands_afterOneFilterWasRemovedOrSlippedIn_isFalse() {
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        var one = engine.filters().values().iterator().next();
        engine.remove(one.key());
        assertThat(firewall.stands()).isFalse();
        engine.slipIn(one);
        assertThat(firewall.stands()).isTrue();
        engine.slipIn(new Filter(9, Layer.CONNECT4, 15, Verdict.PERMIT, Lifetime.RUNNING, List.of()));
        assertThat(firewall.stands()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "begin, FwpmTransactionBegin0",
        "keys, FwpmFilterEnum0",
        "delete, FwpmFilterDeleteByKey0",
        "addProvider, FwpmProviderAdd0",
        "addSublayer, FwpmSubLayerAdd0",
        "add, FwpmFilterAdd0",
        "commit, FwpmTransactionCommit0",
    })
    void apply_refusedAnywhere_saysWhere_andTheOldPolicyHolds(String call, String function) {
        assertThat(firewall.apply(Policies.named("blocked"))).isEmpty();
        var before = engine.filters();
        engine.failures.put(call, DENIED);
        assertThat(firewall.apply(Policies.named("connected"))).isEqualTo(refused(function));
        assertThat(engine.filters()).isEqualTo(before);
        engine.failures.clear();
        assertThat(firewall.stands()).isTrue();
    }

    @Test
    void engineThatDoesNotRun_isRefused_andNothingStands() {
        engine.failures.put("open", DENIED);
        assertThat(firewall.apply(Policies.named("blocked"))).isEqualTo(refused("FwpmEngineOpen0"));
        assertThat(firewall.stands()).isFalse();
    }

    @Test
    void apply_withoutTheAdapter_saysWhyAndChangesNothing() {
        var missing = new ErrorCause.EngineMissing();
        var without = new WfpFirewall(engine, FixedAdapters.refused(missing));
        assertThat(without.apply(Policies.named("connected"))).contains(missing);
        assertThat(engine.filters()).isEmpty();
        assertThat(without.apply(Policies.named("blocked"))).isEmpty();
    }

    private static Optional<ErrorCause> refused(String function) {
        return Optional.of(new SystemRefused(Part.FIREWALL, function, "error 0x00000005"));
    }
}
