// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Writes configs the way `wg-quick` and [ConfigParser] read them. The text holds the private key: keep it off
/// terminals, logs and files that others may read.
public final class ConfigRenderer {
    private ConfigRenderer() {}

    /// The config as text, every setting on its line, in the order of wg-quick(8), ended by LF.
    public static String render(Config config) {
        var text = new StringBuilder();
        section(text, "Interface", settings(config.local()));
        for (var peer : config.peers()) {
            text.append('\n');
            section(text, "Peer", settings(peer));
        }
        return text.toString();
    }

    private static void section(StringBuilder text, String name, List<String> settings) {
        text.append('[').append(name).append("]\n");
        settings.forEach(setting -> text.append(setting).append('\n'));
    }

    private static List<String> settings(Interface local) {
        var lines = new ArrayList<String>();
        list(lines, "Address", local.addresses());
        var dns = new ArrayList<String>();
        local.dns().forEach(address -> dns.add(IpLiteral.format(address)));
        dns.addAll(local.searchDomains());
        list(lines, "DNS", dns);
        local.mtu().ifPresent(mtu -> lines.add("MTU = " + mtu));
        local.listenPort().ifPresent(port -> lines.add("ListenPort = " + port));
        local.privateKey().ifPresent(key -> lines.add("PrivateKey = " + key.base64()));
        return lines;
    }

    private static List<String> settings(Peer peer) {
        var lines = new ArrayList<String>();
        lines.add("PublicKey = " + peer.publicKey().base64());
        peer.presharedKey().ifPresent(key -> lines.add("PresharedKey = " + key.base64()));
        list(lines, "AllowedIPs", peer.allowedIps());
        peer.endpoint().ifPresent(endpoint -> lines.add("Endpoint = " + endpoint));
        peer.persistentKeepalive().ifPresent(seconds -> lines.add("PersistentKeepalive = " + seconds));
        return lines;
    }

    private static void list(List<String> lines, String key, Collection<?> values) {
        if (!values.isEmpty()) {
            lines.add(key + " = " + values.stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
    }
}
