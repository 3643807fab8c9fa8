// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.dns;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ginnel.daemon.Golden.assertGolden;

import java.util.List;
import java.util.stream.Collectors;
import org.ginnel.daemon.dns.DnsPlan;
import org.ginnel.daemon.port.Plans;
import org.junit.jupiter.api.Test;

class DnsTextTest {
    @Test
    void everyMethod_isItsGolden() {
        assertGolden("linux/dns/resolv.conf", DnsText.file(Plans.dns()));
        assertGolden("linux/dns/resolvconf.stdin", DnsText.resolvConf(Plans.dns()));
        assertGolden(
                "linux/dns/resolvectl.commands",
                DnsText.resolvectl(Plans.dns()).stream()
                        .map(argv -> String.join(" ", argv) + "\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void searchDomainThatIsMoreThanADomain_isRefused() {
        for (var domain : List.of("a b", "a\nnameserver 192.0.2.1", "-x", "~.", "")) {
            var plan = new DnsPlan("ginnel0", Plans.dns().resolvers(), List.of(domain));
            assertThatThrownBy(() -> DnsText.file(plan)).as(domain).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
