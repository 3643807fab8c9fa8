// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.ginnel.account.Account;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.wireguard.ConfigParser;
import org.ginnel.wireguard.ConfigResult;

/// The daemon behind the socket: one snapshot, and what every request does to it. Thread-safe; every change is
/// handed to every watcher, in order.
final class FakeMachine {
    private final Scenario scenario;
    private final InstantSource clock;
    private final FakeWatchers watchers = new FakeWatchers();
    private final List<Request> requests = new ArrayList<>();
    private final Deque<TunnelView> ahead = new ArrayDeque<>();
    private final List<CompletableFuture<Reply>> sweeps = new ArrayList<>();
    private final List<MeasuredServer> servers;
    private final FakeMemory memory;
    private Optional<ErrorCause> connectFails;
    private final List<Runnable> waiting = new ArrayList<>();
    private CompletableFuture<Reply> arrival = new CompletableFuture<>();
    private Snapshot snapshot;
    private TunnelView stood = new TunnelView.Disconnected(Optional.empty());
    private TunnelView beforePause = new TunnelView.Disconnected(Optional.empty());

    FakeMachine(Scenario scenario, InstantSource clock) {
        this.scenario = scenario;
        this.clock = clock;
        this.snapshot = scenario.start();
        this.memory = new FakeMemory(scenario.history());
        this.servers = new ArrayList<>(scenario.servers());
        this.connectFails = scenario.connectFails();
    }

    synchronized Snapshot snapshot() {
        return snapshot;
    }

    synchronized void await(Predicate<Snapshot> what) throws InterruptedException {
        while (!what.test(snapshot)) {
            wait();
        }
    }

    /// Every request so far. Whoever sees one here finds that it was begun on, and the other way round: no test can
    /// see what a request did and miss it here, or see it here and get ahead of what it does.
    synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    /// One that changes nothing here.
    synchronized void heard(Request request) {
        requests.add(request);
    }

    synchronized void watch(Consumer<Snapshot> watcher, Request.Watch watch) {
        requests.add(watch);
        watchers.add(watcher, watch.figures(), snapshot);
    }

    /// It is to be told otherwise from now on, if it watches still.
    synchronized void watchOtherwise(Consumer<Snapshot> watcher, Request.Watch watch) {
        requests.add(watch);
        watchers.change(watcher, watch.figures(), snapshot);
    }

    synchronized void unwatch(Consumer<Snapshot> watcher) {
        watchers.remove(watcher);
    }

    synchronized void change(UnaryOperator<Snapshot> how) {
        snapshot = Snapshots.withRevision(how.apply(snapshot), snapshot.revision() + 1);
        watchers.tell(snapshot);
        notifyAll();
    }

    /// What is asked, and what came of it: at once, or when the test has advanced far enough.
    synchronized CompletableFuture<Reply> answer(Request request) {
        requests.add(request);
        if (!scenario.mayChange() && changes(request)) {
            return refused(new ErrorCause.NotPermitted());
        }
        return switch (request) {
            case Request.Hello _ -> refused(new ErrorCause.BadRequest("a second hello"));
            case Request.GetStatus _, Request.Watch _ -> now(new Reply.Status(snapshot));
            case Request.Login login -> scenario.stepByStep() ? later(() -> login(login)) : login(login);
            case Request.Logout _ -> logout();
            case Request.ListServers(var _, var measure) -> list(measure);
            case Request.Connect(var target, var await) -> connect(target, await);
            case Request.Disconnect _ -> disconnect();
            case Request.Pause(var length) -> pause(length);
            case Request.EndPause(var await) -> endPause(await);
            case Request.ChangeSettings(var settings) -> set(settings);
            case Request.Favour(var id, var marked) -> favour(id, marked);
            case Request.AddServer(var name, var config) -> add(name, config);
            case Request.RemoveServer(var id) -> remove(id);
            case Request.ChangeKeys _ -> changeKeys();
            case Request.Diagnose _ -> now(new Reply.Report(scenario.findings()));
            case Request.GetHistory _ -> now(memory.remembered());
            case Request.KeepHistory(var keep) -> now(memory.keep(keep));
            case Request.DeleteHistory _ -> now(memory.delete());
        };
    }

    private CompletableFuture<Reply> set(Settings settings) {
        change(s -> {
            var set = Snapshots.withSettings(s, settings);
            return Journey.hasNothingToTakeDown(s.tunnel()) ? Journey.arriveAt(set, s.tunnel()) : set;
        });
        return now(new Reply.Done(snapshot));
    }

    private CompletableFuture<Reply> favour(String id, boolean marked) {
        var next = new ArrayList<>(snapshot.favourites());
        next.remove(id);
        if (marked) {
            next.add(id);
        }
        var kept = next.subList(Math.max(0, next.size() - Request.MAX_FAVOURITES), next.size());
        change(s -> Snapshots.withFavourites(s, kept));
        return now(new Reply.Done(snapshot));
    }

