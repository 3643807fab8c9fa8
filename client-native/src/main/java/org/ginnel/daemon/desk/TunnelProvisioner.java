// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.loop.Provisioner;
import org.ginnel.daemon.machine.Link;
import org.ginnel.daemon.store.OwnServer;
import org.ginnel.daemon.store.Saved;
import org.ginnel.http.ApiResult;
import org.ginnel.relay.Choice;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Reach;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Reason;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.ConfigParser;
import org.ginnel.wireguard.ConfigProblem;
import org.ginnel.wireguard.ConfigResult;
import org.ginnel.wireguard.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Picks a server by what was measured, takes its config from what is kept or from the API, and resolves its endpoint.
final class TunnelProvisioner implements Provisioner {
    /// A name may resolve to what a config may not spell.
    private static final ErrorCause FORBIDDEN_ENDPOINT = new ErrorCause.ConfigRefused(
            List.of(new ConfigProblem(0, "Endpoint", ConfigProblem.Reason.FORBIDDEN_ADDRESS)));

    /// How many may be tried beside the first choice.
    private static final int MOST_OTHERS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(TunnelProvisioner.class);

    private final Keeper keeper;
    private final Catalog catalog;
    private final Accounts accounts;
    private final Supply supply;
    private final BooleanSupplier mayMeasure;

    /// @param mayMeasure whether probes take the direct way now, and so mean anything
    TunnelProvisioner(Keeper keeper, Catalog catalog, Accounts accounts, Supply supply, BooleanSupplier mayMeasure) {
        this.keeper = keeper;
        this.catalog = catalog;
        this.accounts = accounts;
        this.supply = supply;
        this.mayMeasure = mayMeasure;
    }

    @Override
    public Result provision(Target target, Optional<Link> renew, Consumer<Server> picked) throws InterruptedException {
        var saved = keeper.saved();
        if (saved.login().isEmpty() && saved.own().isEmpty()) {
            return new Result.Missing(new ErrorCause.NotLoggedIn());
        }
        var choice = renew.isPresent()
                ? new Choice.Picked(renew.get().server(), renew.get().reason())
                : choose(target, saved);
        return switch (choice) {
            case Choice.None(var cause) -> new Result.Missing(cause);
            case Choice.Picked(var server, var reason) -> {
                picked.accept(server);
                var result = configured(server, reason, saved, renew.isPresent());
                yield target instanceof Target.Fastest && result instanceof Result.Ready(var link, var _)
                        ? new Result.Ready(link, others(link, saved))
                        : result;
            }
        };
    }

    /// The nearest when it was last measured, and none that was silent then; a sweep that is under way may end
    /// first. In the place of a server that the user chose only one of the same country is taken: the choice may
    /// have been about the country.
    @Override
    public Optional<Link> standby(Link current) throws InterruptedException {
        catalog.awaitMeasuring();
        var saved = keeper.saved();
        var others = standIns(current, saved).toList();
        return others.isEmpty()
                ? Optional.empty()
                : switch (configured(others.getFirst(), current.reason(), saved, false)) {
                    case Result.Ready(var link, var _) -> Optional.of(link);
                    case Result.Missing(var cause) -> {
                        LOG.info(
                                "nothing stands by for {}: {}", current.server().id(), cause);
                        yield Optional.empty();
                    }
                };
    }

    private Stream<Server> standIns(Link current, Saved saved) {
        var chosen = current.reason() instanceof Reason.ChosenByUser;
        return catalog.ranked(supply.expecting(saved.servers())).stream()
                .filter(one -> !(one.measurement().orElse(null) instanceof Measurement.Silent))
                .map(MeasuredServer::server)
                .filter(server -> !server.id().equals(current.server().id()))
                .filter(server ->
                        !chosen || server.country().equals(current.server().country()));
    }

