// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.util.List;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;
import org.ginnel.cli.text.Printable;
import org.ginnel.settings.Settings;
import org.ginnel.wireguard.IpLiteral;

/// DNS servers as people write them.
final class DnsWords {
    private static final String SUCH_AS = "Write it such as `ginnel settings dns 9.9.9.9 2620:fe::fe`, or auto.";
    private static final int LONGEST_ECHO = 45;

    private DnsWords() {}

    /// The addresses, each once and spelled canonically; what is wrong with them is said one at a time.
    static List<String> parse(List<String> words) throws Failure {
        if (words.isEmpty()) {
            throw misuse("dns takes addresses, or `auto`.", "It was given nothing.");
        }
        for (var word : words) {
            check(word);
        }
        var servers = words.stream()
                .flatMap(word -> IpLiteral.parse(word).stream())
                .map(IpLiteral::format)
                .distinct()
                .toList();
        if (servers.size() > Settings.MAX_DNS) {
            throw misuse(
                    "These are " + servers.size() + " DNS servers.", "A system asks " + Settings.MAX_DNS + " at most.");
        }
        return servers;
    }

    private static void check(String word) throws Failure {
        var shown = Printable.fit(word, LONGEST_ECHO);
        if (IpLiteral.parse(word).isEmpty()) {
            throw misuse(
                    shown + " is no IP address.",
                    "A DNS server is given by its address; a name would need a DNS server to be found.");
        }
        if (!Settings.isResolver(word)) {
            throw misuse(
                    shown + " cannot be a DNS server here.",
                    "It is an address of this computer, of this link or of a group, which no tunnel leads to.");
        }
    }

    private static Failure misuse(String what, String why) {
        return Failure.of(ExitCode.USAGE, new Explanation(what, why, SUCH_AS));
    }
}
