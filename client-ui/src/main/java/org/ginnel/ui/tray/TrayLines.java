// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import java.util.Optional;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.TunnelView;

/// What depends on the state of the tunnel alone.
///
/// @param primary the one thing most wanted in this state, if there is one
/// @param quitKey the words for ending the window, which say what stays
record TrayLines(TrayIcon icon, String status, Optional<TrayItem.Command> primary, String quitKey) {
    static final TrayAction TO_FASTEST = new TrayAction.Connect(new Target.Fastest());

    /// Whether the one thing is to connect to the fastest server already.
    boolean connects() {
        return primary.map(TrayItem.Command::action).filter(TO_FASTEST::equals).isPresent();
    }

    static TrayLines of(TunnelView tunnel, TrayTexts texts) {
        return switch (tunnel) {
            case TunnelView.Disconnected(var lastFailure) ->
                new TrayLines(
                        TrayIcon.OPEN,
                        lastFailure
                                .map(cause -> texts.get("tray.disconnected-because", cause))
                                .orElseGet(() -> texts.get("tray.disconnected")),
                        Optional.of(TrayMenu.command("tray.connect", TO_FASTEST, texts)),
                        "tray.quit");
            case TunnelView.Connecting connecting -> connecting(connecting, texts);
            case TunnelView.Connected connected ->
                new TrayLines(
                        TrayIcon.PROTECTED,
                        texts.get("tray.connected", ServerLines.name(connected.server())),
                        disconnect("tray.disconnect", texts),
                        "tray.quit-protected");
            case TunnelView.Reconnecting reconnecting ->
                new TrayLines(
                        TrayIcon.CHANGING,
                        texts.get("tray.reconnecting", ServerLines.name(reconnecting.server())),
                        disconnect("tray.disconnect", texts),
                        "tray.quit-protected");
            case TunnelView.Disconnecting _ ->
                new TrayLines(TrayIcon.CHANGING, texts.get("tray.disconnecting"), Optional.empty(), "tray.quit");
            case TunnelView.Blocked blocked -> blocked(blocked, texts);
        };
    }

    private static TrayLines connecting(TunnelView.Connecting connecting, TrayTexts texts) {
        var status = connecting
                .server()
                .map(server -> texts.get("tray.connecting", ServerLines.name(server)))
                .orElseGet(() -> texts.get("tray.choosing"));
        return new TrayLines(TrayIcon.CHANGING, status, disconnect("tray.cancel", texts), "tray.quit-protected");
    }

    private static TrayLines blocked(TunnelView.Blocked blocked, TrayTexts texts) {
        return blocked.leaksPossible()
                ? new TrayLines(
                        TrayIcon.EXPOSED,
                        texts.get("tray.exposed", blocked.cause()),
                        disconnect("tray.disconnect", texts),
                        "tray.quit")
                : new TrayLines(
                        TrayIcon.BLOCKED,
                        texts.get("tray.blocked", blocked.cause()),
                        disconnect("tray.unblock", texts),
                        "tray.quit-blocked");
    }

    private static Optional<TrayItem.Command> disconnect(String key, TrayTexts texts) {
        return Optional.of(TrayMenu.command(key, new TrayAction.Disconnect(), texts));
    }
}
