// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.palette;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.control.Snapshot;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.ui.catalog.Place;
import org.ginnel.ui.frame.Tab;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Units;

/// Everything that can be done in a state, the likeliest first. What cannot be done now is not offered.
final class Commands {
    static List<Command> of(Snapshot now) {
        var all = new ArrayList<Command>();
        tunnel(now.tunnel(), all);
        screens(all);
        settings(now.settings(), all);
        now.account().ifPresent(_ -> all.add(keys()));
        all.add(Command.of("measure", Message.of("palette.measure"), new Command.Deed.Measure()));
        now.exitAddress()
                .ifPresent(address -> all.add(Command.of(
                        "copy-address",
                        Message.of("palette.copyAddress"),
                        Optional.of(Message.of("connect.exitAddress", address)),
                        new Command.Deed.Copy(address))));
        return all;
    }

    private static void tunnel(TunnelView tunnel, List<Command> all) {
        switch (tunnel) {
            case TunnelView.Disconnected _, TunnelView.Locked _ -> all.add(fastest());
            case TunnelView.Paused _ -> {
                all.add(Command.of("resume", Message.of("connect.doResume"), new Command.Deed.Resume()));
                all.add(disconnect());
            }
            case TunnelView.Connected _, TunnelView.Reconnecting _ -> {
                all.add(disconnect());
                all.add(pause(Duration.ofMinutes(5)));
                all.add(pause(Duration.ofMinutes(30)));
                all.add(fastest());
            }
            case TunnelView.Blocked _ -> {
                all.add(fastest());
                all.add(pause(Duration.ofMinutes(10)));
                all.add(disconnect());
            }
            case TunnelView.Connecting _ -> all.add(disconnect());
            case TunnelView.Disconnecting _ -> {}
        }
    }

    private static void screens(List<Command> all) {
        all.add(Command.of("go-connect", Message.of("palette.goConnect"), new Command.Deed.Go(Tab.CONNECT)));
        all.add(Command.of("go-locations", Message.of("palette.goLocations"), new Command.Deed.Go(Tab.LOCATIONS)));
        all.add(Command.of("go-activity", Message.of("palette.goActivity"), new Command.Deed.Go(Tab.ACTIVITY)));
        all.add(Command.of("go-settings", Message.of("palette.goSettings"), new Command.Deed.Go(Tab.SETTINGS)));
    }

    private static void settings(Settings settings, List<Command> all) {
        all.add(Command.of(
                "lockdown",
                Message.of(settings.lockdown() ? "palette.lockdownOff" : "palette.lockdownOn"),
                new Command.Deed.Change(settings.withLockdown(!settings.lockdown()))));
        all.add(Command.of(
                "lan",
                Message.of(settings.allowLan() ? "palette.lanOff" : "palette.lanOn"),
                new Command.Deed.Change(settings.withAllowLan(!settings.allowLan()))));
    }

    static Command fastest() {
        return Command.of("fastest", Message.of("palette.fastest"), new Command.Deed.Connect(new Target.Fastest()));
    }

    private static Command keys() {
        return new Command(
                "change-keys",
                Message.of("settings.changeKeys"),
                Optional.empty(),
                Optional.of(Message.of("palette.keyWords")),
                new Command.Deed.ChangeKeys());
    }

    static Command disconnect() {
        return Command.of("disconnect", Message.of("connect.doDisconnect"), new Command.Deed.Disconnect());
    }

    static Command pause(Duration length) {
        return Command.of(
                "pause-" + length.toSeconds(),
                Message.of("connect.pauseForTime", Units.wait(length)),
                Optional.empty(),
                new Command.Deed.Pause(length));
    }

    static Command to(MeasuredServer one) {
        var server = one.server();
        var latency = one.measurement()
                .filter(Measurement.Answered.class::isInstance)
                .map(answered -> Units.latency(((Measurement.Answered) answered).roundTrip()));
        return Command.of(
                "to-" + server.id(),
                Message.of("palette.connectTo", Place.of(server).message()),
                latency,
                new Command.Deed.Connect(new Target.Chosen(server.id())));
    }

    static Command mark(Server server) {
        return Command.of(
                "mark-" + server.id(),
                Message.of("palette.favour", Place.of(server).city()),
                new Command.Deed.Favour(server.id(), true));
    }

    static Command unmark(Server server) {
        return Command.of(
                "unmark-" + server.id(),
                Message.of("palette.unfavour", Place.of(server).city()),
                new Command.Deed.Favour(server.id(), false));
    }

    static Command remove(Server own) {
        return Command.of(
                "remove-" + own.id(),
                Message.of("palette.remove", Place.of(own).city()),
                new Command.Deed.Remove(own.id()));
    }

    private Commands() {}
}
