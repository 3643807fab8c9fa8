// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.ginnel.cli.json.JsonText;
import org.ginnel.cli.json.StatusJson;
import org.ginnel.cli.text.DisturbanceWords;
import org.ginnel.cli.text.Explanation;
import org.ginnel.cli.text.Line;
import org.ginnel.cli.text.Tone;
import org.ginnel.cli.text.TunnelWords;
import org.ginnel.control.Snapshot;
import org.ginnel.tunnel.Disturbance;
import org.ginnel.tunnel.TunnelView;

/// Says what changed: a line for people when the state of the tunnel or the exit address did, or when another
/// program interfered; a line for programs at every change.
final class ChangeReporter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Session session;
    private final boolean mayChange;
    private final boolean json;
    private String last = "";
    private Optional<Disturbance> lastDisturbance = Optional.empty();

    ChangeReporter(Session session, boolean mayChange, boolean json) {
        this.session = session;
        this.mayChange = mayChange;
        this.json = json;
    }

    void report(Snapshot snapshot) {
        if (json) {
            session.terminal().document(JsonText.compact(StatusJson.of(snapshot, mayChange)));
            return;
        }
        if (!snapshot.disturbance().equals(lastDisturbance)) {
            lastDisturbance = snapshot.disturbance();
            lastDisturbance.ifPresent(d -> print(d.last(), DisturbanceWords.news(d)));
        }
        var line = line(snapshot);
        if (!line.plain().equals(last)) {
            last = line.plain();
            print(session.now(), line);
        }
    }

    private void print(Instant at, Line line) {
        session.terminal().print(Line.of(Tone.QUIET, time(at) + "  ").plus(line));
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(session.around().zone().get()));
    }

    private Line line(Snapshot snapshot) {
        var headline = TunnelWords.headline(snapshot.tunnel());
        var exit = snapshot.exitAddress().map(a -> ", seen as " + a).orElse("");
        return switch (snapshot.tunnel()) {
            case TunnelView.Disconnected(var failure) ->
                headline.plus(
                        exit + failure.map(c -> ". " + Explanation.of(c).what()).orElse(""));
            case TunnelView.Connected _ -> headline.plus(exit);
            case TunnelView.Reconnecting(var _, var why, var _) ->
                headline.plus(". " + Explanation.of(why).what());
            case TunnelView.Blocked(var cause, var _, var _) ->
                headline.plus(". " + Explanation.of(cause).what());
            case TunnelView.Locked(var failure) ->
                headline.plus(failure.map(c -> ". " + Explanation.of(c).what()).orElse(""));
            case TunnelView.Paused(var until, var _) -> headline.plus(" until " + time(until) + exit);
            case TunnelView.Connecting _, TunnelView.Disconnecting _ -> headline;
        };
    }
}
