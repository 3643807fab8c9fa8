// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.firewall.FirewallPolicy.Carries;
import org.ginnel.daemon.firewall.FirewallPolicy.Closed;
import org.ginnel.daemon.firewall.FirewallPolicy.Open;
import org.ginnel.daemon.firewall.FirewallPolicy.Tunnel;
import org.junit.jupiter.api.Test;

/// What every [Firewall] does.
public abstract class FirewallContract {
    private static final FirewallPolicy BLOCKED = new Closed(Set.of(), Set.of(), List.of(), false);
    private static final FirewallPolicy CONNECTED = new Closed(
            Set.of(new InetSocketAddress(InetAddress.ofLiteral("203.0.113.6"), 51820)),
            Set.of(new InetSocketAddress(InetAddress.ofLiteral("2001:db8::7"), 443)),
            List.of(new Tunnel(
                    Lane.FIRST,
                    List.of(InetAddress.ofLiteral("10.7.0.2")),
                    List.of(InetAddress.ofLiteral("10.7.0.1")),
                    Carries.NEW)),
            true);

    /// The firewall under test, open.
    protected abstract Firewall firewall();

    /// Another program removes every rule of the machine.
    protected abstract void flushByAnother();

    @Test
    void apply_closed_stands() {
        assertThat(firewall().apply(BLOCKED)).isEmpty();
        assertThat(firewall().stands()).isTrue();
    }

    @Test
    void apply_oneAfterTheOther_theLastStands() {
        for (var policy : List.of(BLOCKED, CONNECTED, BLOCKED, new Open(), CONNECTED)) {
            assertThat(firewall().apply(policy)).isEmpty();
            assertThat(firewall().stands()).as(policy.toString()).isTrue();
        }
    }

    @Test
    void apply_again_isSuccess() {
        assertThat(firewall().apply(CONNECTED)).isEmpty();
        assertThat(firewall().apply(CONNECTED)).isEmpty();
        assertThat(firewall().stands()).isTrue();
    }

    @Test
    void apply_openTwice_isSuccess() {
        assertThat(firewall().apply(new Open())).isEmpty();
        assertThat(firewall().apply(new Open())).isEmpty();
        assertThat(firewall().stands()).isTrue();
    }

    @Test
    void stands_afterAnotherFlushed_isFalseUntilAppliedAgain() {
        assertThat(firewall().apply(CONNECTED)).isEmpty();
        flushByAnother();
        assertThat(firewall().stands()).isFalse();
        assertThat(firewall().apply(CONNECTED)).isEmpty();
        assertThat(firewall().stands()).isTrue();
    }
}
