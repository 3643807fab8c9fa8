// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.provision;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.ginnel.agreement.Acceptance;
import org.ginnel.provisioning.agent.AgentDesk;
import org.ginnel.provisioning.agent.Spread;
import org.ginnel.provisioning.device.Change;
import org.ginnel.provisioning.device.Device;
import org.ginnel.provisioning.device.DeviceKey;
import org.ginnel.provisioning.device.DeviceRequest;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.KeyPolicy;
import org.ginnel.provisioning.fleet.TunnelNetwork;
import org.ginnel.provisioning.fleet.UserTerms;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.lease.ClientName;
import org.ginnel.provisioning.store.AccountStore;
import org.ginnel.provisioning.store.DeviceStore;
import org.ginnel.provisioning.store.ServerStore;
import org.ginnel.provisioning.store.Stores;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.PublicKey;

/// The devices of callers. A change is kept as soon as it is on the disk; the answer says which gateways were seen to
/// have it, and waits for those that are there.
public final class Devices {
    private static final Duration OVERLAP = Duration.ofHours(1);

    private final Supplier<Fleet> fleet;
    private final AccountStore accounts;
    private final DeviceStore devices;
    private final ServerStore servers;
    private final AgentDesk desk;
    private final SecureRandom random;
    private final LongSupplier nanoTime;
    private final Duration agentWait;

    public Devices(
            Supplier<Fleet> fleet,
            Stores stores,
            AgentDesk desk,
            SecureRandom random,
            LongSupplier nanoTime,
            Duration agentWait) {
        this.fleet = fleet;
        this.accounts = stores.accounts();
        this.devices = stores.devices();
        this.servers = stores.servers();
        this.desk = desk;
        this.random = random;
        this.nanoTime = nanoTime;
        this.agentWait = agentWait;
    }

    public List<Device> list(Caller caller) {
        return devices.list(caller.user());
    }

    public Optional<Device> find(Caller caller, String id) {
        return devices.find(caller.user(), id);
    }

    /// How old keys may get, and what happens then.
    public KeyPolicy keyPolicy() {
        return fleet.get().terms().keys();
    }

    /// How many devices the caller may have.
    public int most(Caller caller) {
        return accounts.find(caller.user())
                .flatMap(UserTerms::maxDevices)
                .orElseGet(() -> fleet.get().maxDevices(caller.tier()));
    }

    /// The addresses of a key, alone.
    public List<IpNetwork> addresses(DeviceKey key) {
        return fleet.get()
                .devices()
                .map(network -> network.allowedIps(key.slot()))
                .orElse(List.of());
    }

    public Result register(Caller caller, PublicKey key, String name) {
        return fleet.get()
                .devices()
                .<Result>map(network -> {
                    var request = request(ClientName.generate(random), caller, name, key, network);
                    return isGateways(key)
                            ? new Refused(new Change.KeyTaken())
                            : finish(() -> devices.register(request, most(caller)));
                })
                .orElseGet(NoNetwork::new);
    }

    /// Gives a device another key.
    ///
    /// @param overlap how long the key before stays valid; empty for the usual time
    public Result rotate(Caller caller, String id, PublicKey key, Optional<Duration> overlap) {
        return fleet.get()
                .devices()
                .<Result>map(network -> {
                    var request = request(id, caller, "", key, network);
                    return isGateways(key)
                            ? new Refused(new Change.KeyTaken())
                            : finish(() -> devices.rotate(request, overlap.orElse(OVERLAP)));
                })
                .orElseGet(NoNetwork::new);
    }

    /// Agrees on a pre-shared key with the device, without sending it.
    ///
    /// @param encapsulationKey of ML-KEM-1024, as the device sent it
    public Agreed protect(Caller caller, String id, byte[] encapsulationKey) {
        var network = fleet.get().devices();
        var device = devices.find(caller.user(), id);
        if (network.isEmpty() || device.isEmpty()) {
            return new Agreed(
                    network.isEmpty() ? new NoNetwork() : new Refused(new Change.NoSuchDevice()), new byte[0]);
        }
        var key = device.get().key().publicKey();
        return Acceptance.of(encapsulationKey, key)
                .map(agreed -> new Agreed(
                        finish(() -> devices.protect(caller.user(), id, key, agreed.presharedKey(), network.get())),
                        agreed.ciphertext()))
                .orElseGet(() -> new Agreed(new BadEncapsulationKey(), new byte[0]));
    }

    public Result remove(Caller caller, String id) {
        return finish(() -> devices.remove(caller.user(), id));
    }

    private DeviceRequest request(String id, Caller caller, String name, PublicKey key, TunnelNetwork network) {
        return new DeviceRequest(
                id, caller.user(), fleet.get().describe(caller.tier()).id(), name, key, network);
    }

    private boolean isGateways(PublicKey key) {
        return fleet.get().gateways().stream()
                .anyMatch(gateway -> gateway.publicKey()
                        .or(() -> servers.reportedKey(gateway.id()))
                        .filter(key::equals)
                        .isPresent());
    }

    private Result finish(Supplier<Change> attempt) {
        var since = nanoTime.getAsLong();
        var change = attempt.get();
        return change instanceof Change.Done done
                ? new Done(done, desk.awaitSpread(done.scope(), done.revision(), since, agentWait))
                : new Refused(change);
    }

    /// How a call ended.
    public sealed interface Result {}

    /// It is on the disk, and this far.
    public record Done(Change.Done change, Spread spread) implements Result {}

    /// Nothing was changed.
    public record Refused(Change why) implements Result {}

    /// The operator has set no addresses for devices.
    public record NoNetwork() implements Result {}

    /// What the device sent is no ML-KEM-1024 key.
    public record BadEncapsulationKey() implements Result {}

    /// The end of an agreement on a pre-shared key, and what the device needs to know it too.
    public static final class Agreed {
        private final Result result;
        private final byte[] ciphertext;

        private Agreed(Result result, byte[] ciphertext) {
            this.result = result;
            this.ciphertext = ciphertext;
        }

        public Result result() {
            return result;
        }

        /// No secret.
        public byte[] ciphertext() {
            return ciphertext.clone();
        }
    }
}
