// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.frame.PageModel;
import org.ginnel.ui.frame.Ways;
import org.ginnel.ui.link.Daemon;
import org.ginnel.ui.link.KeyChange;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.preferences.Preferences;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.problem.Remedy;
import org.ginnel.ui.time.TimeSource;

/// Shows the daemon's settings and asks it to change them; the switch moves when the daemon says so.
///
/// Used on the window's thread only.
public final class SettingsViewModel implements PageModel {
    private final Daemon daemon;
    private final Ways ways;
    private final KeyChange keys;
    private final TimeSource time;
    private final OwnSettings own;
    private final Consumer<SettingsScreen> sink;
    private Optional<LinkState.Live> live = Optional.empty();
    private Optional<SettingsScreen> shown = Optional.empty();
    private Optional<ErrorCause> refusal = Optional.empty();
    private Optional<Settings> wanted = Optional.empty();
    private DnsDraft dns = DnsDraft.UNTOUCHED;
    private boolean changing;
    private boolean confirmingLogout;
    private boolean showing;

    /// @param sink gets every screen that differs from the one before
    public SettingsViewModel(
            Daemon daemon, Ways ways, KeyChange keys, TimeSource time, OwnSettings own, Consumer<SettingsScreen> sink) {
        this.daemon = daemon;
        this.ways = ways;
        this.keys = keys;
        this.time = time;
        this.own = own;
        this.sink = sink;
        keys.listen(() -> render(true));
    }

    @Override
    public void on(LinkState state) {
        if (state instanceof LinkState.Live now) {
            live = Optional.of(now);
            keys.on(now);
            render();
        }
    }

    @Override
    public void showing(boolean showing) {
        this.showing = showing;
        if (!showing) {
            confirmingLogout = false;
            refusal = Optional.empty();
            dns = DnsDraft.UNTOUCHED;
            keys.forget();
            own.leave();
        }
        render();
    }

    /// The user wants the window itself to be so.
    public void prefer(UnaryOperator<Preferences> how) {
        own.prefer(how);
        render(true);
    }

    /// The user wants the window to open at login, or not.
    public void startAtLogin(boolean start) {
        own.startAtLogin(start);
        render(true);
    }

    /// The user looks for that.
    public void search(String text) {
        own.search(text);
        render();
    }

    /// All settings are wanted in a file.
    public void exportAll() {
        live.ifPresent(now -> own.export(now.snapshot().settings(), this::render));
    }

    /// Settings are to be taken from a file; which change is shown first.
    public void importAll() {
        live.ifPresent(now -> own.choose(now.snapshot().settings(), this::render));
    }

    /// Everything is to be as at first, which is asked first.
    public void reset() {
        own.reset();
        render();
    }

    /// What was asked last is so.
    public void confirmExchange() {
        own.confirm().ifPresent(settings -> change(_ -> settings));
        render(true);
    }

    /// It is not so.
    public void cancelExchange() {
        own.cancel();
        render();
    }

    /// The user wants the local network to be reachable, or not.
    public void allowLan(boolean allow) {
        change(settings -> settings.withAllowLan(allow));
    }

    /// The user wants nothing to leave without a tunnel, or everything.
    public void lockdown(boolean lock) {
        change(settings -> settings.withLockdown(lock));
    }

    /// The field for DNS servers holds this now.
    public void typeDns(String text) {
        if (live.isPresent()
                && !text.equals(dns.text(live.get().snapshot().settings().dns()))) {
            dns = DnsDraft.typed(text);
            render();
        }
    }

    /// What it holds is wanted.
    public void saveDns() {
        var fault = dns.fault();
        if (fault.isPresent()) {
            dns = dns.with(fault.get());
            render();
        } else if (dns.typed().isPresent()) {
            var servers = dns.servers();
            change(settings -> settings.withDns(servers));
        }
    }

    /// It is not wanted.
    public void forgetDns() {
        dns = DnsDraft.UNTOUCHED;
        render();
    }

    /// The user wants other keys for tunnels, now.
    public void changeKeys() {
        keys.wish();
    }

    /// The user wants to log out, and is asked whether that is so.
    public void logout() {
        confirmingLogout = true;
        render();
    }

    /// It was not so.
    public void keepAccount() {
        confirmingLogout = false;
        render();
    }

    /// It was so.
    public void confirmLogout() {
        confirmingLogout = false;
        ask(new Request.Logout());
    }

    /// The problem's button was used.
    public void remedy() {
        shown.flatMap(SettingsScreen::problem).flatMap(Problem::remedy).ifPresent(remedy -> {
            if (remedy instanceof Remedy.CopyCommand(var command)) {
                ways.copy(command);
            }
        });
    }

    /// Settings are changed as a whole, so one change waits for the answer to the one before.
    private void change(UnaryOperator<Settings> how) {
        live.map(now -> now.snapshot().settings()).ifPresent(now -> {
            wanted = Optional.of(how.apply(wanted.orElse(now)));
            if (!changing) {
                sendWanted();
            }
        });
    }

    private void sendWanted() {
        changing = wanted.isPresent();
        wanted.ifPresent(settings -> daemon.ask(new Request.ChangeSettings(settings), outcome -> {
            changed(settings, outcome);
            render(true);
        }));
    }

    private void changed(Settings asked, Daemon.Outcome outcome) {
        changing = false;
        switch (outcome) {
            case Daemon.Outcome.Refused(var cause) -> {
                refusal = Optional.of(cause);
                wanted = Optional.empty();
            }
            case Daemon.Outcome.Answered(var reply) -> {
                refusal = Optional.empty();
                learn(reply);
                if (dns.servers().equals(asked.dns())) {
                    dns = DnsDraft.UNTOUCHED;
                }
                wanted = wanted.filter(settings -> !settings.equals(asked));
                sendWanted();
            }
        }
    }

    /// The answer may be newer than what was watched last.
    private void learn(Reply reply) {
        if (reply instanceof Reply.Done(var snapshot)) {
            live = live.map(known -> snapshot.revision() < known.snapshot().revision()
                    ? known
                    : new LinkState.Live(snapshot, known.daemon(), known.mayChange(), known.figures()));
        }
    }

    private void ask(Request request) {
        daemon.ask(request, outcome -> {
            refusal = outcome instanceof Daemon.Outcome.Refused(var cause) ? Optional.of(cause) : Optional.empty();
            render(true);
        });
    }

    private void render() {
        render(false);
    }

    /// @param again whether to show the screen even when it is the same, as to move a switch back
    private void render(boolean again) {
        if (!showing || live.isEmpty()) {
            return;
        }
        var part = KeysPart.of(live.get().snapshot(), keys.news(), time.now());
        var screen = SettingsScreen.of(live.get(), dns, part, confirmingLogout, refusal, own.shown());
        if (again || !shown.equals(Optional.of(screen))) {
            shown = Optional.of(screen);
            sink.accept(screen);
        }
    }
}
