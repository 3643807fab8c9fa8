// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.admission;

import java.util.Optional;
import java.util.function.Consumer;
import org.ginnel.control.Request;
import org.ginnel.host.HowTo;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.admission.Administrator.Answer;
import org.ginnel.ui.link.Daemon;
import org.ginnel.ui.link.LinkState;

/// Finds out whether this user may change anything, and asks an administrator when they want to. What the
/// link says is what was so when it connected; so it is only the reason to ask the daemon for something that
/// not everybody may have, whose answer counts.
///
/// Used on the window's thread only.
public final class AdmissionViewModel {
    private final Daemon daemon;
    private final Administrator administrator;
    private final String user;
    private final Consumer<String> copying;
    private final Consumer<AdmissionScreen> sink;
    private AdmissionScreen shown = AdmissionScreen.HIDDEN;
    private boolean inDoubt;
    private boolean trying;

    /// @param user this user's name
    /// @param copying puts a text on the clipboard
    /// @param sink gets every screen that differs from the one before
    public AdmissionViewModel(
            Daemon daemon,
            Administrator administrator,
            String user,
            Consumer<String> copying,
            Consumer<AdmissionScreen> sink) {
        this.daemon = daemon;
        this.administrator = administrator;
        this.user = user;
        this.copying = copying;
        this.sink = sink;
    }

    /// The link says something new.
    public void on(LinkState state) {
        var doubtful = state instanceof LinkState.Live(var _, var _, var mayChange, var _) && !mayChange;
        var begins = doubtful && !inDoubt;
        inDoubt = doubtful;
        if (begins) {
            tryIt(!administrator.canBeAsked());
        } else if (!doubtful) {
            show(AdmissionScreen.HIDDEN);
        }
    }

    /// The user comes back, perhaps from an administrator's terminal.
    public void lookAgain() {
        if (shown.barred() && !shown.asking()) {
            tryIt(false);
        }
    }

    /// The user wants to be allowed to.
    public void allow() {
        if (!shown.barred() || shown.asking()) {
            return;
        }
        show(new AdmissionScreen(true, true, true, shown.command()));
        administrator.ask(answer -> {
            if (answer == Answer.ALLOWED) {
                tryIt(true);
            } else {
                bar(answer == Answer.IMPOSSIBLE);
            }
        });
    }

    /// The command is wanted on the clipboard.
    public void copy() {
        shown.command().ifPresent(copying);
    }

    /// Reads what only who may change things may read.
    ///
    /// @param byHand whether the command is to be told when it turns out that this user may not
    private void tryIt(boolean byHand) {
        if (trying) {
            return;
        }
        trying = true;
        daemon.ask(new Request.GetHistory(), outcome -> {
            trying = false;
            if (inDoubt && outcome instanceof Daemon.Outcome.Refused(ErrorCause.NotPermitted _)) {
                bar(byHand);
            } else {
                show(AdmissionScreen.HIDDEN);
            }
        });
    }

    private void bar(boolean byHand) {
        var command = byHand ? Optional.of(HowTo.here().join(user)) : shown.command();
        show(inDoubt ? new AdmissionScreen(true, administrator.canBeAsked(), false, command) : AdmissionScreen.HIDDEN);
    }

    private void show(AdmissionScreen screen) {
        if (!screen.equals(shown)) {
            shown = screen;
            sink.accept(screen);
        }
    }
}
