// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.ginnel.daemon.Golden.assertGolden;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.data.Index;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.dns.DnsPlan;
import org.ginnel.daemon.port.Dns;
import org.ginnel.daemon.port.DnsContract;
import org.ginnel.daemon.port.Plans;
import org.ginnel.daemon.windows.Layouts;
import org.ginnel.daemon.windows.WindowsNames;
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
        return ModelledDns.isUntouched(registry);
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

    /// By the registry alone the resolver would hear of it some time or never.
    @Test
    void use_tellsTheResolver_ofTheLaneInUseAlone() {
        assertThat(dns.use(Plans.dns())).isEmpty();
        assertThat(registry.told)
                .containsExactly(
                        entry(WindowsNames.adapter(Lane.FIRST) + " ipv4", "10.7.0.1 corp.example"),
                        entry(WindowsNames.adapter(Lane.FIRST) + " ipv6", "fddd:2c4:2c4:2c4::1 corp.example"));
        assertThat(dns.use(new DnsPlan(Lane.SECOND.device(), Plans.dns().resolvers(), List.of())))
                .isEmpty();
        assertThat(registry.told)
                .containsOnlyKeys(
                        WindowsNames.adapter(Lane.SECOND) + " ipv4", WindowsNames.adapter(Lane.SECOND) + " ipv6");
    }

    @Test
    void use_onAWindowsWithoutTheFunction_isByTheRegistryAlone() {
        registry.failures.put("tell4", Registry.NO_FUNCTION);
        registry.failures.put("tell6", Registry.NO_FUNCTION);
        assertThat(dns.use(Plans.dns())).isEmpty();
        assertThat(dns.stands()).isTrue();
    }

    /// A family that the machine does not speak.
    @Test
    void use_refusedForAFamilyWithoutAResolver_isFine() {
        registry.failures.put("tell6", 5);
        var resolvers = Plans.dns().resolvers().stream()
                .filter(Inet4Address.class::isInstance)
                .toList();
        assertThat(dns.use(new DnsPlan(Lane.FIRST.device(), resolvers, List.of())))
                .isEmpty();
        assertThat(dns.use(Plans.dns()))
                .contains(new SystemRefused(Part.DNS, "SetInterfaceDnsSettings", "error 0x00000005"));
        assertThat(isUntouched()).isTrue();
    }

    @Test
    void whatTheResolverIsTold_isLaidOutAsInC() {
        var layouts = Layouts.read();
        assertThat(InterfaceSettings.SIZE).isEqualTo(layouts.size("DNS_INTERFACE_SETTINGS"));
        assertThat(InterfaceSettings.FLAGS).isEqualTo(offset(layouts, "Flags"));
        assertThat(InterfaceSettings.NAME_SERVER).isEqualTo(offset(layouts, "NameServer"));
        assertThat(InterfaceSettings.SEARCH_LIST).isEqualTo(offset(layouts, "SearchList"));
        var bytes = ByteBuffer.wrap(InterfaceSettings.of(false, 0x1111, 0x2222)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.getInt(offset(layouts, "Version"))).isEqualTo(1);
        assertThat(bytes.getLong(InterfaceSettings.FLAGS)).isEqualTo(7);
        assertThat(bytes.getLong(InterfaceSettings.NAME_SERVER)).isEqualTo(0x1111);
        assertThat(bytes.getLong(InterfaceSettings.SEARCH_LIST)).isEqualTo(0x2222);
        assertThat(InterfaceSettings.of(true, 0, 0)).contains(6, Index.atIndex(InterfaceSettings.FLAGS));
    }

    private static int offset(Layouts layouts, String field) {
        return layouts.field("DNS_INTERFACE_SETTINGS", field).offset();
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
