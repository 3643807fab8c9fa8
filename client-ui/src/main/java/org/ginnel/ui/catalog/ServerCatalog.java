// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Server;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.link.Daemon;

/// The daemon's last answer about its servers, asked again whenever it says that the answer would differ.
///
/// Asks nothing before somebody wants it. Used on the window's thread only.
public final class ServerCatalog {
    private final Daemon daemon;
    private final List<Runnable> listeners = new ArrayList<>();
    private Optional<Reply.Servers> answer = Optional.empty();
    private Optional<ErrorCause> refusal = Optional.empty();
    private Optional<Daemon.Asked> peek = Optional.empty();
    private Optional<Daemon.Asked> sweep = Optional.empty();
    private long wantedRevision = -1;
    private boolean measuring;

    /// A catalog without an answer yet.
    public ServerCatalog(Daemon daemon) {
        this.daemon = daemon;
    }

    /// Calls `listener` after every change.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// Tells nobody any more: whoever listened is gone, or comes anew.
    public void forgetListeners() {
        listeners.clear();
    }

    /// The servers, in the operator's order; empty before the first answer.
    public Optional<List<MeasuredServer>> servers() {
        return answer.map(Reply.Servers::servers);
    }

    /// The server of that id, when it is on the list.
    public Optional<Server> byId(String id) {
        return list().map(MeasuredServer::server)
                .filter(server -> server.id().equals(id))
                .findFirst();
    }

    /// The server that the daemon would choose as the fastest; empty while none has answered, or that one did not
    /// answer last.
    public Optional<Fastest> fastest() {
        return answer.flatMap(Reply.Servers::fastest)
                .flatMap(id -> list().filter(measured -> measured.server().id().equals(id))
                        .flatMap(ServerCatalog::answered)
                        .findFirst());
    }

    /// Those that have answered, the nearest first.
    public List<Fastest> nearest() {
        return list().flatMap(ServerCatalog::answered)
                .sorted(Comparator.comparing(Fastest::roundTrip))
                .toList();
    }

    private Stream<MeasuredServer> list() {
        return servers().stream().flatMap(List::stream);
    }

    private static Stream<Fastest> answered(MeasuredServer measured) {
        return measured.measurement().stream().flatMap(measurement -> switch (measurement) {
            case Measurement.Answered(var roundTrip, var _) -> Stream.of(new Fastest(measured.server(), roundTrip));
            case Measurement.Silent _ -> Stream.empty();
        });
    }

    /// A server that has answered.
    public record Fastest(Server server, Duration roundTrip) {}

    /// Why the last question was not answered; empty when it was.
    public Optional<ErrorCause> refusal() {
        return refusal;
    }

    /// Whether a refresh that the user asked for is under way.
    public boolean isMeasuring() {
        return measuring;
    }

    /// Asks unless the answer at hand is that of the snapshot, one question at a time: while latencies are being
    /// measured, figures come in as fast as they can be told.
    public void want(Snapshot snapshot) {
        if (peek.isEmpty() && snapshot.serversRevision() != wantedRevision) {
            wantedRevision = snapshot.serversRevision();
            peek = Optional.of(daemon.ask(new Request.ListServers(false, false), this::peeked));
        }
    }

    /// Asks the operator for the list again and measures every server.
    public void measure() {
        measuring = true;
        sweep.ifPresent(Daemon.Asked::cancel);
        sweep = Optional.of(daemon.ask(new Request.ListServers(true, true), this::swept));
        changed();
    }

    /// Forgets the answer, as after a logout.
    public void forget() {
        Stream.of(peek, sweep).flatMap(Optional::stream).forEach(Daemon.Asked::cancel);
        peek = Optional.empty();
        sweep = Optional.empty();
        answer = Optional.empty();
        refusal = Optional.empty();
        wantedRevision = -1;
        measuring = false;
    }

    private void peeked(Daemon.Outcome outcome) {
        peek = Optional.empty();
        take(outcome);
    }

    private void swept(Daemon.Outcome outcome) {
        sweep = Optional.empty();
        measuring = false;
        take(outcome);
    }

    private void take(Daemon.Outcome outcome) {
        switch (outcome) {
            case Daemon.Outcome.Answered(Reply.Servers servers) -> {
                answer = Optional.of(servers);
                wantedRevision = servers.serversRevision();
                refusal = Optional.empty();
            }
            case Daemon.Outcome.Answered _ ->
                refusal = Optional.of(new ErrorCause.BadRequest("the daemon answered out of turn"));
            case Daemon.Outcome.Refused(var cause) -> refusal = Optional.of(cause);
        }
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
