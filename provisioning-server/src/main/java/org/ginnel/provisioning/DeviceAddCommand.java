// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.ginnel.provisioning.audit.Actor;
import org.ginnel.provisioning.device.Change;
import org.ginnel.provisioning.device.DeviceRequest;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.Gateway;
import org.ginnel.provisioning.fleet.TunnelNetwork;
import org.ginnel.provisioning.fleet.UserTerms;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.lease.ClientName;
import org.ginnel.provisioning.provision.DeviceConfig;
import org.ginnel.provisioning.qr.QrPicture;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.Stores;
import org.ginnel.wireguard.PrivateKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `device add`: makes a device for a phone that cannot make its own. The private key is made here, printed once as a
/// config or a QR code, and kept nowhere.
@Command(
        name = "add",
        description = "Makes a device and prints its config, once: for a phone with WireGuard's own app.",
        mixinStandardHelpOptions = true)
final class DeviceAddCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private ServersOption servers = new ServersOption();

    @Option(names = "--user", required = true, description = "Whose it is.")
    private String user = "";

    @Option(names = "--tier", required = true, description = "basic or pro.")
    private String tier = "";

    @Option(names = "--name", required = true, description = "What people call it.")
    private String name = "";

    @Option(names = "--server", description = "For which server; without it, the first of the tier.")
    private @Nullable String server;

    @Option(
            names = "--qr",
            paramLabel = "terminal|FILE.png|FILE.svg",
            description = "A picture instead of the text: in the terminal, or in a new file that only you can read.")
    private @Nullable String qr;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DeviceAddCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (var open = Database.join(database.location(environment))) {
            var stores = Stores.of(open, Clock.systemUTC());
            var fleet = servers.inForce(stores.fleets());
            var network = fleet.devices()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "The servers file has no network for devices: give \"devices\" in it."));
            var gateway = gateway(fleet);
            stores.servers().load();
            var gatewayKey = gateway.publicKey()
                    .or(() -> stores.servers().reportedKey(gateway.id()))
                    .orElseThrow(
                            () -> new IllegalArgumentException(
                                    "The public key of " + gateway.id()
                                            + " is not in the servers file, and no agent has reported it yet: start the agent there first."));
            var privateKey = PrivateKey.generate(new SecureRandom());
            var slot = register(stores, fleet, network, privateKey);
            print(DeviceConfig.render(gateway, gatewayKey, network.allowedIps(slot), privateKey));
        }
        return 0;
    }

    private Gateway gateway(Fleet fleet) {
        return fleet.visibleTo(tier).stream()
                .filter(g -> server == null || g.id().equals(server))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The tier has no such server: see the servers file."));
    }

    private int register(Stores stores, Fleet fleet, TunnelNetwork network, PrivateKey privateKey) {
        var caller = stores.accounts().settle(new Caller(user, tier));
        var id = ClientName.generate(new SecureRandom());
        var request = new DeviceRequest(
                id, caller.user(), fleet.describe(caller.tier()).id(), name, privateKey.publicKey(), network);
        var most = stores.accounts().find(user).flatMap(UserTerms::maxDevices).orElse(fleet.maxDevices(caller.tier()));
        return switch (stores.devices().register(request, most, Actor.OPERATOR)) {
            case Change.Done done -> done.device().key().slot();
            case Change.TooMany() ->
                throw new IllegalArgumentException(
                        user + " has as many devices as allowed (" + most + "). `device remove` takes one back.");
            case Change.Full() -> throw new IllegalArgumentException("Every address for devices is given away.");
            case Change.KeyTaken(), Change.NoSuchDevice() -> throw new IllegalStateException("a new key is nobody's");
        };
    }

    private void print(String config) {
        var out = spec.commandLine().getOut();
        if (qr == null) {
            out.print(config);
        } else if (qr.equals("terminal")) {
            out.print(QrPicture.of(config).terminal());
        } else if (qr.endsWith(".png")) {
            write(Path.of(qr), QrPicture.of(config).png(6));
        } else {
            write(Path.of(qr), QrPicture.of(config).svg().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        out.flush();
    }

    private static void write(Path file, byte[] bytes) {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(file, options, mine)) {
            channel.write(java.nio.ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("The picture cannot be written to " + file + ": it must be a new file.", e);
        }
    }
}
