// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ginnel.account.ApiUrl;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.daemon.control.Requests;
import org.ginnel.daemon.control.SnapshotFeed;
import org.ginnel.daemon.history.Recorder;
import org.ginnel.daemon.loop.Driver;
import org.ginnel.daemon.loop.Loop;
import org.ginnel.daemon.machine.Event;
import org.ginnel.daemon.store.Login;
import org.ginnel.daemon.store.OwnServer;
import org.ginnel.daemon.store.Saved;
import org.ginnel.http.ApiResult;
import org.ginnel.relay.Server;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.ErrorCause;

/// Answers every request. What changes, changes on the loop; what takes long, takes long on a thread of its own.
final class Desk implements Requests {
    private final Loop loop;
    private final Keeper keeper;
    private final Accounts accounts;
    private final Catalog catalog;
    private final Driver driver;
    private final Waiters waiters;
    private final Picture picture;
    private final TrafficMeter meter;
    private final TunnelSurroundings surroundings;
    private final Doctor doctor;
    private final Recorder recorder;
    private final Rotation rotation;

    Desk(
            Loop loop,
            Keeper keeper,
            Accounts accounts,
            Catalog catalog,
            Driver driver,
            Waiters waiters,
            Picture picture,
            TrafficMeter meter,
            TunnelSurroundings surroundings,
            Doctor doctor,
            Recorder recorder,
            Rotation rotation) {
        this.loop = loop;
        this.keeper = keeper;
        this.accounts = accounts;
        this.catalog = catalog;
        this.driver = driver;
        this.waiters = waiters;
        this.picture = picture;
        this.meter = meter;
        this.surroundings = surroundings;
        this.doctor = doctor;
        this.recorder = recorder;
        this.rotation = rotation;
    }

    @Override
    public CompletableFuture<Reply> answer(Request request) {
        var reply = new CompletableFuture<Reply>();
        switch (request) {
            case Request.GetStatus() -> loop.post(() -> reply.complete(new Reply.Status(picture.now())));
            case Request.Login login -> login(login, reply);
            case Request.Logout() -> loop.post(() -> logout(reply));
            case Request.ListServers list -> inBackground(() -> list(list, reply));
            case Request.Connect(var target, var await) ->
                loop.post(() -> drive(new Event.Connect(target), await, reply));
            case Request.Disconnect() -> loop.post(() -> drive(new Event.Disconnect(), true, reply));
            case Request.Pause(var length) -> loop.post(() -> drive(new Event.Pause(length), true, reply));
            case Request.EndPause(var await) -> loop.post(() -> drive(new Event.EndPause(), await, reply));
            case Request.ChangeSettings(var settings) -> loop.post(() -> change(settings, reply));
            case Request.Favour(var id, var marked) -> loop.post(() -> favour(id, marked, reply));
            case Request.AddServer(var name, var config) -> loop.post(() -> add(OwnServer.read(name, config), reply));
            case Request.RemoveServer(var id) -> loop.post(() -> remove(id, reply));
            case Request.ChangeKeys() -> loop.post(() -> changeKeys(reply));
            case Request.Diagnose() -> loop.post(() -> reply.complete(new Reply.Report(doctor.findings())));
            case Request.GetHistory() -> loop.post(() -> recorder.refresh(() -> remembered(reply)));
            case Request.KeepHistory(var keep) -> loop.post(() -> recorder.keep(keep, () -> remembered(reply)));
            case Request.DeleteHistory() -> loop.post(() -> recorder.delete(() -> remembered(reply)));
            case Request.Hello _, Request.Watch _ -> throw new IllegalArgumentException("the session's own");
        }
        return reply;
    }

    @Override
    public void watch(SnapshotFeed feed, boolean figures) {
        loop.post(() -> {
            picture.watch(feed, figures);
            meter.consider();
        });
    }

    @Override
    public void unwatch(SnapshotFeed feed) {
        loop.post(() -> picture.unwatch(feed));
    }

    private void drive(Event event, boolean await, CompletableFuture<Reply> reply) {
        waiters.replaceBy(await ? failure -> settle(failure, reply) : _ -> {});
        driver.handle(event);
        if (!await) {
            reply.complete(new Reply.Done(picture.now()));
        }
    }

    private void settle(Optional<ErrorCause> failure, CompletableFuture<Reply> reply) {
        reply.complete(failure.<Reply>map(cause -> new Reply.Refused(cause, picture.now()))
                .orElseGet(() -> new Reply.Done(picture.now())));
    }