    /// Who comes next after `first`, as far as it takes no time to know: their configs are at hand and name no host.
    private List<Link> others(Link first, Saved saved) {
        return standIns(first, saved)
                .flatMap(server -> supply.atHand(server).filter(found -> spellsItsEndpoint(found.config())).stream()
                        .map(found -> resolved(server, first.reason(), found.config(), found.reach(), true)))
                .flatMap(result -> result instanceof Result.Ready(var link, var _) ? Stream.of(link) : Stream.empty())
                .limit(MOST_OTHERS)
                .toList();
    }

    private static boolean spellsItsEndpoint(Config config) {
        return config.peers().getFirst().endpoint().flatMap(Endpoint::address).isPresent();
    }

    private Choice choose(Target target, Saved saved) throws InterruptedException {
        var known = saved.servers();
        if (target instanceof Target.Chosen(var id)
                && known.stream().noneMatch(server -> server.id().equals(id))) {
            switch (accounts.refresh()) {
                case ApiResult.Ok(var fresh) -> known = fresh;
                case ApiResult.Failed(var cause) -> {
                    return new Choice.None(cause);
                }
            }
        }
        if (target instanceof Target.Fastest && mayMeasure.getAsBoolean() && !catalog.isFresh(known)) {
            catalog.measureForChoice(known);
        }
        return catalog.choose(target instanceof Target.Fastest ? supply.expecting(known) : known, target);
    }

    /// A config of the user's own is all there will ever be; an operator's is asked for anew when it does not work.
    private Result configured(Server server, Reason reason, Saved saved, boolean anew) throws InterruptedException {
        var own = saved.own(server.id()).map(OwnServer::config).flatMap(TunnelProvisioner::parsed);
        if (own.isPresent()) {
            return resolved(server, reason, own.get(), Reach.unknown(), false);
        }
        return switch (anew ? supply.anew(server) : supply.config(server)) {
            case ApiResult.Ok(var found) -> resolved(server, reason, found.config(), found.reach(), found.remembered());
            case ApiResult.Failed(var cause) -> new Result.Missing(cause);
        };
    }

    @Override
    public Result withOtherKey(Link current) throws InterruptedException {
        var server = current.server();
        if (keeper.saved().own(server.id()).isPresent()) {
            return new Result.Missing(new ErrorCause.UnknownServer(server.id()));
        }
        return switch (supply.other(server, current.config())) {
            case ApiResult.Ok(var found) -> resolved(server, current.reason(), found.config(), found.reach(), false);
            case ApiResult.Failed(var cause) -> new Result.Missing(cause);
        };
    }

    private static Optional<Config> parsed(String text) {
        return switch (ConfigParser.parse(text)) {
            case ConfigResult.Parsed(var config) -> Optional.of(config);
            case ConfigResult.Refused _ -> Optional.empty();
        };
    }

    private Result resolved(Server server, Reason reason, Config config, Reach reach, boolean remembered) {
        var endpoint =
                config.peers().getFirst().endpoint().orElseGet(() -> new Endpoint(server.endpoint(), server.port()));
        try {
            var places = Places.of(endpoint, reach.endpoints());
            var link = new Link(
                    server,
                    config,
                    places.first(),
                    reason,
                    roundTrip(server),
                    keeper.saved().resolvers(),
                    remembered,
                    Lane.FIRST,
                    places.others(),
                    Supply.gatewaysIn(config, reach));
            return new Result.Ready(link, List.of());
        } catch (Places.ForbiddenPlaceException e) {
            return new Result.Missing(FORBIDDEN_ENDPOINT);
        } catch (UnknownHostException e) {
            return new Result.Missing(new ErrorCause.EndpointUnresolved(endpoint.host()));
        }
    }

    private Optional<Duration> roundTrip(Server server) {
        return catalog.of(List.of(server)).stream()
                .map(MeasuredServer::measurement)
                .flatMap(Optional::stream)
                .filter(Measurement.Answered.class::isInstance)
                .map(known -> ((Measurement.Answered) known).roundTrip())
                .findFirst();
    }
}
