// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.wireguard.ConfigLines.Section;
import org.ginnel.wireguard.ConfigLines.Setting;
import org.ginnel.wireguard.ConfigProblem.Reason;

/// Reads an `[Interface]`: what `wg` knows of it, and what `wg-quick` adds.
final class InterfaceReader {
    private static final List<String> ONCE = List.of("PrivateKey", "ListenPort", "MTU");
    private static final List<String> REPEATED = List.of("Address", "DNS");
    /// Smallest MTU of a link that carries IPv6 (RFC 8200, section 5); Linux drops the protocol below it.
    private static final int MIN_IPV6_MTU = 1280;

    private final SectionReader in;
    private final Problems problems;
    private final List<IpNetwork> addresses = new ArrayList<>();
    private final List<InetAddress> dns = new ArrayList<>();
    private final List<String> searchDomains = new ArrayList<>();

    private InterfaceReader(Section section, Problems problems) {
        this.in = new SectionReader(section, ONCE, REPEATED, problems);
        this.problems = problems;
    }

    /// Reads what can be read, and reports the rest.
    ///
    /// @param client whether an address is required
    static Interface read(Section section, boolean client, Problems problems) {
        return new InterfaceReader(section, problems).read(client);
    }

    private Interface read(boolean client) {
        if (client) {
            in.require("Address");
        }
        in.all("Address").forEach(this::readAddresses);
        in.all("DNS").forEach(this::readDns);
        var key = in.value("PrivateKey", Reason.BAD_KEY, PrivateKey::parse);
        var port = in.value("ListenPort", Reason.BAD_NUMBER, text -> Numbers.upTo65535(text));
        var mtu = in.value(
                "MTU", Reason.BAD_NUMBER, text -> Numbers.upTo65535(text).filter(bytes -> bytes >= Interface.MIN_MTU));
        if (mtu.filter(bytes -> bytes < MIN_IPV6_MTU).isPresent()
                && !addresses.stream().allMatch(IpNetwork::isIpv4)) {
            in.refuse("MTU", Reason.BAD_NUMBER);
        }
        return new Interface(key, addresses, dns, searchDomains, mtu, port.filter(p -> p > 0));
    }

    private void readAddresses(Setting setting) {
        for (var word : ConfigLines.words(setting.value())) {
            var address = IpNetwork.parse(word);
            if (address.isEmpty()) {
                problems.add(setting.line(), "Address", Reason.BAD_ADDRESS);
            } else if (SpecialAddress.isNoHost(address.get().address())) {
                problems.add(setting.line(), "Address", Reason.FORBIDDEN_ADDRESS);
            } else {
                addresses.add(address.get());
            }
        }
    }

    /// As `wg-quick` does: what has only digits and dots, or a colon, is a resolver, the rest are search domains.
    private void readDns(Setting setting) {
        for (var word : ConfigLines.words(setting.value())) {
            var meansAddress = word.indexOf(':') >= 0 || word.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
            var address = meansAddress ? IpLiteral.parse(word) : Optional.<InetAddress>empty();
            if (!meansAddress && HostName.isValid(word)) {
                searchDomains.add(word);
            } else if (address.isEmpty()) {
                problems.add(setting.line(), "DNS", Reason.BAD_ADDRESS);
            } else if (SpecialAddress.isForbiddenTarget(address.get())) {
                problems.add(setting.line(), "DNS", Reason.FORBIDDEN_ADDRESS);
            } else {
                dns.add(address.get());
            }
        }
    }
}