    private CompletableFuture<Reply> changeKeys() {
        if (snapshot.account().isEmpty()) {
            return refused(new ErrorCause.NotLoggedIn());
        }
        change(UnaryOperator.identity());
        return now(new Reply.Done(snapshot));
    }

    private CompletableFuture<Reply> add(String name, String config) {
        if (ConfigParser.parseClient(config) instanceof ConfigResult.Refused(var problems)) {
            return refused(new ErrorCause.ConfigRefused(problems));
        }
        var own = Servers.own(name);
        servers.removeIf(one -> one.server().id().equals(own.id()));
        servers.add(new MeasuredServer(own, Optional.empty()));
        return ownChanged();
    }

    private CompletableFuture<Reply> remove(String id) {
        servers.removeIf(one -> one.server().isOwn() && one.server().id().equals(id));
        return ownChanged();
    }

    private CompletableFuture<Reply> ownChanged() {
        var count = (int) servers.stream().filter(one -> one.server().isOwn()).count();
        change(s -> Snapshots.withServers(Snapshots.withOwnServers(s, count), s.serversRevision() + 1, s.measuring()));
        return now(new Reply.Done(snapshot));
    }

    private static boolean changes(Request request) {
        return switch (request) {
            case Request.Hello _, Request.GetStatus _, Request.Watch _, Request.ListServers _, Request.Diagnose _ ->
                false;
            case Request.Login _,
                    Request.Logout _,
                    Request.Connect _,
                    Request.Disconnect _,
                    Request.Pause _,
                    Request.EndPause _,
                    Request.ChangeSettings _,
                    Request.Favour _,
                    Request.AddServer _,
                    Request.RemoveServer _,
                    Request.ChangeKeys _,
                    Request.GetHistory _,
                    Request.KeepHistory _,
                    Request.DeleteHistory _ -> true;
        };
    }

    /// What comes of it is known when the test advances.
    private CompletableFuture<Reply> later(Supplier<CompletableFuture<Reply>> what) {
        var reply = new CompletableFuture<Reply>();
        waiting.add(() -> reply.complete(what.get().join()));
        return reply;
    }

    private CompletableFuture<Reply> login(Request.Login login) {
        if (!isApiUrl(login.apiUrl())) {
            return refused(new ErrorCause.BadRequest("the API URL is neither https nor on this machine"));
        }
        if (scenario.loginFails().isPresent()) {
            return refused(scenario.loginFails().get());
        }
        connectFails = connectFails.filter(cause -> !(cause instanceof ErrorCause.KeyRefused));
        var account = new Account(
                login.apiUrl(), login.key().hint(), Snapshots.account().tier());
        change(s -> Snapshots.withServers(
                Snapshots.withExit(
                        Snapshots.withAccount(s, Optional.of(account)), Optional.of(Snapshots.DIRECT_ADDRESS)),
                s.serversRevision() + 1,
                false));
        return now(new Reply.Done(snapshot));
    }

