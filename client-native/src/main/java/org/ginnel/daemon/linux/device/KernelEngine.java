// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.device;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ginnel.daemon.device.DevicePlan;
import org.ginnel.daemon.device.DeviceStatus;
import org.ginnel.daemon.linux.Refusals;
import org.ginnel.daemon.process.Children;
import org.ginnel.daemon.process.Children.Child;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.process.Commands.Outcome.Exited;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.EngineMissing;
import org.ginnel.tunnel.ErrorCause.Part;

/// WireGuard in the kernel, configured by `wg` with the keys on its standard input. `ip monitor` notices when somebody
/// deletes the interface.
final class KernelEngine implements Engine {
    private static final Pattern TRANSFER = Pattern.compile("(?m)^\\S+\\t(\\d{1,18})\\t(\\d{1,18})$");
    private static final Pattern HANDSHAKE = Pattern.compile("(?m)^\\S+\\t(\\d{1,15})$");
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Commands commands;
    private final Children children;
    private boolean missing;
    private Optional<Child> monitor = Optional.empty();

    KernelEngine(Commands commands, Children children) {
        this.commands = commands;
        this.children = children;
    }

    @Override
    public Optional<ErrorCause> create(String name, Loss loss) {
        if (missing) {
            return Optional.of(new EngineMissing());
        }
        var outcome = commands.run(Command.of("ip", "link", "add", "dev", name, "type", "wireguard"));
        if (outcome instanceof Exited(int code, String _, String _) && code == 0) {
            var deleted = Pattern.compile("Deleted \\d+: " + Pattern.quote(name) + "[@:]");
            monitor = children.startTelling(List.of("ip", "-o", "monitor", "link"), line -> {
                if (deleted.matcher(line).find()) {
                    loss.happened();
                }
            });
            return Optional.empty();
        }
        missing = true;
        return Optional.of(new EngineMissing());
    }

    @Override
    public Optional<ErrorCause> configure(DevicePlan plan) {
        var setconf = Command.of("wg", "setconf", plan.name(), "/dev/stdin").reading(DeviceText.setconf(plan));
        return Refusals.of(Part.DEVICE, setconf, commands.run(setconf));
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
        monitor.ifPresent(child -> child.stop(GRACE));
        monitor = Optional.empty();
    }
}
