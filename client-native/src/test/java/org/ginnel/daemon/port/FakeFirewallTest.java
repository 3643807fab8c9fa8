// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.ginnel.daemon.firewall.FirewallPolicy.Closed;
import org.ginnel.daemon.firewall.FirewallPolicy.Open;
import org.ginnel.tunnel.ErrorCause.EngineMissing;
import org.junit.jupiter.api.Test;

class FakeFirewallTest extends FirewallContract {
    private final FakeFirewall firewall = new FakeFirewall(new Journal());

    @Override
    protected Firewall firewall() {
        return firewall;
    }

    @Override
    protected void flushByAnother() {
        firewall.flush();
    }

    @Test
    void apply_refused_theOldPolicyHolds() {
        firewall.refuseNext(new EngineMissing());
        assertThat(firewall.apply(new Closed(Set.of(), Set.of(), List.of(), false)))
                .contains(new EngineMissing());
        assertThat(firewall.applied()).isEqualTo(new Open());
    }
}
