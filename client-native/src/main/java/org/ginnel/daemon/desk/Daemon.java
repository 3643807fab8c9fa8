// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ginnel.daemon.control.ControlListener;
import org.ginnel.daemon.control.ControlServer;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.history.HistoryFile;
import org.ginnel.daemon.history.Recorder;
import org.ginnel.daemon.loop.Driver;
import org.ginnel.daemon.loop.Guard;
import org.ginnel.daemon.loop.Ports;
import org.ginnel.daemon.loop.ThreadLoop;
import org.ginnel.daemon.machine.Event;
import org.ginnel.daemon.machine.Link;
import org.ginnel.daemon.port.LatencySweep;
import org.ginnel.daemon.port.SystemWatch;
import org.ginnel.daemon.store.EstimatesFile;
import org.ginnel.daemon.store.Saved;
import org.ginnel.daemon.store.StateFile;
import org.ginnel.daemon.store.Wanted;
import org.ginnel.host.HowTo;
import org.ginnel.http.ApiTransport;
import org.ginnel.http.NameLookup;
import org.ginnel.http.Timeouts;
import org.ginnel.relay.Server;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.ConfigParser;
import org.ginnel.wireguard.ConfigResult;
import org.ginnel.wireguard.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The daemon, put together on one system. Closing it closes the socket and nothing else: a tunnel that is wanted
/// stays up behind its firewall, and the next start takes it over.
public final class Daemon implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);

    private final ThreadLoop loop;
    private final ControlServer server;
    private final Guard guard;
    private final Recorder recorder;
    private final Catalog catalog;
    private final Rotation rotation;
    private final Keeper keeper;

    private Daemon(
            ThreadLoop loop,
            ControlServer server,
            Guard guard,
            Recorder recorder,
            Catalog catalog,
            Rotation rotation,
            Keeper keeper) {
        this.loop = loop;
        this.server = server;
        this.guard = guard;
        this.recorder = recorder;
        this.catalog = catalog;
        this.rotation = rotation;
        this.keeper = keeper;
    }

    /// What a daemon is made of.
    ///
    /// @param ports the system
    /// @param watch who tells of its changes
    /// @param sweeps how latencies are measured
    /// @param authorities trusted for the API, besides Java's own
    /// @param names how host names are looked up
    /// @param clock the time of day
    /// @param random for keys, and for whom to measure
    /// @param deviceName what the operator's list of devices calls this machine
    /// @param engine which WireGuard this machine has; empty when none
    /// @param resting looks for memory that can be done without for a while, and returns what gives it back; any
    ///     thread
    public record Parts(
            Ports ports,
            SystemWatch watch,
            Sweeps sweeps,
            List<X509Certificate> authorities,
            NameLookup names,
            InstantSource clock,
            SecureRandom random,
            String deviceName,
            Optional<String> engine,
            Supplier<Runnable> resting) {
        /// Makes what measures latencies.
        @FunctionalInterface
        public interface Sweeps {
            /// One that may use these.
            ///
            /// @param configs what is at hand for a server, without asking anybody; from any thread
            LatencySweep with(Function<Server, Optional<Config>> configs);
        }
    }

    /// Takes up what an earlier run left, and listens.
    ///
    /// @param state directory that [StateFile] lives in
    /// @param spare see [StateFile#StateFile(Path, Path)]
    /// @param place where to listen, and who may change anything
    /// @param name our name and version
    /// @throws IOException when the place cannot be had or the directory cannot be made; nothing was changed then
    public static Daemon start(Parts parts, Path state, Path spare, ControlListener.Place place, String name)
            throws IOException {
        var file = new StateFile(state, spare);
        var restored = Restored.from(file);
        var loop = new ThreadLoop(Daemon::defect);
        var keeper = new Keeper(file, restored.saved(), parts.ports().firewall());
        var transport = new ApiTransport(
                Timeouts.defaults(),
                parts.authorities(),
                new RememberedNames(parts.names(), keeper),
                parts.clock(),
                name.replace(' ', '/'));
        var accounts = new Accounts(loop, keeper, transport, parts.random(), parts.clock());
        var keys = new DeviceKeys(keeper, accounts, parts.clock(), parts.random(), parts.deviceName());
        var leases = new Leases(accounts, parts.clock(), parts.random(), parts.deviceName());
        var supply = new Supply(keeper, accounts, keys, leases, parts.clock());
        // Of the operator's servers only: somebody else may use the key of a config that the user brought along.
        var sweep = parts.sweeps().with(server -> supply.atHand(server).map(Supply.Found::config));
        var catalog = new Catalog(sweep, parts.clock(), parts.random(), new EstimatesFile(state));
        var picture = new Picture(keeper, catalog);
        var rest = new Rest(loop, task -> Thread.ofVirtual().name("ginnel-rest").start(task), parts.resting());
        catalog.listen(() -> loop.post(() -> {
            picture.serversChanged();
            rest.disturbed();
        }));
        var chores = new KeyChores(keeper, accounts, keys, leases, parts.clock());
        var waiters = new Waiters();
        var meter = new TrafficMeter(
                loop,
                parts.ports(),
                picture,
                task -> Thread.ofVirtual().name("ginnel-traffic").start(task));
        var recorder = new Recorder(
                loop,
                parts.clock(),
                ZoneId::systemDefault,
                parts.ports(),
                new HistoryFile(state),
                task -> Thread.ofVirtual().name("ginnel-history").start(task));
        var around = new TunnelSurroundings(loop, parts.clock(), keeper, accounts, picture, waiters, meter, recorder);
        catalog.hearSilenceWhile(around::isDirect);
        around.tell(catalog::heard);
        var provisioner = new TunnelProvisioner(keeper, catalog, accounts, supply, around::isDirect);
        var driver = new Driver(loop, Executors.newVirtualThreadPerTaskExecutor(), parts.ports(), provisioner, around);
        var rotation = new Rotation(
                loop,
                parts.clock(),
                keeper,
                picture::state,
                task -> Thread.ofVirtual().name("ginnel-keys").start(task),
                chores::run,
                () -> driver.handle(new Event.KeyOld()));
        accounts.listen(() -> {
            picture.serversChanged();
            rotation.consider();
            rest.disturbed();
        });
        around.listen(() -> {
            rotation.stateChanged();
            rest.state(picture.state());
        });
        var doctor = new Doctor(parts.ports(), keeper, picture, parts.engine(), HowTo.here());
        var desk = new Desk(
                loop, keeper, accounts, catalog, driver, waiters, picture, meter, around, doctor, recorder, rotation);
        // Before anything is touched: where another daemon listens, this one has no business.
        var server = new ControlServer(place, desk, loop, name);
        if (restored.isKnown()) {
            keeper.comeUpWithIt();
        }
        loop.post(() -> driver.handle(restored.first()));
        loop.post(rest::disturbed);
        var guard = Guard.start(loop, driver, parts.watch(), rotation::consider);
        server.start();
        return new Daemon(loop, server, guard, recorder, catalog, rotation, keeper);
    }

    private static void defect(RuntimeException e) {
        LOG.error("a defect of ours, code {}", Integer.toHexString(e.toString().hashCode()), e);
    }

    /// Closes the control channel and lets what is under way end, for five seconds at most. Nothing is written after
    /// that.
    @Override
    public void close() throws IOException {
        guard.close();
        loop.post(rotation::close);
        server.close();
        loop.close();
        recorder.close();
        catalog.close();
        keeper.close();
    }

    /// What was kept, and the event it begins with.
    ///
    /// @param isKnown whether it could be read
    private record Restored(Saved saved, Event first, boolean isKnown) {
        static Restored from(StateFile file) {
            try {
                var saved = file.read();
                return new Restored(saved, first(saved), true);
            } catch (IOException e) {
                LOG.error("what was wanted cannot be read, so nothing may leave: {}", e.getMessage());
                var cause = new ErrorCause.SystemRefused(ErrorCause.Part.STORE, "state.json", "it cannot be read");
                return new Restored(Saved.nothing(), new Event.Forgot(cause), false);
            }
        }

        private static Event first(Saved saved) {
            var wanted = saved.wanted().map(tunnel -> resume(tunnel, saved));
            if (saved.pausedUntil().isPresent()) {
                var link = wanted.flatMap(
                        event -> event instanceof Event.Resume(var found) ? Optional.of(found) : Optional.empty());
                return new Event.StayPaused(saved.pausedUntil().get(), link);
            }
            return wanted.orElseGet(Event.CleanUp::new);
        }

        private static Event resume(Wanted wanted, Saved saved) {
            var endpoint = Endpoint.parse(wanted.endpoint())
                    .flatMap(e -> e.address().map(address -> new InetSocketAddress(address, e.port())));
            if (ConfigParser.parse(wanted.config()) instanceof ConfigResult.Parsed(var config)
                    && endpoint.isPresent()) {
                var reach = Supply.kept(saved, wanted.server());
                return new Event.Resume(new Link(
                        wanted.server(),
                        config,
                        endpoint.get(),
                        wanted.reason(),
                        Optional.empty(),
                        saved.resolvers(),
                        true,
                        Lane.FIRST,
                        Places.besides(endpoint.get(), reach.endpoints()),
                        Supply.gatewaysIn(config, reach)));
            }
            return new Event.Forgot(
                    new ErrorCause.SystemRefused(ErrorCause.Part.STORE, "state.json", "the wanted tunnel is damaged"));
        }
    }
}
