// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what a servers file says beside its servers: `devices`, `max_devices`,
/// `peer_lease_s` and `webhooks`.
final class FleetSettings {
    private final List<String> problems = new ArrayList<>();
    private final Optional<TunnelNetwork> devices;
    private final Optional<Integer> maxDevices;
    private final Optional<Integer> peerLease;
    private final List<Webhook> webhooks = new ArrayList<>();

    FleetSettings(JsonNode root) {
        devices = devices(root.path("devices"));
        maxDevices = number(root, "max_devices", 1, 1000);
        peerLease = number(root, "peer_lease_s", 60, 31_536_000);
        root.path("webhooks").forEach(this::webhook);
    }

    private Optional<TunnelNetwork> devices(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(NetworkReader.read(node));
        } catch (IllegalArgumentException e) {
            problems.add("devices: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void webhook(JsonNode node) {
        try {
            webhooks.add(new Webhook(
                    new URI(node.path("url").asText("")),
                    node.path("secret").asText(""),
                    node.path("may_be_private").asBoolean(false)));
        } catch (IllegalArgumentException | URISyntaxException e) {
            problems.add("webhooks: " + (e instanceof URISyntaxException ? "url is no address" : e.getMessage()));
        }
    }

    private Optional<Integer> number(JsonNode root, String field, int least, int most) {
        var node = root.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isInt() || node.intValue() < least || node.intValue() > most) {
            problems.add(field + " is a whole number from " + least + " to " + most);
            return Optional.empty();
        }
        return Optional.of(node.intValue());
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    /// The fleet with what was read.
    ///
    /// @throws IllegalArgumentException when it does not fit the servers
    Fleet applied(Fleet fleet) {
        var limited =
                fleet.withLimits(maxDevices, peerLease.map(Duration::ofSeconds)).withWebhooks(webhooks);
        return devices.map(limited::withDevices).orElse(limited);
    }
}
