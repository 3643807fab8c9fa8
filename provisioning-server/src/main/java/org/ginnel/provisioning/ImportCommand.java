// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.ginnel.peering.ScriptPeers;
import org.ginnel.provisioning.fleet.Gateway;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.lease.DeviceId;
import org.ginnel.provisioning.lease.Lease;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.FleetStore;
import org.ginnel.provisioning.store.LeaseStore;
import org.ginnel.wireguard.IpNetwork;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `import`: takes over the clients of `wireguard-install.sh`. They keep key, pre-shared key and address, so no client
/// notices. Asked again, it takes over what is new.
@Command(
        name = "import",
        description = "Takes over the clients that wireguard-install.sh keeps in its wg0.conf.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final int MAX_BYTES = 16 << 20;

    private final Function<String, Optional<String>> environment;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private ServersOption servers = new ServersOption();

    @Option(names = "--file", required = true, description = "The script's /etc/wireguard/wg0.conf.")
    private Path file = Path.of("");

    @Option(names = "--server", required = true, description = "Which server the file is of.")
    private String server = "";

    @Option(names = "--user", description = "Whose they become; without it, each client is a user of its own name.")
    private @Nullable String user;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ImportCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var read = ScriptPeers.parse(text());
        var refused = read.problems().size();
        read.problems().forEach(problem -> spec.commandLine().getErr().println(problem));
        try (var open = Database.join(database.location(environment))) {
            var gateway = servers.inForce(new FleetStore(open, Clock.systemUTC()))
                    .find(server)
                    .orElseThrow(() ->
                            new IllegalArgumentException("There is no server " + server + ": see the servers file."));
            var leases = new LeaseStore(open, Clock.systemUTC());
            for (var named : read.peers()) {
                var why = takeOver(leases, gateway, named);
                why.ifPresent(reason -> spec.commandLine().getErr().println(named.name() + ": " + reason));
                refused += why.isPresent() ? 1 : 0;
            }
        }
        spec.commandLine()
                .getOut()
                .println((read.peers().size() + read.problems().size() - refused) + " taken over");
        return refused == 0 ? 0 : 1;
    }

    private Optional<String> takeOver(LeaseStore leases, Gateway gateway, ScriptPeers.Named named) {
        var peer = named.peer();
        var slot = peer.allowedIps().stream()
                .filter(IpNetwork::isIpv4)
                .flatMap(network -> gateway.network().slotOf(network.address()).stream())
                .findFirst();
        if (slot.isEmpty()) {
            return Optional.of("its address is in none of the server's networks");
        }
        if (peer.presharedKey().isEmpty()) {
            return Optional.of("it has no PresharedKey");
        }
        try {
            var owner = new Caller(user == null ? named.name() : user, "basic");
            return leases.takeOver(
                    gateway,
                    new Lease(
                            named.name(),
                            gateway.id(),
                            owner.user(),
                            DeviceId.named(named.name()),
                            Optional.of(named.name()),
                            slot.get(),
                            peer.publicKey(),
                            peer.presharedKey().get(),
                            0,
                            true));
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private String text() {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The file " + file + " cannot be read. Check the path and its permissions.", e);
        }
    }
}
