// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.daemon.Golden.assertGolden;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.windows.FixedAdapters;
import org.ginnel.daemon.windows.HexText;
import org.ginnel.daemon.windows.Layouts;
import org.ginnel.wireguard.IpLiteral;
import org.junit.jupiter.api.Test;

class IpRowsTest {
    private static final long LUID = FixedAdapters.number(Lane.FIRST);

    private final Layouts layouts = Layouts.read();

    @Test
    void offsets_areThoseOfTheCompiler() {
        assertThat(IpRows.ADDRESS).isEqualTo(layouts.size("MIB_UNICASTIPADDRESS_ROW"));
        assertThat(IpRows.INTERFACE).isEqualTo(layouts.size("MIB_IPINTERFACE_ROW"));
        assertThat(IpRows.COUNTS).isEqualTo(layouts.size("MIB_IF_ROW2"));
        assertThat(RouteRow.SIZE).isEqualTo(layouts.size("MIB_IPFORWARD_ROW2"));
        assertThat(Sockaddr.SIZE).isEqualTo(layouts.size("SOCKADDR_INET"));
        isAt("MIB_UNICASTIPADDRESS_ROW", "Address", 0);
        isAt("MIB_UNICASTIPADDRESS_ROW", "InterfaceLuid", IpRows.ADDRESS_LUID);
        isAt("MIB_UNICASTIPADDRESS_ROW", "OnLinkPrefixLength", IpRows.ADDRESS_PREFIX);
        isAt("MIB_UNICASTIPADDRESS_ROW", "DadState", IpRows.ADDRESS_DAD);
        isAt("MIB_IPINTERFACE_ROW", "InterfaceLuid", IpRows.INTERFACE_LUID);
        isAt("MIB_IPINTERFACE_ROW", "UseAutomaticMetric", IpRows.INTERFACE_AUTOMATIC);
        isAt("MIB_IPINTERFACE_ROW", "RouterDiscoveryBehavior", IpRows.INTERFACE_DISCOVERY);
        isAt("MIB_IPINTERFACE_ROW", "DadTransmits", IpRows.INTERFACE_DAD_TRANSMITS);
        isAt("MIB_IPINTERFACE_ROW", "SitePrefixLength", IpRows.INTERFACE_SITE_PREFIX);
        isAt("MIB_IPINTERFACE_ROW", "Metric", IpRows.INTERFACE_METRIC);
        isAt("MIB_IPINTERFACE_ROW", "NlMtu", IpRows.INTERFACE_MTU);
        isAt("MIB_IF_ROW2", "InUcastPkts", IpRows.COUNTS_IN);
        isAt("MIB_IF_ROW2", "OutUcastPkts", IpRows.COUNTS_OUT);
        isAt("MIB_IPFORWARD_ROW2", "InterfaceLuid", RouteRow.LUID);
        isAt("MIB_IPFORWARD_ROW2", "DestinationPrefix", RouteRow.DESTINATION);
        assertThat(RouteRow.DESTINATION
                        + layouts.field("IP_ADDRESS_PREFIX", "PrefixLength").offset())
                .isEqualTo(RouteRow.PREFIX);
        isAt("MIB_IPFORWARD_ROW2", "NextHop", RouteRow.NEXT_HOP);
        isAt("MIB_IPFORWARD_ROW2", "Metric", RouteRow.METRIC);
        isAt("MIB_IPFORWARD_ROW2", "Protocol", RouteRow.PROTOCOL);
        assertThat(layouts.value("MIB_IPPROTO_NETMGMT")).isEqualTo(RouteRow.BY_PROGRAM);
    }

    private void isAt(String structure, String field, int offset) {
        assertThat(layouts.field(structure, field).offset()).as(field).isEqualTo(offset);
    }

    @Test
    void rows_areTheirGoldens() {
        var blank = new byte[IpRows.ADDRESS];
        assertGolden(
                "windows/network/address.hex",
                HexText.of(IpRows.address(blank, LUID, InetAddress.ofLiteral("10.7.0.2"))));
        assertGolden(
                "windows/network/address-ipv6.hex",
                HexText.of(IpRows.address(blank, LUID, InetAddress.ofLiteral("fddd:2c4:2c4:2c4::2"))));
        var model = new IpHelperModel();
        if (model.interfaceRow(LUID, true) instanceof IpHelper.Rows.Found(var rows)) {
            assertGolden("windows/network/interface.hex", HexText.of(IpRows.ours(rows.getFirst(), 1420, true)));
        }
        var route = RouteRow.through(IpHelperModel.network("128.0.0.0/1"), LUID, 0);
        assertGolden("windows/network/route.hex", HexText.of(route.bytes(new byte[RouteRow.SIZE])));
    }

    @Test
    void endpointRoute_goesWhereTheBestDefaultGoes_andIsNotNeededNearby() {
        var tunnel = RouteRow.through(IpHelperModel.network("0.0.0.0/1"), LUID, 0);
        var far = new RouteRow(
                IpHelperModel.network("0.0.0.0/0"), 9, IpLiteral.parse("10.0.0.1"), 50, RouteRow.BY_PROGRAM);
        var near = new RouteRow(
                IpHelperModel.network("0.0.0.0/0"), 8, IpLiteral.parse("192.168.1.1"), 25, RouteRow.BY_PROGRAM);
        var lan = RouteRow.through(IpHelperModel.network("192.168.1.0/24"), 8, 256);
        var all = List.of(tunnel, far, near, lan);
        assertThat(EndpointRoute.of(InetAddress.ofLiteral("11.0.0.1"), all, Set.of(LUID)))
                .contains(new RouteRow(
                        IpHelperModel.network("11.0.0.1/32"),
                        8,
                        IpLiteral.parse("192.168.1.1"),
                        0,
                        RouteRow.BY_PROGRAM));
        assertThat(EndpointRoute.of(InetAddress.ofLiteral("192.168.1.77"), all, Set.of(LUID)))
                .isEmpty();
        assertThat(EndpointRoute.of(InetAddress.ofLiteral("2001:db8::1"), all, Set.of(LUID)))
                .isEmpty();
    }
}