    private static boolean isApiUrl(String url) {
        try {
            var uri = URI.create(url);
            var host = String.valueOf(uri.getHost());
            var local = List.of("localhost", "127.0.0.1", "[::1]").contains(host);
            return uri.getHost() != null
                    && List.of("https", local ? "http" : "https").contains(String.valueOf(uri.getScheme()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private CompletableFuture<Reply> logout() {
        supersede();
        change(s ->
                Snapshots.withOwnServers(Snapshots.withSettings(Snapshots.loggedOut(), s.settings()), s.ownServers()));
        return now(new Reply.Done(snapshot));
    }

    private CompletableFuture<Reply> list(boolean measure) {
        if (!snapshot.isReady()) {
            return refused(new ErrorCause.NotLoggedIn());
        }
        if (!measure) {
            return now(listed());
        }
        var sweep = new CompletableFuture<Reply>();
        sweeps.add(sweep);
        servers.replaceAll(s -> new MeasuredServer(s.server(), Optional.empty()));
        change(s -> Snapshots.withServers(s, s.serversRevision() + 1, true));
        if (!scenario.stepByStep()) {
            while (measureNext()) {}
        }
        return sweep;
    }

    private Reply.Servers listed() {
        return Servers.answer(servers, snapshot.serversRevision());
    }

    /// Measures the next server that was not measured yet. False when there was none.
    synchronized boolean measureNext() {
        var next = servers.stream().filter(s -> s.measurement().isEmpty()).findFirst();
        next.ifPresent(found -> {
            var known = new MeasuredServer(found.server(), Optional.of(Servers.measurementOf(found.server())));
            servers.set(servers.indexOf(found), known);
            var more = servers.stream().anyMatch(s -> s.measurement().isEmpty());
            change(s -> Snapshots.withServers(s, s.serversRevision() + 1, more));
        });
        if (servers.stream().allMatch(s -> s.measurement().isPresent())) {
            sweeps.forEach(s -> s.complete(listed()));
            sweeps.clear();
        }
        return next.isPresent();
    }

    /// From a tunnel that stands to another, nothing is taken down before the other is proven.
    private List<TunnelView> way(Server server, Reason reason) {
        stood = snapshot.tunnel();
        return stood instanceof TunnelView.Connected up
                ? Journey.over(up, server, reason, connectFails)
                : Journey.to(server, reason, connectFails);
    }

    private CompletableFuture<Reply> connect(Target target, boolean await) {
        if (!snapshot.isReady()) {
            return refused(new ErrorCause.NotLoggedIn());
        }
        return switch (target) {
            case Target.Fastest() ->
                servers.isEmpty()
                        ? refused(new ErrorCause.NoServers())
                        : travel(way(Ranking.fastest(servers), Ranking.reason(servers)), await);
            case Target.Chosen(var id) ->
                servers.stream()
                        .map(MeasuredServer::server)
                        .filter(s -> s.id().equals(id))
                        .findFirst()
                        .map(s -> travel(way(s, new Reason.ChosenByUser()), await))
                        .orElseGet(() -> refused(new ErrorCause.UnknownServer(id)));
        };
    }

    private CompletableFuture<Reply> disconnect() {
        return ahead.isEmpty() && Journey.hasNothingToTakeDown(snapshot.tunnel())
                ? rest()
                : travel(Journey.down(), true);
    }

    private CompletableFuture<Reply> rest() {
        change(s -> Journey.arriveAt(s, new TunnelView.Disconnected(Optional.empty())));
        return now(new Reply.Done(snapshot));
    }

    private CompletableFuture<Reply> pause(Duration length) {
        if (snapshot.tunnel() instanceof TunnelView.Disconnected) {
            return refused(new ErrorCause.NothingToPause());
        }
        supersede();
        if (!(snapshot.tunnel() instanceof TunnelView.Paused)) {
            beforePause = snapshot.tunnel();
        }
        var view = Journey.paused(snapshot.tunnel(), clock.instant().plus(length));
        change(s -> Journey.arriveAt(s, view));
        return now(new Reply.Done(snapshot));
    }

    private CompletableFuture<Reply> endPause(boolean await) {
        if (!(snapshot.tunnel() instanceof TunnelView.Paused(var _, var then))) {
            return now(new Reply.Done(snapshot));
        }
        if (then.isPresent()) {
            return connect(new Target.Chosen(then.get().id()), await);
        }
        if (beforePause instanceof TunnelView.Blocked blocked) {
            change(s -> Journey.arriveAt(s, blocked));
            return refused(blocked.cause());
        }
        return rest();
    }

    private CompletableFuture<Reply> travel(List<TunnelView> way, boolean await) {
        supersede();
        ahead.addAll(way);
        var mine = arrival;
        advance();
        while (!scenario.stepByStep() && advance()) {}
        return await ? mine : now(new Reply.Done(snapshot));
    }

    private void supersede() {
        ahead.clear();
        arrival.complete(new Reply.Refused(new ErrorCause.Superseded(), snapshot));
        arrival = new CompletableFuture<>();
    }

    /// Takes the next step of the way. False when there was none.
    synchronized boolean advance() {
        if (!waiting.isEmpty()) {
            waiting.removeFirst().run();
            return true;
        }
        if (ahead.isEmpty()) {
            return false;
        }
        var view = ahead.removeFirst();
        change(s -> Journey.arriveAt(s, view));
        if (ahead.isEmpty()) {
            arrival.complete(outcome(view));
        }
        return true;
    }

    private Reply outcome(TunnelView view) {
        return switch (view) {
            case TunnelView.Disconnected(var failure)
            when failure.isPresent() -> new Reply.Refused(failure.get(), snapshot);
            case TunnelView.Blocked(var cause, var _, var _) -> new Reply.Refused(cause, snapshot);
            case TunnelView.Disconnected _,
                    TunnelView.Connecting _,
                    TunnelView.Reconnecting _,
                    TunnelView.Disconnecting _,
                    TunnelView.Locked _,
                    TunnelView.Paused _ -> new Reply.Done(snapshot);
            case TunnelView.Connected up -> switched(up);
        };
    }

    /// Whoever stays where he was, though he was asked to leave, says why.
    private Reply switched(TunnelView.Connected up) {
        return connectFails
                .filter(_ -> up.equals(stood))
                .<Reply>map(cause -> new Reply.Refused(cause, snapshot))
                .orElseGet(() -> new Reply.Done(snapshot));
    }

    private CompletableFuture<Reply> refused(ErrorCause cause) {
        return now(new Reply.Refused(cause, snapshot));
    }

    private static CompletableFuture<Reply> now(Reply reply) {
        return CompletableFuture.completedFuture(reply);
    }
}
