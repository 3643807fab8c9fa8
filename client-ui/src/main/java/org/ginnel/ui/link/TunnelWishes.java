// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.control.Request;
import org.ginnel.relay.Target;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.ErrorCause;

/// What the user wants of the tunnel, from whichever screen or the tray, and why the last wish was not granted.
///
/// Used on the window's thread only.
public final class TunnelWishes {
    private final Daemon daemon;
    private final List<Runnable> listeners = new ArrayList<>();
    private Target lastTarget = new Target.Fastest();
    private Optional<ErrorCause> refusal = Optional.empty();

    /// No wish yet.
    public TunnelWishes(Daemon daemon) {
        this.daemon = daemon;
    }

    /// Calls `listener` whenever [#refusal()] changes.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// Tells nobody any more: whoever listened is gone, or comes anew.
    public void forgetListeners() {
        listeners.clear();
    }

    /// Why the last wish was not granted; empty when it was or when none is open.
    public Optional<ErrorCause> refusal() {
        return refusal;
    }

    /// Connect, or switch.
    public void connect(Target target) {
        lastTarget = target;
        send(new Request.Connect(target, false));
    }

    /// Connect to what was last wished for, the fastest server if nothing was.
    public void retry() {
        connect(lastTarget);
    }

    /// Disconnect, whatever the state.
    public void disconnect() {
        send(new Request.Disconnect());
    }

    /// Let everything leave for that long.
    public void pause(Duration length) {
        send(new Request.Pause(length));
    }

    /// End the pause.
    public void resume() {
        send(new Request.EndPause(false));
    }

    /// Decide otherwise.
    public void change(Settings settings) {
        send(new Request.ChangeSettings(settings));
    }

    /// Forget that server of the user's own.
    public void remove(String serverId) {
        send(new Request.RemoveServer(serverId));
    }

    /// Mark that server, or take the mark away.
    public void favour(String serverId, boolean marked) {
        send(new Request.Favour(serverId, marked));
    }

    /// Forget the key; the daemon disconnects first.
    public void logout() {
        lastTarget = new Target.Fastest();
        send(new Request.Logout());
    }

    /// Stops telling of the last refusal.
    public void forgetRefusal() {
        tell(Optional.empty());
    }

    private void send(Request request) {
        tell(Optional.empty());
        daemon.ask(request, this::came);
    }

    private void came(Daemon.Outcome outcome) {
        switch (outcome) {
            case Daemon.Outcome.Answered _ -> tell(Optional.empty());
            case Daemon.Outcome.Refused(ErrorCause.Superseded _) -> tell(Optional.empty());
            case Daemon.Outcome.Refused(var cause) -> tell(Optional.of(cause));
        }
    }

    private void tell(Optional<ErrorCause> news) {
        if (!news.equals(refusal)) {
            refusal = news;
            listeners.forEach(Runnable::run);
        }
    }
}
