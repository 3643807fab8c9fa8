// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.TunnelView;

/// What depends on the state of the tunnel alone.
///
/// @param actions what is most wanted in this state, the first thing first
/// @param quitKey the words for ending the window, which say what stays
record TrayLines(TrayIcon icon, String status, List<TrayItem.Command> actions, String quitKey) {
    static final TrayAction TO_FASTEST = new TrayAction.Connect(new Target.Fastest());

    /// Whether one of the actions is to connect to the fastest server already.
    boolean connects() {
        return actions.stream().map(TrayItem.Command::action).anyMatch(TO_FASTEST::equals);
    }

    /// @param lockdown whether nothing leaves without a tunnel either
    static TrayLines of(TunnelView tunnel, boolean lockdown, TrayTexts texts) {
        return switch (tunnel) {
            case TunnelView.Disconnected(var failure) -> disconnected(failure, texts);
            case TunnelView.Locked(var failure) -> locked(failure, texts);
            case TunnelView.Paused paused -> paused(paused, texts);
            case TunnelView.Connecting connecting -> connecting(connecting, texts);
            case TunnelView.Connected connected -> connected(connected, texts);
            case TunnelView.Reconnecting reconnecting ->
                new TrayLines(
                        TrayIcon.CHANGING,
                        texts.get("tray.reconnecting", ServerLines.name(reconnecting.server())),
                        List.of(disconnect("tray.disconnect", texts)),
                        "tray.quit-protected");
            case TunnelView.Disconnecting _ ->
                new TrayLines(TrayIcon.CHANGING, texts.get("tray.disconnecting"), List.of(), "tray.quit");
            case TunnelView.Blocked blocked -> blocked(blocked, lockdown, texts);
        };
    }

    private static TrayLines disconnected(Optional<ErrorCause> failure, TrayTexts texts) {
        return new TrayLines(
                TrayIcon.OPEN,
                status(failure, "tray.disconnected", "tray.disconnected-because", texts),
                List.of(connect(texts)),
                "tray.quit");
    }

    private static TrayLines locked(Optional<ErrorCause> failure, TrayTexts texts) {
        return new TrayLines(
                TrayIcon.LOCKED,
                status(failure, "tray.locked", "tray.locked-because", texts),
                List.of(connect(texts), open(texts)),
                "tray.quit-blocked");
    }

    private static TrayLines connected(TunnelView.Connected connected, TrayTexts texts) {
        return new TrayLines(
                TrayIcon.PROTECTED,
                texts.get("tray.connected", ServerLines.name(connected.server())),
                List.of(
                        disconnect("tray.disconnect", texts),
                        pause("tray.pause-short", 5, texts),
                        pause("tray.pause-long", 30, texts)),
                "tray.quit-protected");
    }

    private static String status(Optional<ErrorCause> failure, String key, String becauseKey, TrayTexts texts) {
        return failure.map(cause -> texts.get(becauseKey, cause)).orElseGet(() -> texts.get(key));
    }

    private static TrayLines connecting(TunnelView.Connecting connecting, TrayTexts texts) {
        var status = connecting
                .server()
                .map(server -> texts.get("tray.connecting", ServerLines.name(server)))
                .orElseGet(() -> texts.get("tray.choosing"));
        return new TrayLines(
                TrayIcon.CHANGING, status, List.of(disconnect("tray.cancel", texts)), "tray.quit-protected");
    }

    private static TrayLines paused(TunnelView.Paused paused, TrayTexts texts) {
        return new TrayLines(
                TrayIcon.PAUSED,
                texts.get("tray.paused", texts.timeOfDay(paused.until())),
                List.of(TrayMenu.command("tray.resume", new TrayAction.Resume(), texts)),
                "tray.quit-paused");
    }

    private static TrayLines blocked(TunnelView.Blocked blocked, boolean lockdown, TrayTexts texts) {
        return blocked.leaksPossible()
                ? new TrayLines(
                        TrayIcon.EXPOSED,
                        texts.get("tray.exposed", blocked.cause()),
                        List.of(disconnect("tray.disconnect", texts)),
                        "tray.quit")
                : new TrayLines(
                        TrayIcon.BLOCKED,
                        texts.get("tray.blocked", blocked.cause()),
                        List.of(open(texts), disconnect(lockdown ? "tray.disconnect" : "tray.unblock", texts)),
                        "tray.quit-blocked");
    }

    private static TrayItem.Command connect(TrayTexts texts) {
        return TrayMenu.command("tray.connect", TO_FASTEST, texts);
    }

    private static TrayItem.Command open(TrayTexts texts) {
        return pause("tray.open-while", 10, texts);
    }

    private static TrayItem.Command pause(String key, int minutes, TrayTexts texts) {
        return TrayMenu.command(key, new TrayAction.Pause(Duration.ofMinutes(minutes)), texts);
    }

    private static TrayItem.Command disconnect(String key, TrayTexts texts) {
        return TrayMenu.command(key, new TrayAction.Disconnect(), texts);
    }
}
