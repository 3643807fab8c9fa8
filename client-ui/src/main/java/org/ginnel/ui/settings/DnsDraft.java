// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ginnel.settings.Settings;
import org.ginnel.ui.text.Message;
import org.ginnel.wireguard.IpLiteral;

/// What the field for DNS servers holds.
///
/// @param typed what the user typed; empty while it shows what the daemon has
/// @param mistake why that was not saved
record DnsDraft(Optional<String> typed, Optional<Message> mistake) {
    /// Nothing typed.
    static final DnsDraft UNTOUCHED = new DnsDraft(Optional.empty(), Optional.empty());

    private static final int LONGEST_ECHO = 45;
    /// A letter that no IP address has.
    private static final Pattern NAME = Pattern.compile("[g-zG-Z]");

    /// Holds that now; a mistake is told until something else is typed.
    static DnsDraft typed(String text) {
        return new DnsDraft(Optional.of(text), Optional.empty());
    }

    /// Tells that mistake.
    DnsDraft with(Message told) {
        return new DnsDraft(typed, Optional.of(told));
    }

    /// What the field shows.
    String text(List<String> saved) {
        return typed.orElseGet(() -> String.join(", ", saved));
    }

    /// Whether there is something to save.
    boolean isChanged(List<String> saved) {
        return typed.isPresent() && !servers().equals(saved);
    }

    /// The servers that are typed, spelled canonically where they are addresses, each once.
    List<String> servers() {
        return words().stream()
                .map(word -> IpLiteral.parse(word).map(IpLiteral::format).orElse(word))
                .distinct()
                .toList();
    }

    /// What keeps [#servers()] from being saved; empty when nothing does.
    Optional<Message> fault() {
        for (var word : words()) {
            var shown = word.length() <= LONGEST_ECHO ? word : word.substring(0, LONGEST_ECHO) + "\u2026";
            if (IpLiteral.parse(word).isEmpty()) {
                var isName = NAME.matcher(word).find();
                return Optional.of(
                        isName ? Message.of("settings.dnsName", shown) : Message.of("settings.dnsNoAddress", shown));
            }
            if (!Settings.isResolver(word)) {
                return Optional.of(Message.of("settings.dnsNoServer", shown));
            }
        }
        var count = servers().size();
        return count > Settings.MAX_DNS
                ? Optional.of(Message.of("settings.dnsTooMany", Settings.MAX_DNS, count))
                : Optional.empty();
    }

    private List<String> words() {
        return Arrays.stream(typed.orElse("").split("[\\s,;]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
