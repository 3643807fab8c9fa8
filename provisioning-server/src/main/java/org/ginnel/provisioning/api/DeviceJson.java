// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import org.ginnel.provisioning.agent.Spread;
import org.ginnel.provisioning.device.Device;
import org.ginnel.provisioning.device.DeviceKey;
import org.ginnel.provisioning.provision.Devices;
import org.ginnel.wireguard.IpLiteral;

/// Writes devices, and how far a change of one has come.
final class DeviceJson {
    private final Devices devices;
    private final InstantSource clock;

    DeviceJson(Devices devices, InstantSource clock) {
        this.devices = devices;
        this.clock = clock;
    }

    ObjectNode write(Device device, ObjectNode into) {
        into.put("id", device.id()).put("name", device.name());
        key(device.key(), into);
        into.put("created", device.createdAt().toString());
        into.put("key_created", device.key().createdAt().toString());
        rotation(device.key(), into);
        device.previous().ifPresent(old -> {
            var previous = into.putObject("previous");
            key(old, previous);
            old.validUntil().ifPresent(end -> previous.put("valid_until", end.toString()));
        });
        return into;
    }

    /// `fresh`, then `due` from the warning on, `overdue` after `rotate_by`, and `ended` when gateways have dropped
    /// it.
    private void rotation(DeviceKey key, ObjectNode into) {
        var policy = devices.keyPolicy();
        var now = clock.instant();
        var made = key.createdAt();
        into.put("rotate_by", policy.rotateBy(made).toString());
        policy.endOf(made).ifPresent(end -> into.put("key_ends", end.toString()));
        into.put(
                "rotation",
                key.endedAt().isPresent()
                        ? "ended"
                        : !now.isBefore(policy.rotateBy(made))
                                ? "overdue"
                                : now.isBefore(policy.warnFrom(made)) ? "fresh" : "due");
    }

    private void key(DeviceKey key, ObjectNode into) {
        into.put("public_key", key.publicKey().base64());
        for (var address : devices.addresses(key)) {
            into.put(address.isIpv4() ? "ipv4" : "ipv6", IpLiteral.format(address.address()));
        }
        into.put("quantum_safe", key.quantumSafe());
    }

    /// Where a change was seen on the device itself, and where not yet.
    void write(Spread spread, ObjectNode into) {
        var applied = into.putArray("applied");
        var pending = into.putArray("pending");
        for (var reach : spread.gateways()) {
            switch (reach) {
                case Spread.Reach.Applied(var server, var after) ->
                    applied.addObject().put("server", server).put("ms", after.toMillis());
                case Spread.Reach.Pending(var server, var goneWithin) -> {
                    var gateway = pending.addObject().put("server", server);
                    goneWithin.ifPresent(left -> gateway.put("gone_within_s", Math.max(0, left.toSeconds())));
                }
                case Spread.Reach.Unmanaged(var server) ->
                    pending.addObject().put("server", server).put("unmanaged", true);
            }
        }
    }
}
