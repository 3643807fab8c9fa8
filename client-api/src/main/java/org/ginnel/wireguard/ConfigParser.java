// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.ginnel.wireguard.ConfigLines.Section;
import org.ginnel.wireguard.ConfigProblem.Reason;

/// Reads `wg-quick` configs from anywhere, hostile or not: pure, bounded, without a look-up. What it accepts, `wg`
/// accepts; what `wg` would accept and it does not is what may harm (commands, marks, local addresses) or cannot be
/// meant (two keys of one name, octal addresses, service names for ports). A byte order mark is forgiven.
public final class ConfigParser {
    /// Longest text read, in bytes of UTF-8.
    public static final int MAX_BYTES = 64 * 1024;

    private ConfigParser() {}

    /// Reads a config that `wg-quick` could run, on either side of a tunnel.
    public static ConfigResult parse(String text) {
        return read(text, false);
    }

    /// Reads a config to connect with: besides, it has an address, and every peer has an endpoint and allowed IPs.
    public static ConfigResult parseClient(String text) {
        return read(text, true);
    }

    private static ConfigResult read(String text, boolean client) {
        var problems = new Problems();
        if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            problems.add(0, "", Reason.TOO_LARGE);
            return new ConfigResult.Refused(problems.inOrder());
        }
        var sections = ConfigLines.split(text.startsWith("\ufeff") ? text.substring(1) : text, problems);
        sections.forEach(section -> SectionReader.refuseForbidden(section, problems));
        checkHeaders(sections, problems);
        var local = named("Interface", sections).findFirst().map(s -> InterfaceReader.read(s, client, problems));
        var peers = readPeers(sections, client, problems);
        return local.isPresent() && problems.isEmpty()
                ? new ConfigResult.Parsed(new Config(local.get(), peers))
                : new ConfigResult.Refused(problems.inOrder());
    }

    private static Stream<Section> named(String name, List<Section> sections) {
        return sections.stream().filter(section -> section.is(name));
    }

    private static void checkHeaders(List<Section> sections, Problems problems) {
        for (var section : sections) {
            if (section.line() == 0) {
                section.settings().stream()
                        .findFirst()
                        .ifPresent(s -> problems.add(s.line(), s.key(), Reason.MISSING_SECTION));
            } else if (!section.is("Interface") && !section.is("Peer")) {
                problems.add(section.line(), section.name(), Reason.UNKNOWN_SECTION);
            }
        }
        named("Interface", sections)
                .skip(1)
                .forEach(section -> problems.add(section.line(), "Interface", Reason.DUPLICATE_SECTION));
        for (var name : List.of("Interface", "Peer")) {
            if (named(name, sections).findAny().isEmpty()) {
                problems.add(0, name, Reason.MISSING_SECTION);
            }
        }
    }

    /// The peers, of which no two may share a key: WireGuard would take them for one.
    private static List<Peer> readPeers(List<Section> sections, boolean client, Problems problems) {
        var keys = new HashSet<PublicKey>();
        var peers = new ArrayList<Peer>();
        named("Peer", sections).forEach(section -> {
            var peer = PeerReader.read(section, client, problems);
            if (peer.filter(p -> !keys.add(p.publicKey())).isPresent()) {
                problems.add(section.line(), "PublicKey", Reason.DUPLICATE_KEY);
            }
            peer.ifPresent(peers::add);
        });
        return peers;
    }
}
