// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.provision;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.ginnel.provisioning.agent.AgentDesk;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.Gateway;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.lease.Allocation;
import org.ginnel.provisioning.lease.ClientName;
import org.ginnel.provisioning.lease.DeviceId;
import org.ginnel.provisioning.lease.LeaseRequest;
import org.ginnel.provisioning.lease.Undo;
import org.ginnel.provisioning.store.LeaseStore;
import org.ginnel.provisioning.store.ServerStore;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PrivateKey;
import org.ginnel.wireguard.PublicKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives callers peers and takes them back. A config is handed out only when the gateway was seen to have its peer;
/// until then nothing was promised, and what could not be confirmed is undone.
public final class Provisioning {
    private static final Logger LOG = LoggerFactory.getLogger(Provisioning.class);

    private final Supplier<Fleet> fleet;
    private final LeaseStore leases;
    private final ServerStore servers;
    private final AgentDesk desk;
    private final SecureRandom random;
    private final Duration agentWait;

    /// @param agentWait how long a gateway may take to apply a change
    public Provisioning(
            Supplier<Fleet> fleet,
            LeaseStore leases,
            ServerStore servers,
            AgentDesk desk,
            SecureRandom random,
            Duration agentWait) {
        this.fleet = fleet;
        this.leases = leases;
        this.servers = servers;
        this.desk = desk;
        this.random = random;
        this.agentWait = agentWait;
    }

    /// Gives the caller's device a peer. Blocks until the gateway has it, at most `agentWait`.
    public Outcome provision(Caller caller, Wish wish) {
        var allowed = fleet.get().visibleTo(caller.tier());
        if (allowed.isEmpty()) {
            return new Outcome.NoServers();
        }
        var wanted = wish.serverId()
                .map(id -> allowed.stream().filter(g -> g.id().equals(id)).findFirst())
                .orElseGet(() -> Optional.of(allowed.getFirst()));
        return wanted.isEmpty() ? new Outcome.NotAllowed() : provision(caller, wish, wanted.get());
    }

    private Outcome provision(Caller caller, Wish wish, Gateway gateway) {
        var gatewayKey = gateway.publicKey().or(() -> servers.reportedKey(gateway.id()));
        if (gatewayKey.isEmpty()) {
            return failed(gateway, "its public key is not in the servers file and no agent reported it");
        }
        var made =
                wish.publicKey().isPresent() ? Optional.<PrivateKey>empty() : Optional.of(PrivateKey.generate(random));
        var key = wish.publicKey().or(() -> made.map(PrivateKey::publicKey)).orElseThrow();
        if (gatewayKey.get().equals(key)) {
            return new Outcome.KeyTaken();
        }
        return switch (leases.allocate(request(caller, wish, gateway, key))) {
            case Allocation.KeyTaken() -> new Outcome.KeyTaken();
            case Allocation.Full() -> failed(gateway, "every tunnel address is given away");
            case Allocation.Granted granted -> confirm(gateway, gatewayKey.get(), granted, made);
        };
    }

    private LeaseRequest request(Caller caller, Wish wish, Gateway gateway, PublicKey key) {
        var newName = ClientName.generate(random);
        var device = wish.deviceId()
                .map(DeviceId::named)
                .or(() -> wish.publicKey().map(DeviceId::ofKey))
                .or(() -> wish.idempotencyKey().map(DeviceId::ofRetry))
                .orElseGet(() -> DeviceId.once(newName));
        return new LeaseRequest(
                gateway, caller.user(), device, wish.deviceName(), key, newName, PresharedKey.generate(random));
    }

    private Outcome confirm(
            Gateway gateway, PublicKey gatewayKey, Allocation.Granted granted, Optional<PrivateKey> made) {
        var lease = granted.lease();
        if (!lease.confirmed() && !isApplied(gateway, granted)) {
            return failed(gateway, "its agent did not apply the peer in time; is ginnel-gateway running there?");
        }
        return new Outcome.Provisioned(
                lease.clientName(), gateway, ConfigText.render(gateway, gatewayKey, lease, made));
    }

    private boolean isApplied(Gateway gateway, Allocation.Granted granted) {
        var lease = granted.lease();
        if (desk.awaitApplied(lease.serverId(), lease.revision(), agentWait)) {
            return true;
        }
        return switch (leases.undo(gateway, granted)) {
            case Undo.Stands() -> true;
            case Undo.NotOurs(), Undo.Undone(var _) -> false;
        };
    }

    private static Outcome failed(Gateway gateway, String why) {
        LOG.atWarn().addKeyValue("server", gateway.id()).addKeyValue("why", why).log("provision failed");
        return new Outcome.Failed();
    }

    /// Takes a peer back. Blocks until the gateway has dropped it, at most `agentWait`; a gateway that is away drops
    /// it as soon as it is back.
    public Revocation revoke(Caller caller, String clientName) {
        var revoked = leases.revoke(caller.user(), clientName);
        if (revoked.isEmpty()) {
            return Revocation.NOT_YOURS;
        }
        var serverId = revoked.get().serverId();
        var gateway = fleet.get().find(serverId);
        if (gateway.isEmpty() || gateway.get().agentToken().isEmpty()) {
            return Revocation.REVOKED;
        }
        return desk.awaitApplied(serverId, revoked.get().revision(), agentWait)
                ? Revocation.REVOKED
                : Revocation.GATEWAY_AWAY;
    }
}
