// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import java.util.Optional;
import java.util.Set;
import org.ginnel.account.Account;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.preferences.Preferences;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Message;

/// Everything the settings show, and nothing else.
///
/// @param lockdown whether nothing leaves without a tunnel
/// @param allowLan whether the local network stays reachable
/// @param dns who is asked for names, as text: what the user types, else what the daemon has
/// @param dnsChanged whether that is something else than the daemon has
/// @param dnsMistake what is wrong with it
/// @param keys of the keys that tunnels run on; empty while nobody is logged in
/// @param tier what the key is entitled to
/// @param key enough of it to tell it from another
/// @param provider where it belongs
/// @param confirmingLogout whether the user was asked to confirm
/// @param service the daemon's name and version
/// @param problem why the last change was not made
/// @param preferences what is set of the window itself
/// @param startsAtLogin whether the window opens at login; empty where that cannot be set
/// @param updates whether newer releases can be asked for at all
/// @param search what is searched for
/// @param found the settings that are shown
/// @param exchange how far an export, an import or a reset has come
public record SettingsScreen(
        boolean lockdown,
        boolean allowLan,
        String dns,
        boolean dnsChanged,
        Optional<Message> dnsMistake,
        Optional<KeysPart> keys,
        Optional<Message> tier,
        Optional<Message> key,
        Optional<Message> provider,
        boolean confirmingLogout,
        Message service,
        Optional<Problem> problem,
        Preferences preferences,
        Optional<Boolean> startsAtLogin,
        boolean updates,
        String search,
        Set<Setting> found,
        Exchange exchange) {
    public SettingsScreen {
        found = Set.copyOf(found);
    }

    /// What is set of the window, and what is looked for.
    record Own(
            Preferences preferences,
            Optional<Boolean> startsAtLogin,
            boolean updates,
            String search,
            Set<Setting> found,
            Exchange exchange) {}

    static SettingsScreen of(
            LinkState.Live live,
            DnsDraft dns,
            Optional<KeysPart> keys,
            boolean confirmingLogout,
            Optional<ErrorCause> refusal,
            Own own) {
        var account = live.snapshot().account();
        var settings = live.snapshot().settings();
        return new SettingsScreen(
                settings.lockdown(),
                settings.allowLan(),
                dns.text(settings.dns()),
                dns.isChanged(settings.dns()),
                dns.mistake(),
                keys,
                account.map(a -> Message.of("settings.tier", a.tier().name())),
                account.map(a -> Message.of("settings.key", a.keyHint())),
                account.map(a -> Message.of("settings.provider", host(a))),
                confirmingLogout && account.isPresent(),
                Message.of("settings.service", live.daemon()),
                refusal.map(Problem::of),
                own.preferences(),
                own.startsAtLogin(),
                own.updates(),
                own.search(),
                own.found(),
                own.exchange());
    }

    private static String host(Account account) {
        var url = account.apiUrl();
        return url.substring(url.indexOf("://") < 0 ? 0 : url.indexOf("://") + 3);
    }
}
