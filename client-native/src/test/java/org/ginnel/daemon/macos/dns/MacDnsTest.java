// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ginnel.daemon.Golden.assertGolden;

import java.util.List;
import java.util.Map;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.dns.DnsPlan;
import org.ginnel.daemon.port.Dns;
import org.ginnel.daemon.port.DnsContract;
import org.ginnel.daemon.port.Plans;
import org.ginnel.tunnel.ErrorCause.Part;
import org.ginnel.tunnel.ErrorCause.SystemRefused;
import org.ginnel.wireguard.IpLiteral;
import org.junit.jupiter.api.Test;

class MacDnsTest extends DnsContract {
    private static final String FIRST = "State:/Network/Service/org.ginnel.0/DNS";
    private static final String SECOND = "State:/Network/Service/org.ginnel.1/DNS";

    private final ScutilModel scutil = new ScutilModel();
    private final MacDns dns = new MacDns(scutil);

    @Override
    protected Dns dns() {
        return dns;
    }

    @Override
    protected boolean isUsed(DnsPlan plan) {
        var entry = scutil.store.get(FIRST);
        return entry != null
                && List.of("").equals(entry.get("SupplementalMatchDomains"))
                && plan.resolvers().stream().map(IpLiteral::format).toList().equals(entry.get("ServerAddresses"));
    }

    @Override
    protected boolean overwriteByAnother() {
        scutil.store.put(FIRST, Map.of("ServerAddresses", List.of("192.0.2.53")));
        return true;
    }

    @Override
    protected boolean isUntouched() {
        return scutil.store.isEmpty();
    }

    @Test
    void text_isItsGolden() {
        assertGolden("macos/dns/set.scutil", ScutilText.set(Lane.FIRST, Plans.dns()));
        assertGolden("macos/dns/remove.scutil", ScutilText.remove(List.of(Lane.values())));
        assertGolden("macos/dns/show.scutil", ScutilText.show(Lane.SECOND));
    }

    @Test
    void use_inTheOtherLane_isThereBeforeTheFirstGoes() {
        assertThat(dns.use(Plans.dns())).isEmpty();
        scutil.told.clear();
        assertThat(dns.use(new DnsPlan(Lane.SECOND.device(), Plans.dns().resolvers(), List.of())))
                .isEmpty();
        assertThat(scutil.store).containsOnlyKeys(SECOND);
        assertThat(scutil.told.getFirst()).contains("set " + SECOND).doesNotContain("remove");
    }

    @Test
    void restore_whatAnEarlierProcessLeft_isRemoved() {
        assertThat(dns.use(Plans.dns())).isEmpty();
        assertThat(new MacDns(scutil).restore()).isEmpty();
        assertThat(scutil.store).isEmpty();
    }

    @Test
    void use_whatWasNotKept_isRefusedThoughScutilSaysNothing() {
        scutil.deaf = true;
        assertThat(dns.use(Plans.dns())).contains(new SystemRefused(Part.DNS, "scutil", "the resolvers were not kept"));
        assertThat(isUntouched()).isTrue();
    }

    @Test
    void use_withoutScutil_saysSo() {
        scutil.missing = true;
        assertThat(dns.use(Plans.dns())).contains(new SystemRefused(Part.DNS, "scutil", "not installed"));
        assertThat(dns.restore()).contains(new SystemRefused(Part.DNS, "scutil", "not installed"));
    }

    @Test
    void searchDomainThatIsMoreThanADomain_isRefused() {
        for (var domain : List.of("a b", "a\nremove State:/Network/Global/DNS", "-x", "")) {
            var plan = new DnsPlan(Plans.DEVICE, Plans.dns().resolvers(), List.of(domain));
            assertThatThrownBy(() -> ScutilText.set(Lane.FIRST, plan))
                    .as(domain)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
