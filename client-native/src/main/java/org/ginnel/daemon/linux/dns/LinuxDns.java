// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.dns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ginnel.daemon.dns.DnsPlan;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.daemon.linux.dns.DnsMethod.Findings;
import org.ginnel.daemon.port.Dns;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.process.Commands.Outcome.Exited;
import org.ginnel.daemon.process.Refusals;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;

/// The resolver settings of Linux, by the method that the machine listens to, as it is found each time.
///
/// Which method was used for which interface is kept in the state directory until it is undone.
public final class LinuxDns implements Dns {
    private final Commands commands;
    private final Predicate<String> isInstalled;
    private final ResolvConf resolvConf;
    private final Path note;

    /// @param isInstalled whether a program is on this machine
    /// @param resolvConf `/etc/resolv.conf`
    /// @param stateDir exists; holds what has to be put back
    public LinuxDns(Commands commands, Predicate<String> isInstalled, Path resolvConf, Path stateDir) {
        this.commands = commands;
        this.isInstalled = isInstalled;
        this.resolvConf = new ResolvConf(resolvConf, stateDir.resolve("resolv.conf.json"));
        this.note = stateDir.resolve("dns");
    }

    @Override
    public String method() {
        return choose().word();
    }

    private DnsMethod choose() {
        return DnsMethod.choose(new Findings(
                isInstalled.test("resolvectl"),
                isInstalled.test("resolvconf"),
                resolvConf.target(),
                resolvConf.text()));
    }

    @Override
    public Optional<ErrorCause> use(DnsPlan plan) {
        var device = LinuxNames.interfaceName(plan.device());
        var method = choose();
        var noted = noted();
        if (!noted.isEmpty() && !noted.getFirst().equals(method.word())) {
            var undone = restore();
            if (undone.isPresent()) {
                return undone;
            }
        }
        var refused = remember(method, device).or(() -> use(method, plan)).or(() -> leave(noted, method, device));
        if (refused.isPresent()) {
            var _ = restore();
        }
        return refused;
    }

    /// The new tunnel's resolvers are there before the old one's go: no question finds neither.
    private Optional<ErrorCause> leave(List<String> noted, DnsMethod method, String device) {
        var moved = !noted.isEmpty()
                && noted.getFirst().equals(method.word())
                && !noted.get(1).equals(device);
        return moved ? undo(method, noted.get(1)) : Optional.empty();
    }

    private Optional<ErrorCause> use(DnsMethod method, DnsPlan plan) {
        return switch (method) {
            case RESOLVED ->
                DnsText.resolvectl(plan).stream()
                        .map(argv -> run(Command.of(argv.toArray(String[]::new))))
                        .flatMap(Optional::stream)
                        .findFirst();
            case RESOLVCONF ->
                run(Command.of("resolvconf", "-a", source(plan.device()), "-m", "0", "-x")
                        .reading(DnsText.resolvConf(plan)));
            case FILE -> attempt(() -> resolvConf.replace(DnsText.file(plan)));
        };
    }

    /// Only the plain file is looked at: the programs keep what they were told.
    @Override
    public boolean stands() {
        try {
            return !noted().contains(DnsMethod.FILE.word()) || resolvConf.stands();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Optional<ErrorCause> restore() {
        var words = noted();
        var refused = words.size() < 2
                ? Optional.<ErrorCause>empty()
                : Stream.of(DnsMethod.values())
                        .filter(method -> method.word().equals(words.getFirst()))
                        .map(method -> undo(method, words.get(1)))
                        .flatMap(Optional::stream)
                        .findFirst();
        return refused.or(() -> attempt(resolvConf::restore)).or(() -> attempt(() -> Files.deleteIfExists(note)));
    }

    private Optional<ErrorCause> undo(DnsMethod method, String device) {
        return switch (method) {
            case RESOLVED -> revert(device);
            case RESOLVCONF -> run(Command.of("resolvconf", "-d", source(device), "-f"));
            case FILE -> Optional.empty();
        };
    }

    /// What systemd-resolved knew of an interface that is gone, it has forgotten by itself.
    private Optional<ErrorCause> revert(String device) {
        var command = Command.of("resolvectl", "revert", device);
        var outcome = commands.run(command);
        return outcome instanceof Exited(int _, String _, String stderr) && stderr.contains("No such device")
                ? Optional.empty()
                : Refusals.of(Part.DNS, command, outcome);
    }

    private Optional<ErrorCause> run(Command command) {
        return Refusals.of(Part.DNS, command, commands.run(command));
    }

    private Optional<ErrorCause> remember(DnsMethod method, String device) {
        return attempt(() -> Files.writeString(note, method.word() + " " + device));
    }

    private List<String> noted() {
        try {
            var text = Files.size(note) > 128 ? "" : Files.readString(note);
            var words = List.of(text.split(" ", -1));
            return words.size() == 2 && LinuxNames.isInterfaceName(words.get(1)) ? words : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String source(String device) {
        return LinuxNames.RESOLVCONF_PREFIX + device;
    }

    private static Optional<ErrorCause> attempt(Change change) {
        try {
            change.make();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Refusals.of(Part.DNS, "/etc/resolv.conf", e.toString()));
        }
    }

    private interface Change {
        void make() throws IOException;
    }
}
