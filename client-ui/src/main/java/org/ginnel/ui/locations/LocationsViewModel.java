// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ginnel.account.Account;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Target;
import org.ginnel.ui.catalog.ServerCatalog;
import org.ginnel.ui.frame.PageModel;
import org.ginnel.ui.frame.Ways;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.link.TunnelWishes;
import org.ginnel.ui.map.Route;
import org.ginnel.ui.own.ConfigImport;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.problem.Remedy;
import org.ginnel.ui.text.Message;

/// Turns the servers, what is searched for and clicks into [LocationsScreen]s.
///
/// Used on the window's thread only.
public final class LocationsViewModel implements PageModel {
    private final TunnelWishes wishes;
    private final ServerCatalog catalog;
    private final Ways ways;
    private final ConfigImport configs;
    private final Supplier<Optional<Route.Place>> home;
    private final Consumer<LocationsScreen> sink;
    private final SteadyOrder steady = new SteadyOrder();
    private Optional<Snapshot> snapshot = Optional.empty();
    private Optional<LocationsScreen> shown = Optional.empty();
    private Optional<String> lookedAt = Optional.empty();
    private Optional<Problem> unfit = Optional.empty();
    private Search search = Search.of("");
    private String typed = "";
    private Order order = Order.LATENCY;
    private boolean mapInFront;
    private boolean showing;
    private boolean measuredUnasked;

    /// @param home where this machine roughly is; asked for late
    /// @param sink gets every screen that differs from the one before
    public LocationsViewModel(
            TunnelWishes wishes,
            ServerCatalog catalog,
            Ways ways,
            ConfigImport configs,
            Supplier<Optional<Route.Place>> home,
            Consumer<LocationsScreen> sink) {
        this.wishes = wishes;
        this.catalog = catalog;
        this.ways = ways;
        this.configs = configs;
        this.home = home;
        this.sink = sink;
        catalog.onChange(this::render);
    }

    @Override
    public void on(LinkState state) {
        if (state instanceof LinkState.Live(var now, var _, var _, var _)) {
            snapshot = Optional.of(now);
            render();
        }
    }

    @Override
    public void showing(boolean showing) {
        this.showing = showing;
        if (!showing) {
            unfit = Optional.empty();
        }
        render();
    }

    /// The search field holds this now.
    public void search(String text) {
        typed = text;
        search = Search.of(text);
        render();
    }

    /// Another order is wanted.
    public void sort(Order by) {
        order = by;
        render();
    }

    /// The map is wanted in front, or the list again.
    public void showMap(boolean inFront) {
        mapInFront = inFront;
        render();
    }

    /// A server on the map is looked at, or none any more.
    public void lookAt(Optional<String> serverId) {
        lookedAt = serverId;
        render();
    }

    /// A server of the user's own is to be added.
    public void addOwn() {
        configs.begin(problem -> {
            unfit = problem;
            render();
        });
    }

    /// The star of a server was used.
    public void favour(String serverId) {
        snapshot.ifPresent(now -> wishes.favour(serverId, !now.favourites().contains(serverId)));
    }

    /// Enter was pressed in the search field.
    ///
    /// @return whether exactly one server matched, which is now wished for
    public boolean chooseOnlyMatch() {
        var lines = shown.map(LocationsScreen::lines).orElse(List.of());
        var only = search.isEmpty() || lines.size() != 1
                ? Optional.<Target>empty()
                : lines.getFirst().choice();
        only.ifPresent(this::choose);
        return only.isPresent();
    }

    /// A row was chosen.
    public void choose(Target target) {
        wishes.connect(target);
        ways.toConnect();
    }

    /// Refresh and measure.
    public void measure() {
        catalog.measure();
    }

    /// The problem's button was used.
    public void remedy() {
        shown.flatMap(LocationsScreen::problem).flatMap(Problem::remedy).ifPresent(remedy -> {
            switch (remedy) {
                case Remedy.Retry _, Remedy.ChooseServer _ -> measure();
                case Remedy.ChangeKey _ -> wishes.logout();
                case Remedy.CopyCommand(var command) -> ways.copy(command);
            }
        });
    }

    private void render() {
        if (!showing || snapshot.isEmpty()) {
            return;
        }
        var now = snapshot.get();
        catalog.want(now);
        measureIfNothingIsKnown(now);
        var screen = screen(now);
        if (!shown.equals(Optional.of(screen))) {
            shown = Optional.of(screen);
            sink.accept(screen);
        }
    }

    /// A list without a single figure helps nobody choose, so the first look at it measures.
    private void measureIfNothingIsKnown(Snapshot now) {
        var unmeasured = catalog.servers()
                .filter(list -> !list.isEmpty()
                        && list.stream().allMatch(s -> s.measurement().isEmpty()))
                .isPresent();
        if (unmeasured && !measuredUnasked && !now.measuring()) {
            measuredUnasked = true;
            catalog.measure();
        }
    }

    private LocationsScreen screen(Snapshot now) {
        var servers = catalog.servers();
        var known = servers.orElse(List.of());
        var measuring = now.measuring() || catalog.isMeasuring();
        var sorted = steady.of(known, order, measuring);
        var lines = search.isEmpty()
                ? LocationLines.of(sorted, now, measuring, order)
                : LocationLines.found(sorted, now, measuring, search);
        return new LocationsScreen(
                servers.map(list -> summary(list, now)),
                lines,
                lines.isEmpty() ? notice(servers) : Optional.empty(),
                unfit.or(() -> catalog.refusal().map(Problem::of)),
                measuring,
                orders(known),
                order,
                mapInFront,
                LocationMap.of(known, now, search, lookedAt, home));
    }

    private static List<Order> orders(List<MeasuredServer> servers) {
        var loads = servers.stream().anyMatch(one -> one.server().load().isPresent());
        return Arrays.stream(Order.values())
                .filter(one -> loads || one != Order.LOAD)
                .toList();
    }

    private static Message summary(List<MeasuredServer> servers, Snapshot now) {
        var count = servers.size() == 1
                ? Message.of("locations.oneServer")
                : Message.of("locations.servers", servers.size());
        return now.account()
                .map(Account::tier)
                .map(tier -> Message.of("locations.summary", count, tier.name()))
                .orElse(count);
    }

    private Optional<Message> notice(Optional<List<MeasuredServer>> servers) {
        if (servers.isEmpty()) {
            return catalog.refusal().isPresent() ? Optional.empty() : Optional.of(Message.of("locations.loading"));
        }
        return Optional.of(
                servers.get().isEmpty()
                        ? Message.of("locations.none")
                        : Message.of("locations.noMatch", typed.strip()));
    }
}
