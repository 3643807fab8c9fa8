// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouteTableTest {
    /// As macOS up to 10.14 prints it, with two more columns.
    private static final String OLD = """
            Routing tables

            Internet:
            Destination        Gateway            Flags        Refs      Use   Netif Expire
            default            link#5             UCSI            0        0     en1
            default            192.168.1.1        UGSc           64        0     en0
            0/1                utun226            USc             3        0 utun226
            128.0/1            utun226            USc             2        0 utun226
            127                127.0.0.1          UCS             0        0     lo0
            192.168.1.20       0:1:2:3:4:5        UHLWIi          1        9     en0   1180
            """;

    private static final String NEW6 = """
            Routing tables

            Internet6:
            Destination                             Gateway                         Flags           Netif Expire
            default                                 fe80::1%en0                     UGcg              en0
            ::/1                                    ::1                             UGRS              lo0
            ::1                                     ::1                             UHL               lo0
            fe80::%lo0/64                           fe80::1%lo0                     UcI               lo0
            """;

    @Test
    void read_oldAndNewColumns_findTheInterface() {
        var old = RouteTable.read(OLD, true);
        assertThat(old.rows())
                .extracting(row -> row.network() + " " + row.device())
                .containsExactly(
                        "0.0.0.0/0 en1",
                        "0.0.0.0/0 en0",
                        "0.0.0.0/1 utun226",
                        "128.0.0.0/1 utun226",
                        "192.168.1.20/32 en0");
        var six = RouteTable.read(NEW6, false);
        assertThat(six.rows())
                .extracting(row -> row.network() + " " + row.device())
                .containsExactly("::/0 en0", "::/1 lo0", "::1/128 lo0");
        assertThat(six.rows().get(1).refuses()).isTrue();
    }

    @Test
    void gateway_isTheFirstDefaultThatHasOne() {
        assertThat(RouteTable.read(OLD, true).gateway().orElseThrow().gateway()).isEqualTo("192.168.1.1");
        assertThat(RouteTable.read(NEW6, false).gateway().orElseThrow().gateway())
                .isEqualTo("fe80::1%en0");
    }

    @Test
    void read_nonsense_isNoRoute() {
        assertThat(RouteTable.read("", true).rows()).isEmpty();
        assertThat(RouteTable.read("netstat: bad\n", true).rows()).isEmpty();
        assertThat(RouteTable.read(
                                "Destination Gateway Flags Netif\nx/1 y z en0\n1/33 y z en0\n/1 y z en0\nshort\n", true)
                        .rows())
                .isEmpty();
    }
}
