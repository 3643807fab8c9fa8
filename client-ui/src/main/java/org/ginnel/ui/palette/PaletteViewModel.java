// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Server;
import org.ginnel.ui.catalog.ServerCatalog;
import org.ginnel.ui.frame.Tab;
import org.ginnel.ui.link.KeyChange;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.link.TunnelWishes;
import org.ginnel.ui.locations.Search;
import org.ginnel.ui.text.Words;

/// Finds what is meant among all that can be done, and does it. Closed while there is no account, when nothing can be.
///
/// Used on the window's thread only.
public final class PaletteViewModel {
    private static final int MOST = 8;

    private final TunnelWishes wishes;
    private final ServerCatalog catalog;
    private final KeyChange keys;
    private final Words words;
    private final Hands hands;
    private final Consumer<PaletteScreen> sink;
    private Optional<Snapshot> snapshot = Optional.empty();
    private PaletteScreen shown = PaletteScreen.CLOSED;
    private String typed = "";
    private boolean open;
    private int selected;

    /// @param sink gets every screen that differs from the one before
    public PaletteViewModel(
            TunnelWishes wishes,
            ServerCatalog catalog,
            KeyChange keys,
            Words words,
            Hands hands,
            Consumer<PaletteScreen> sink) {
        this.wishes = wishes;
        this.catalog = catalog;
        this.keys = keys;
        this.words = words;
        this.hands = hands;
        this.sink = sink;
        catalog.onChange(this::render);
    }

    /// The link says something new.
    public void on(LinkState state) {
        snapshot = state instanceof LinkState.Live(var now, var _, var _, var _) && now.isReady()
                ? Optional.of(now)
                : Optional.empty();
        render();
    }

    /// The palette is wanted.
    public void open() {
        open = true;
        typed = "";
        selected = 0;
        render();
    }

    /// It is not wanted any more.
    public void close() {
        open = false;
        render();
    }

    /// The field holds this now.
    public void type(String text) {
        typed = text;
        selected = 0;
        render();
    }

    /// Another command is looked at.
    ///
    /// @param by 1 for the next, -1 for the one before; goes round
    public void move(int by) {
        var count = shown.commands().size();
        selected = count == 0 ? 0 : Math.floorMod(selected + by, count);
        render();
    }

    /// The one that is looked at is meant.
    public void accept() {
        if (selected < shown.commands().size()) {
            accept(shown.commands().get(selected));
        }
    }

    /// That one is meant.
    public void accept(Command command) {
        close();
        switch (command.deed()) {
            case Command.Deed.Connect(var target) -> {
                wishes.connect(target);
                hands.goTo(Tab.CONNECT);
            }
            case Command.Deed.Disconnect() -> wishes.disconnect();
            case Command.Deed.Pause(var length) -> wishes.pause(length);
            case Command.Deed.Resume() -> wishes.resume();
            case Command.Deed.Go(var tab) -> hands.goTo(tab);
            case Command.Deed.Measure() -> {
                catalog.measure();
                hands.goTo(Tab.LOCATIONS);
            }
            case Command.Deed.ChangeKeys() -> {
                keys.wish();
                hands.goTo(Tab.SETTINGS);
            }
            case Command.Deed.Change(var settings) -> wishes.change(settings);
            case Command.Deed.Copy(var text) -> hands.copy(text);
            case Command.Deed.Remove(var serverId) -> wishes.remove(serverId);
            case Command.Deed.Favour(var serverId, var marked) -> wishes.favour(serverId, marked);
            case Command.Deed.Find(var setting) -> hands.find(setting);
            case Command.Deed.Colour(var appearance) -> hands.colour(appearance);
            case Command.Deed.Quit() -> hands.quit();
        }
    }

    private void render() {
        var screen = screen();
        if (!screen.equals(shown)) {
            shown = screen;
            sink.accept(screen);
        }
    }

    private PaletteScreen screen() {
        if (!open || snapshot.isEmpty()) {
            return PaletteScreen.CLOSED;
        }
        var now = snapshot.get();
        catalog.want(now);
        var commands = fitting(now);
        return new PaletteScreen(true, commands, Math.min(selected, Math.max(0, commands.size() - 1)));
    }

    /// What is said in plain words first, then what is called so, then the servers of that name.
    private List<Command> fitting(Snapshot now) {
        var phrase = Phrase.of(typed, words);
        var fitting = new ArrayList<Command>();
        phrase.pause().map(Commands::pause).ifPresent(fitting::add);
        phrase.place().ifPresent(place -> fitting.addAll(servers(Search.of(place))));
        var search = Search.of(typed);
        Stream.concat(Commands.of(now).stream(), WindowCommands.of(hands).stream())
                .filter(command -> distance(search, command).isPresent())
                .sorted(Comparator.comparingInt(
                        command -> distance(search, command).orElse(0)))
                .forEach(fitting::add);
        if (!search.isEmpty() && phrase.place().isEmpty()) {
            fitting.addAll(servers(search));
        }
        ofServers(now, search).forEach(fitting::add);
        return fitting.stream().distinct().limit(MOST).toList();
    }

    /// How far a command is from what was typed, by whichever of its names is nearest.
    private OptionalInt distance(Search search, Command command) {
        var others = command.otherNames().map(words::say).orElse("");
        return Stream.concat(Stream.of(words.say(command.title())), Stream.of(others.split(",", -1)))
                .flatMapToInt(name -> search.distance(name).stream())
                .min();
    }

    /// What can be done with servers besides connecting to them.
    private Stream<Command> ofServers(Snapshot now, Search search) {
        return catalog.servers().orElse(List.of()).stream()
                .map(MeasuredServer::server)
                .flatMap(server -> ofServer(server, now.favourites().contains(server.id())))
                .filter(command -> search.distance(words.say(command.title())).isPresent());
    }

    private static Stream<Command> ofServer(Server server, boolean marked) {
        var mark = marked ? Commands.unmark(server) : Commands.mark(server);
        return server.isOwn() ? Stream.of(mark, Commands.remove(server)) : Stream.of(mark);
    }

    private List<Command> servers(Search search) {
        record Hit(MeasuredServer server, int distance) {}
        return catalog.servers().orElse(List.of()).stream()
                .flatMap(one -> search.distance(one.server()).stream().mapToObj(distance -> new Hit(one, distance)))
                .sorted(Comparator.comparingInt(Hit::distance))
                .limit(MOST)
                .map(hit -> Commands.to(hit.server()))
                .toList();
    }
}
