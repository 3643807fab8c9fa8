// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ginnel.account.ApiKey;
import org.ginnel.control.ControlClient;
import org.ginnel.control.ControlException;
import org.ginnel.control.Finding;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;
import org.ginnel.history.History;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.ErrorCause;

/// One conversation with the daemon. Every question has a time limit, and every answer that is not the one
/// asked for is a [Failure].
final class Daemon implements AutoCloseable {
    /// For what the daemon answers from memory.
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    /// For what may wait for the operator's API or for the system; the daemon's own limits are shorter.
    private static final Duration PATIENT = Duration.ofSeconds(90);

    private final Path socket;
    private final ControlClient client;

    private Daemon(Path socket, ControlClient client) {
        this.socket = socket;
        this.client = client;
    }

    static Daemon open(Path socket) throws Failure {
        return open(socket, path -> ControlClient.connect(path, "ginnel " + Version.OURS));
    }

    /// Goes on with a conversation in which it was asked to connect: [#connected(Duration)] comes first.
    static Daemon asked(Path socket, Surroundings.Asked asked) throws Failure {
        return open(socket, asked);
    }

    private static Daemon open(Path socket, Surroundings.Asked how) throws Failure {
        try {
            return new Daemon(socket, how.takeOver(socket));
        } catch (ControlException e) {
            throw Failure.of(e.errorCause());
        }
    }

    Reply.Welcome welcome() {
        return client.welcome();
    }

    Snapshot status() throws Failure {
        if (ask(new Request.GetStatus(), AT_ONCE) instanceof Reply.Status(var snapshot)) {
            return snapshot;
        }
        throw outOfTurn();
    }

    List<MeasuredServer> servers(boolean refresh, boolean measure) throws Failure {
        var reply = ask(new Request.ListServers(refresh, measure), refresh || measure ? PATIENT : AT_ONCE);
        if (reply instanceof Reply.Servers(var servers, var _, var _)) {
            return servers;
        }
        throw outOfTurn();
    }

    /// The servers without what was measured.
    List<Server> servers(boolean refresh) throws Failure {
        return servers(refresh, false).stream().map(MeasuredServer::server).toList();
    }

    List<Finding> diagnose() throws Failure {
        if (ask(new Request.Diagnose(), PATIENT) instanceof Reply.Report(var findings)) {
            return findings;
        }
        throw outOfTurn();
    }

    History history() throws Failure {
        return remembered(new Request.GetHistory());
    }

    History keepHistory(boolean keep) throws Failure {
        return remembered(new Request.KeepHistory(keep));
    }

    History deleteHistory() throws Failure {
        return remembered(new Request.DeleteHistory());
    }

    private History remembered(Request request) throws Failure {
        if (ask(request, AT_ONCE) instanceof Reply.Remembered(var history)) {
            return history;
        }
        throw outOfTurn();
    }

    Snapshot login(ApiKey key, String apiUrl) throws Failure {
        return done(ask(new Request.Login(key, apiUrl), PATIENT));
    }

    Snapshot logout() throws Failure {
        return done(ask(new Request.Logout(), PATIENT));
    }

    Snapshot disconnect() throws Failure {
        return done(ask(new Request.Disconnect(), PATIENT));
    }

    Snapshot pause(Duration length) throws Failure {
        return done(ask(new Request.Pause(length), PATIENT));
    }

    /// Begins to end a pause.
    Snapshot resume() throws Failure {
        return done(ask(new Request.EndPause(false), PATIENT));
    }

    /// Ends a pause, and waits until what was before is back or has failed; empty when `limit` has passed first.
    Optional<Snapshot> resume(Duration limit) throws Failure {
        return awaited(new Request.EndPause(true), limit);
    }

    Snapshot change(Settings settings) throws Failure {
        return done(ask(new Request.ChangeSettings(settings), PATIENT));
    }

    void changeKeys() throws Failure {
        done(ask(new Request.ChangeKeys(), AT_ONCE));
    }

    void favour(String serverId, boolean marked) throws Failure {
        done(ask(new Request.Favour(serverId, marked), AT_ONCE));
    }

    void addServer(String name, String config) throws Failure {
        done(ask(new Request.AddServer(name, config), AT_ONCE));
    }

    void removeServer(String serverId) throws Failure {
        done(ask(new Request.RemoveServer(serverId), PATIENT));
    }

    /// Begins to connect.
    Snapshot connect(Target target) throws Failure {
        return done(ask(new Request.Connect(target, false), PATIENT));
    }

    /// Connects, and waits until that has worked or failed; empty when `limit` has passed first.
    Optional<Snapshot> connect(Target target, Duration limit) throws Failure {
        return awaited(new Request.Connect(target, true), limit);
    }

    /// What [#connect(Target, Duration)] gives, where it was asked for already.
    Optional<Snapshot> connected(Duration limit) throws Failure {
        try {
            return awaited(client.reply(limit));
        } catch (ControlException e) {
            throw Failure.of(e.errorCause());
        }
    }

    private Optional<Snapshot> awaited(Request request, Duration limit) throws Failure {
        return awaited(call(request, limit));
    }

    private static Optional<Snapshot> awaited(Optional<Reply> reply) throws Failure {
        return reply.isEmpty() ? Optional.empty() : Optional.of(done(accepted(reply.get())));
    }

    /// Hands over every snapshot until the daemon hangs up.
    ///
    /// @param figures see [Request.Watch]
    void watch(boolean figures, Consumer<Snapshot> sink) throws Failure {
        try {
            client.watch(figures, sink);
        } catch (ControlException e) {
            throw Failure.of(e.errorCause());
        }
    }

    private Reply ask(Request request, Duration limit) throws Failure {
        var reply = call(request, limit);
        if (reply.isEmpty()) {
            throw Failure.of(new ErrorCause.DaemonUnreachable(socket.toString()));
        }
        return accepted(reply.get());
    }

    private Optional<Reply> call(Request request, Duration limit) throws Failure {
        try {
            return client.call(request, limit);
        } catch (ControlException e) {
            throw Failure.of(e.errorCause());
        }
    }

    private static Reply accepted(Reply reply) throws Failure {
        if (reply instanceof Reply.Refused(var cause, var snapshot)) {
            throw Failure.of(cause, snapshot);
        }
        return reply;
    }

    private static Snapshot done(Reply reply) throws Failure {
        if (reply instanceof Reply.Done(var snapshot)) {
            return snapshot;
        }
        throw outOfTurn();
    }

    private static Failure outOfTurn() {
        return Failure.of(new ErrorCause.BadRequest("the daemon answered out of turn"));
    }

    @Override
    public void close() {
        client.close();
    }
}