    private void remembered(CompletableFuture<Reply> reply) {
        reply.complete(new Reply.Remembered(recorder.history()));
    }

    private void login(Request.Login login, CompletableFuture<Reply> reply) {
        var url = login.apiUrl().contains("://") ? ApiUrl.parse(login.apiUrl()) : Optional.<ApiUrl>empty();
        if (url.isEmpty()) {
            loop.post(() -> settle(Optional.of(new ErrorCause.BadRequest("not an API address")), reply));
            return;
        }
        inBackground(() -> {
            var tried = accounts.tryLogin(login.key(), url.get());
            loop.post(() -> loggedIn(tried, reply));
        });
    }

    private void loggedIn(ApiResult<Login> tried, CompletableFuture<Reply> reply) {
        switch (tried) {
            case ApiResult.Failed(var cause) -> settle(Optional.of(cause), reply);
            case ApiResult.Ok(var login) -> {
                accounts.keep(login);
                driver.handle(new Event.SettingsChanged());
                surroundings.lookUpExit();
                settle(Optional.empty(), reply);
            }
        }
    }

    private void logout(CompletableFuture<Reply> reply) {
        waiters.replaceBy(_ -> inBackground(() -> {
            accounts.revokeAll();
            loop.post(() -> {
                keeper.change(saved -> saved.loggedOut());
                driver.handle(new Event.SettingsChanged());
                catalog.clear();
                picture.exitAddress(Optional.empty());
                picture.serversChanged();
                settle(Optional.empty(), reply);
            });
        }));
        driver.handle(new Event.Disconnect());
    }

    private void list(Request.ListServers wanted, CompletableFuture<Reply> reply) throws InterruptedException {
        if (servers().isEmpty() && keeper.saved().login().isEmpty()) {
            loop.post(() -> settle(Optional.of(new ErrorCause.NotLoggedIn()), reply));
            return;
        }
        if (wanted.refresh()
                && keeper.saved().login().isPresent()
                && accounts.refresh() instanceof ApiResult.Failed<?>(var cause)) {
            loop.post(() -> settle(Optional.of(cause), reply));
            return;
        }
        if (wanted.measure() && surroundings.isDirect()) {
            catalog.measureAll(servers());
        }
        loop.post(() -> reply.complete(
                new Reply.Servers(catalog.of(servers()), picture.serversRevision(), catalog.fastest(servers()))));
    }

    private List<Server> servers() {
        return keeper.saved().servers();
    }

    private void change(Settings settings, CompletableFuture<Reply> reply) {
        keeper.change(saved -> saved.with(settings));
        driver.handle(new Event.SettingsChanged());
        rotation.consider();
        picture.publish();
        settle(Optional.empty(), reply);
    }

    private void changeKeys(CompletableFuture<Reply> reply) {
        if (keeper.saved().login().isEmpty()) {
            settle(Optional.of(new ErrorCause.NotLoggedIn()), reply);
            return;
        }
        keeper.change(Saved::withWornKeys);
        rotation.hurry();
        picture.publish();
        settle(Optional.empty(), reply);
    }

    private void favour(String serverId, boolean marked, CompletableFuture<Reply> reply) {
        keeper.change(saved -> saved.favouring(serverId, marked));
        picture.publish();
        settle(Optional.empty(), reply);
    }

    private void add(OwnServer.Result read, CompletableFuture<Reply> reply) {
        switch (read) {
            case OwnServer.Result.Refused(var cause) -> settle(Optional.of(cause), reply);
            case OwnServer.Result.Read(var own)
            when keeper.saved().own().size() >= Request.MAX_OWN_SERVERS
                    && keeper.saved().own(own.server().id()).isEmpty() ->
                settle(Optional.of(new ErrorCause.BadRequest("there are 50 servers of your own already")), reply);
            case OwnServer.Result.Read(var own) -> {
                keeper.change(saved -> saved.withOwn(own));
                serversChanged(reply);
            }
        }
    }

    private void remove(String serverId, CompletableFuture<Reply> reply) {
        keeper.change(saved -> saved.withoutOwn(serverId));
        serversChanged(reply);
    }

    /// With the first server there is something to lock down for, with the last it is gone.
    private void serversChanged(CompletableFuture<Reply> reply) {
        driver.handle(new Event.SettingsChanged());
        picture.serversChanged();
        settle(Optional.empty(), reply);
    }

    /// Work that may wait for the network.
    private interface Blocking {
        void run() throws InterruptedException;
    }

    private static void inBackground(Blocking work) {
        Thread.ofVirtual().name("ginnel-desk").start(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
