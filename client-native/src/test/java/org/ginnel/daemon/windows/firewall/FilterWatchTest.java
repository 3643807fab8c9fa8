// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.firewall.Policies;
import org.ginnel.daemon.windows.FixedAdapters;
import org.junit.jupiter.api.Test;

class FilterWatchTest {
    private final FilterEngineModel engine = new FilterEngineModel();
    private final WfpFirewall firewall = new WfpFirewall(engine, FixedAdapters.all());
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void aFilterThatAnotherTakesAway_isTold_inEveryLayer() throws IOException {
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        var running = FilterWatch.start(engine, told::incrementAndGet);
        for (var layer : Layer.values()) {
            var before = told.get();
            engine.filters().values().stream()
                    .filter(filter -> filter.layer() == layer)
                    .findAny()
                    .ifPresent(filter -> engine.remove(filter.key()));
            assertThat(told).as(layer.toString()).hasValueGreaterThan(before);
        }
        running.close();
    }

    @Test
    void aFilterThatAnotherAddsInOurName_andAFlush_areTold() throws IOException {
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        var running = FilterWatch.start(engine, told::incrementAndGet);
        engine.slipIn(FilterRendererTest.render("blocked-lan").getFirst());
        engine.flush();
        assertThat(told.get()).isGreaterThan(1);
        running.close();
    }

    /// Else the session of the watch would have to be the one that changes things.
    @Test
    void whatWeDoOurselves_isToldToo() throws IOException {
        var running = FilterWatch.start(engine, told::incrementAndGet);
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        assertThat(told.get()).isPositive();
        running.close();
    }

    @Test
    void closed_itTellsNothing_andKeepsNoSession() throws IOException {
        FilterWatch.start(engine, told::incrementAndGet).close();
        assertThat(firewall.apply(Policies.named("connected"))).isEmpty();
        assertThat(firewall.apply(new FirewallPolicy.Open())).isEmpty();
        assertThat(told).hasValue(0);
        assertThat(engine.open).isZero();
    }

    @Test
    void anEngineThatRefuses_isNamed_andNoSessionIsKept() {
        engine.failures.put("subscribe", 5);
        assertThatThrownBy(() -> FilterWatch.start(engine, told::incrementAndGet))
                .isInstanceOf(IOException.class)
                .hasMessage("FwpmFilterSubscribeChanges0: error 0x00000005 of Windows");
        assertThat(engine.open).isZero();
        engine.failures.put("open", 0x6D9);
        assertThatThrownBy(() -> FilterWatch.start(engine, told::incrementAndGet))
                .isInstanceOf(IOException.class)
                .hasMessage("FwpmEngineOpen0: error 0x000006d9 of Windows");
    }
}
