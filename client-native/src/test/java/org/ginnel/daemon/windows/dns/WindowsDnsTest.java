// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.daemon.Golden.assertGolden;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.dns.DnsPlan;
import org.ginnel.daemon.port.Dns;
import org.ginnel.daemon.port.DnsContract;
import org.ginnel.daemon.port.Plans;
import org.ginnel.daemon.windows.dns.Registry.Value;
import org.ginnel.tunnel.ErrorCause.Part;
import org.ginnel.tunnel.ErrorCause.SystemRefused;
import org.ginnel.wireguard.IpLiteral;
import org.junit.jupiter.api.Test;

class WindowsDnsTest extends DnsContract {
    private final RegistryModel registry = new RegistryModel();
    private final WindowsDns dns = new WindowsDns(registry);

    @Override
    protected Dns dns() {
        return dns;
    }

    @Override
    protected boolean isUsed(DnsPlan plan) {
        var servers = plan.resolvers().stream().map(IpLiteral::format).collect(Collectors.joining(";"));
        return registry.get(NameSettings.rule(), "GenericDNSServers")
                        .filter(new Value.Text(servers)::equals)
                        .isPresent()
                && registry.get(NameSettings.rule(), "Name")
                        .filter(new Value.Texts(List.of("."))::equals)
                        .isPresent();
    }

    @Override
    protected boolean overwriteByAnother() {
        registry.keys.remove(NameSettings.rule());
        return true;
    }

    @Override
    protected boolean isUntouched() {
        return registry.keys.values().stream().allMatch(Map::isEmpty);
    }

    @Test
    void settings_areTheirGolden() {
        var text = NameSettings.of(Lane.FIRST, Plans.dns()).stream()
                .map(setting -> setting.key() + "\n  " + setting.name() + " = " + setting.value() + "\n")
                .collect(Collectors.joining());
        assertGolden("windows/dns/settings.registry", text);
    }

    @Test
    void use_inTheOtherLane_leavesNothingAtTheFirst() {
        assertThat(dns.use(Plans.dns())).isEmpty();
        assertThat(dns.use(new DnsPlan(Lane.SECOND.device(), Plans.dns().resolvers(), List.of())))
                .isEmpty();
        assertThat(NameSettings.ofInterface(Lane.FIRST))
                .allSatisfy(setting ->
                        assertThat(registry.get(setting.key(), setting.name())).isEmpty());
        assertThat(registry.flushes).isEqualTo(2);
    }

    @Test
    void restore_whatAnEarlierProcessLeft_isRemoved() {
        assertThat(dns.use(Plans.dns())).isEmpty();
        assertThat(new WindowsDns(registry).restore()).isEmpty();
        assertThat(isUntouched()).isTrue();
    }

    @Test
    void everyRefusal_saysWhichCall_andLeavesNothing() {
        registry.failures.put("GenericDNSServers", 5);
        assertThat(dns.use(Plans.dns())).contains(new SystemRefused(Part.DNS, "RegSetKeyValueW", "error 0x00000005"));
        assertThat(isUntouched()).isTrue();
        registry.failures.put("deleteKey", 5);
        assertThat(dns.restore()).contains(new SystemRefused(Part.DNS, "RegDeleteTreeW", "error 0x00000005"));
    }
}
