// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.ginnel.daemon.dns.DnsPlan;
import org.ginnel.tunnel.ErrorCause.EngineMissing;
import org.junit.jupiter.api.Test;

class FakeDnsTest extends DnsContract {
    private final FakeDns dns = new FakeDns(new Journal());

    @Override
    protected Dns dns() {
        return dns;
    }

    @Override
    protected boolean isUsed(DnsPlan plan) {
        return dns.used().filter(plan::equals).isPresent();
    }

    @Override
    protected boolean overwriteByAnother() {
        dns.overwrite();
        return true;
    }

    @Override
    protected boolean isUntouched() {
        return dns.used().isEmpty();
    }

    @Test
    void use_refused_changesNothing() {
        dns.refuse("use", new EngineMissing());
        assertThat(dns.use(Plans.dns())).contains(new EngineMissing());
        assertThat(isUntouched()).isTrue();
    }
}
