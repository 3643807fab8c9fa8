// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ginnel.daemon.windows.firewall.Filter.Lifetime;
import org.ginnel.daemon.windows.firewall.Filter.Verdict;
import org.ginnel.daemon.windows.firewall.FilterEngine.Opened;
import org.ginnel.wireguard.IpNetwork;
import org.junit.jupiter.api.Test;

/// The filtering engine tells of a filter that comes and goes, of an address that nobody has (RFC 5737). Wine 8 has no
/// filtering engine.
class FilterWatchOnWindowsTest {
    private final NativeFilterEngine engine = new NativeFilterEngine();
    private final Semaphore told = new Semaphore(0);

    @Test
    void withoutAnEngine_theCodeIsNamed() {
        assumeThat(engine.open()).isInstanceOf(Opened.Refused.class);

        assertThatThrownBy(() -> FilterWatch.start(told::release))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("FwpmEngineOpen0: error 0x");
    }

    @Test
    void whatAnotherSessionAddsAndDeletes_isTold() throws Exception {
        assumeThat(engine.open()).isInstanceOf(Opened.Session.class);
        var filter = new Filter(
                9,
                Layer.CONNECT4,
                1,
                Verdict.BLOCK,
                Lifetime.RUNNING,
                List.of(new Condition.Remote(IpNetwork.parse("192.0.2.1/32").orElseThrow())));
        var running = FilterWatch.start(told::release);
        try (var calls = ((Opened.Session) engine.open()).calls()) {
            assertThat(calls.begin()).isZero();
            assertThat(calls.addProvider()).isZero();
            assertThat(calls.addSublayer()).isZero();
            assertThat(calls.add(filter)).isZero();
            assertThat(calls.commit()).isZero();
            assertThat(told.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
            told.drainPermits();
            assertThat(calls.begin()).isZero();
            assertThat(calls.delete(filter.key())).isZero();
            assertThat(calls.deleteSublayer()).isZero();
            assertThat(calls.deleteProvider()).isZero();
            assertThat(calls.commit()).isZero();
            assertThat(told.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        } finally {
            running.close();
        }
    }
}
