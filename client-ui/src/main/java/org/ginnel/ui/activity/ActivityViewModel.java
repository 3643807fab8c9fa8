// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.history.History;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.activity.ActivityScreen.Asking;
import org.ginnel.ui.file.TextFiles;
import org.ginnel.ui.frame.PageModel;
import org.ginnel.ui.frame.Ways;
import org.ginnel.ui.link.Daemon;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.problem.Remedy;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.time.TimeSource;

/// Asks the daemon what it remembers whenever the screen comes into sight or the tunnel changes, and shows it.
///
/// Used on the window's thread only.
public final class ActivityViewModel implements PageModel {
    private static final int SHOWN_FIRST = 12;
    private static final int LAST_BAR = -1;

    private final Daemon daemon;
    private final Ways ways;
    private final TextFiles files;
    private final TimeSource time;
    private final Consumer<ActivityScreen> sink;
    private Optional<History> history = Optional.empty();
    private Optional<ErrorCause> refusal = Optional.empty();
    private Optional<Daemon.Asked> asked = Optional.empty();
    private Optional<Class<?>> tunnel = Optional.empty();
    private Optional<ActivityScreen> shown = Optional.empty();
    private Optional<Message> news = Optional.empty();
    private Span span = Span.DAY;
    private Asking asking = Asking.NOTHING;
    private int selected = LAST_BAR;
    private int sessionsShown = SHOWN_FIRST;
    private boolean showing;

    /// @param sink gets every screen that differs from the one before
    public ActivityViewModel(
            Daemon daemon, Ways ways, TextFiles files, TimeSource time, Consumer<ActivityScreen> sink) {
        this.daemon = daemon;
        this.ways = ways;
        this.files = files;
        this.time = time;
        this.sink = sink;
    }

    @Override
    public void on(LinkState state) {
        if (state instanceof LinkState.Live(var snapshot, var _, var _, var _)) {
            var now = Optional.<Class<?>>of(snapshot.tunnel().getClass());
            if (!now.equals(tunnel)) {
                tunnel = now;
                if (showing) {
                    ask(new Request.GetHistory());
                }
            }
        }
    }

    @Override
    public void showing(boolean showing) {
        this.showing = showing;
        if (showing) {
            ask(new Request.GetHistory());
        } else {
            asked.ifPresent(Daemon.Asked::cancel);
            asked = Optional.empty();
            asking = Asking.NOTHING;
            news = Optional.empty();
            sessionsShown = SHOWN_FIRST;
        }
        render(false);
    }

    /// Each bar is to stand for that.
    public void span(Span wanted) {
        span = wanted;
        selected = LAST_BAR;
        render(false);
    }

    /// That bar is to be told in words.
    public void select(int bar) {
        selected = bar;
        render(false);
    }

    /// More sessions are wanted.
    public void more() {
        sessionsShown = sessionsShown * 4;
        render(false);
    }

    /// Something is to be remembered from now on, or nothing, which is asked first.
    public void keep(boolean keep) {
        asking = keep ? Asking.NOTHING : Asking.STOP;
        if (keep) {
            ask(new Request.KeepHistory(true));
        }
        render(true);
    }

    /// What is remembered is to be deleted, which is asked first.
    public void delete() {
        asking = Asking.DELETE;
        render(false);
    }

    /// It is so.
    public void confirm() {
        var confirmed = asking;
        asking = Asking.NOTHING;
        switch (confirmed) {
            case STOP -> ask(new Request.KeepHistory(false));
            case DELETE -> ask(new Request.DeleteHistory());
            case NOTHING -> {}
        }
        render(true);
    }

    /// It is not so.
    public void cancel() {
        asking = Asking.NOTHING;
        render(true);
    }

    /// The sessions are wanted in a file.
    public void exportSessions() {
        export("ginnel-sessions.csv", HistoryCsv::sessions);
    }

    /// The amounts of each day are wanted in a file.
    public void exportDays() {
        export("ginnel-usage.csv", HistoryCsv::days);
    }

    private void export(String name, Function<History, String> text) {
        history.ifPresent(known -> files.save(name, text.apply(known), saved -> {
            news = Optional.of(
                    switch (saved) {
                        case TextFiles.Saved.Done(var file) -> Message.of("activity.exported", file);
                        case TextFiles.Saved.Failed(var why) -> Message.of("activity.notExported", why);
                    });
            render(false);
        }));
    }

    /// The problem's button was used.
    public void remedy() {
        shown.flatMap(ActivityScreen::problem).flatMap(Problem::remedy).ifPresent(remedy -> {
            switch (remedy) {
                case Remedy.CopyCommand(var command) -> ways.copy(command);
                case Remedy.Retry() -> ask(new Request.GetHistory());
                case Remedy.ChooseServer() -> ways.toLocations();
                case Remedy.ChangeKey _ -> ways.toConnect();
            }
        });
    }

    private void ask(Request request) {
        asked.ifPresent(Daemon.Asked::cancel);
        asked = Optional.of(daemon.ask(request, outcome -> {
            asked = Optional.empty();
            switch (outcome) {
                case Daemon.Outcome.Refused(var cause) -> refusal = Optional.of(cause);
                case Daemon.Outcome.Answered(var reply) -> {
                    refusal = Optional.empty();
                    if (reply instanceof Reply.Remembered(var known)) {
                        history = Optional.of(known);
                    }
                }
            }
            render(true);
        }));
    }

    /// @param again whether to show the screen even when it is the same, as to move a switch back
    private void render(boolean again) {
        if (!showing) {
            return;
        }
        var screen = screen();
        if (again || !shown.equals(Optional.of(screen))) {
            shown = Optional.of(screen);
            sink.accept(screen);
        }
    }

    private ActivityScreen screen() {
        var now = time.now();
        var zone = time.zone();
        var known = history.orElseGet(History::empty);
        var rows = known.sessions().stream()
                .limit(sessionsShown)
                .map(session -> ActivityTexts.row(session, now, zone))
                .toList();
        return new ActivityScreen(
                history.isEmpty() && refusal.isEmpty(),
                refusal.map(Problem::of),
                history.map(History::kept),
                Optional.of(known)
                        .filter(h -> !h.days().isEmpty())
                        .map(h -> ActivityTexts.chart(h, span, LocalDate.ofInstant(now, zone), selected)),
                history.isEmpty() ? List.of() : rows,
                known.sessions().size() > sessionsShown,
                asking,
                news);
    }
}
