// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ginnel.account.Account;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Target;
import org.ginnel.ui.catalog.ServerCatalog;
import org.ginnel.ui.frame.PageModel;
import org.ginnel.ui.frame.Ways;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.link.TunnelWishes;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.problem.Remedy;
import org.ginnel.ui.text.Message;

/// Turns the catalog, the search and clicks into [LocationsScreen]s. Asks for servers only while showing.
///
/// Used on the window's thread only.
public final class LocationsViewModel implements PageModel {
    private final TunnelWishes wishes;
    private final ServerCatalog catalog;
    private final Ways ways;
    private final Consumer<LocationsScreen> sink;
    private Optional<Snapshot> snapshot = Optional.empty();
    private Optional<LocationsScreen> shown = Optional.empty();
    private String search = "";
    private boolean showing;
    private boolean measuredUnasked;

    /// @param sink gets every screen that differs from the one before
    public LocationsViewModel(TunnelWishes wishes, ServerCatalog catalog, Ways ways, Consumer<LocationsScreen> sink) {
        this.wishes = wishes;
        this.catalog = catalog;
        this.ways = ways;
        this.sink = sink;
        catalog.onChange(this::render);
    }

    @Override
    public void on(LinkState state) {
        if (state instanceof LinkState.Live(var now, var _, var _)) {
            snapshot = Optional.of(now);
            render();
        }
    }

    @Override
    public void showing(boolean showing) {
        this.showing = showing;
        render();
    }

    /// The search field holds this now.
    public void search(String text) {
        search = text;
        render();
    }

    /// Enter was pressed in the search field.
    ///
    /// @return whether exactly one server matched, which is now wished for
    public boolean chooseOnlyMatch() {
        var rows = shown.map(LocationsScreen::rows).orElse(List.of());
        if (search.isBlank() || rows.size() != 1) {
            return false;
        }
        choose(rows.getFirst().target());
        return true;
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
                case Remedy.ChangeKey() -> wishes.logout();
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
        var measuring = now.measuring() || catalog.isMeasuring();
        var rows = LocationRows.of(servers.orElse(List.of()), now, measuring, search);
        return new LocationsScreen(
                servers.map(list -> summary(list, now)),
                rows,
                rows.isEmpty() ? notice(servers) : Optional.empty(),
                catalog.refusal().map(Problem::of),
                measuring);
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
                        : Message.of("locations.noMatch", search.strip()));
    }
}
