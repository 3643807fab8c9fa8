// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Server;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelView;

/// All the tray shows at one moment; it offers only what makes sense in that moment.
///
/// @param icon the state at a glance
/// @param status the state in one line, also the tooltip
/// @param items the menu from top to bottom
public record TrayMenu(TrayIcon icon, String status, List<TrayItem> items) {
    private static final int MOST_FAVOURITES = 8;

    public TrayMenu {
        items = List.copyOf(items);
    }

    /// The menu while the daemon answers.
    ///
    /// @param servers what is known of the tier; servers lately used that are not in it are left out
    public static TrayMenu of(Snapshot snapshot, List<MeasuredServer> servers, TrayTexts texts) {
        if (!snapshot.isReady() && snapshot.tunnel() instanceof TunnelView.Disconnected) {
            return bare(TrayIcon.OPEN, texts.get("tray.logged-out"), texts);
        }
        var lines = TrayLines.of(snapshot.tunnel(), snapshot.settings().lockdown(), texts);
        var items = new ArrayList<TrayItem>();
        items.add(new TrayItem.Label(lines.status()));
        items.add(new TrayItem.Divider());
        items.addAll(lines.actions());
        if (!lines.connects()) {
            items.add(command("tray.fastest", TrayLines.TO_FASTEST, texts));
        }
        var lists = new ServerLines(servers, texts);
        var current = current(snapshot.tunnel());
        var favourites = newest(snapshot.favourites());
        var recents = snapshot.recents().stream()
                .filter(id -> !favourites.contains(id))
                .toList();
        group("tray.favourites", lists.of(favourites, current), texts, items);
        group("tray.recent", lists.of(recents, current), texts, items);
        items.addAll(ending(lines.quitKey(), texts));
        return new TrayMenu(lines.icon(), lines.status(), items);
    }

    /// The menu while nobody answers on the daemon's socket.
    public static TrayMenu unreachable(TrayTexts texts) {
        return bare(TrayIcon.UNKNOWN, texts.get("tray.unreachable"), texts);
    }

    /// The menu while the daemon cannot be spoken to for a reason that is known.
    public static TrayMenu unreachable(ErrorCause cause, TrayTexts texts) {
        return bare(TrayIcon.UNKNOWN, texts.get("tray.unreachable-because", cause), texts);
    }

    /// An item that is known by the key of its text.
    static TrayItem.Command command(String key, TrayAction action, TrayTexts texts) {
        return new TrayItem.Command(key, texts.get(key), action);
    }

    private static TrayMenu bare(TrayIcon icon, String status, TrayTexts texts) {
        var items = new ArrayList<TrayItem>();
        items.add(new TrayItem.Label(status));
        items.addAll(ending("tray.quit", texts));
        return new TrayMenu(icon, status, items);
    }

    /// A menu is no list of everything: the marks made last, in the order of marking.
    private static List<String> newest(List<String> favourites) {
        return favourites.subList(Math.max(0, favourites.size() - MOST_FAVOURITES), favourites.size());
    }

    private static void group(String key, List<TrayItem> servers, TrayTexts texts, List<TrayItem> items) {
        if (!servers.isEmpty()) {
            items.add(new TrayItem.Divider());
            items.add(new TrayItem.Label(texts.get(key)));
            items.addAll(servers);
        }
    }

    private static List<TrayItem> ending(String quitKey, TrayTexts texts) {
        return List.of(
                new TrayItem.Divider(),
                command("tray.open", new TrayAction.Open(), texts),
                command(quitKey, new TrayAction.Quit(), texts));
    }

    /// The server in use or being tried: it stands in the status line, so not among the others.
    private static Optional<Server> current(TunnelView tunnel) {
        return switch (tunnel) {
            case TunnelView.Connected connected -> Optional.of(connected.server());
            case TunnelView.Connecting connecting -> connecting.server();
            case TunnelView.Reconnecting reconnecting -> Optional.of(reconnecting.server());
            case TunnelView.Disconnected _,
                    TunnelView.Disconnecting _,
                    TunnelView.Locked _,
                    TunnelView.Paused _,
                    TunnelView.Blocked _ -> Optional.empty();
        };
    }
}
