// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.device;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.DeviceStatus;
import org.ginnel.daemon.engine.Engine;
import org.ginnel.daemon.engine.Loss;
import org.ginnel.daemon.engine.UapiText;
import org.ginnel.daemon.linux.netlink.Change;
import org.ginnel.daemon.linux.netlink.Conversation;
import org.ginnel.daemon.linux.netlink.Link;
import org.ginnel.daemon.linux.netlink.NetlinkException;
import org.ginnel.daemon.linux.netlink.Network;
import org.ginnel.daemon.linux.netlink.Refused;
import org.ginnel.daemon.linux.netlink.Topic;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.process.Commands.Outcome.Exited;
import org.ginnel.daemon.process.Refusals;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.EngineMissing;
import org.ginnel.tunnel.ErrorCause.Part;

/// WireGuard in the kernel, configured by `wg` with the keys on its standard input. Whoever deletes the interface
/// is noticed, because the kernel tells of it.
final class KernelEngine implements Engine {
    /// The kind of link.
    static final String WIREGUARD = "wireguard";

    private static final Pattern TRANSFER = Pattern.compile("(?m)^\\S+\\t(\\d{1,18})\\t(\\d{1,18})$");
    private static final Pattern HANDSHAKE = Pattern.compile("(?m)^\\S+\\t(\\d{1,15})$");

    private final Commands commands;
    private final Network network;
    private final String kind;
    private boolean missing;
    private Optional<Network.Watch> watch = Optional.empty();

    /// @param kind of link to make: [#WIREGUARD], or one that a test's kernel has
    KernelEngine(Commands commands, Network network, String kind) {
        this.commands = commands;
        this.network = network;
        this.kind = kind;
    }

    @Override
    public Optional<ErrorCause> create(String name, Loss loss) {
        if (missing) {
            return Optional.of(new EngineMissing());
        }
        try (var kernel = network.talk()) {
            var refused = kernel.change(List.of(Link.add(name, kind)));
            missing = refused.stream().anyMatch(why -> why.errno() == Refused.NOT_SUPPORTED);
            if (missing) {
                return Optional.of(new EngineMissing());
            }
            if (!refused.isEmpty()) {
                return Optional.of(refused.getFirst().cause(Part.DEVICE));
            }
            watch(kernel, name, loss);
            return Optional.empty();
        } catch (NetlinkException e) {
            return Optional.of(e.cause(Part.DEVICE));
        }
    }

    /// Looks once more when it watches: what went before that was told to nobody.
    private void watch(Conversation kernel, String name, Loss loss) throws NetlinkException {
        var made = kernel.ask(Link.find(name)).link();
        watch = Optional.of(network.watch(EnumSet.of(Topic.LINK), change -> {
            var gone = switch (change) {
                case Change.Seen(Link link, boolean away) -> away && isSame(made, link);
                case Change.Seen _ -> false;
                case Change.Anything() -> !isThere(made, name);
            };
            if (gone) {
                loss.happened();
            }
        }));
        if (!isThere(made, name)) {
            loss.happened();
        }
    }

    /// By its index: another program may have made one of the same name since.
    private static boolean isSame(Optional<Link> made, Link other) {
        return made.filter(link -> link.index() == other.index()).isPresent();
    }

    private boolean isThere(Optional<Link> made, String name) {
        try (var kernel = network.talk()) {
            return kernel.ask(Link.find(name))
                    .link()
                    .filter(link -> isSame(made, link))
                    .isPresent();
        } catch (NetlinkException e) {
            return true;
        }
    }

    @Override
    public Optional<ErrorCause> configure(DevicePlan plan) {
        var setconf = Command.of("wg", "setconf", plan.name(), "/dev/stdin").reading(DeviceText.setconf(plan));
        return Refusals.of(Part.DEVICE, setconf, commands.run(setconf));
    }

    @Override
    public Optional<ErrorCause> roam(DevicePlan plan) {
        var peer = plan.config().peers().getFirst().publicKey().base64();
        var set = Command.of("wg", "set", plan.name(), "peer", peer, "endpoint", UapiText.endpoint(plan));
        return Refusals.of(Part.DEVICE, set, commands.run(set));
    }

    @Override
    public Optional<DeviceStatus> status(String name) {
        return ask(name, "transfer")
                .flatMap(transfer -> ask(name, "latest-handshakes").flatMap(handshakes -> read(transfer, handshakes)));
    }

    /// `wg show dump` would print the private key, so it is two questions.
    private Optional<String> ask(String name, String what) {
        var show = new Command(List.of("wg", "show", name, what), "", Duration.ofMillis(500));
        return commands.run(show) instanceof Exited(int code, String text, String _) && code == 0
                ? Optional.of(text)
                : Optional.empty();
    }

    private static Optional<DeviceStatus> read(String transfer, String handshakes) {
        var bytes = TRANSFER.matcher(transfer);
        var seconds = HANDSHAKE.matcher(handshakes);
        if (!bytes.find() || !seconds.find()) {
            return Optional.empty();
        }
        var last = Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds.group(1))))
                .filter(Instant.EPOCH::isBefore);
        return Optional.of(new DeviceStatus(last, Long.parseLong(bytes.group(1)), Long.parseLong(bytes.group(2))));
    }

    @Override
    public void release(String name) {
        watch.ifPresent(Network.Watch::close);
        watch = Optional.empty();
    }
}
