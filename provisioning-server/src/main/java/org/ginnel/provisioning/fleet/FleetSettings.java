// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what a servers file says beside its servers: `devices`, `max_devices`, `peer_lease_s`, `key_rotation`,
/// `usage_days`, `tiers` and `webhooks`.
final class FleetSettings {
    private final List<String> problems = new ArrayList<>();
    private final Optional<TunnelNetwork> devices;
    private final Terms terms;
    private final Map<String, TierTerms> tiers = new LinkedHashMap<>();
    private final List<Webhook> webhooks = new ArrayList<>();

    FleetSettings(JsonNode root) {
        devices = devices(root.path("devices"));
        terms = new Terms(
                number(root, "max_devices", 1, Terms.MOST_DEVICES).orElse(Terms.USUAL.maxDevices()),
                number(root, "peer_lease_s", 60, 31_536_000)
                        .map(Duration::ofSeconds)
                        .orElse(Terms.USUAL.peerLease()),
                keys(root.path("key_rotation")),
                number(root, "usage_days", 0, Terms.MOST_USAGE_DAYS).orElse(Terms.USUAL.usageDays()));
        root.path("tiers").properties().forEach(tier -> tier(tier.getKey(), tier.getValue()));
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

    private KeyPolicy keys(JsonNode node) {
        try {
            return new KeyPolicy(
                    number(node, "days", 1, 3650).map(Duration::ofDays).orElse(KeyPolicy.USUAL.age()),
                    number(node, "warn_days", 0, 3650).map(Duration::ofDays).orElse(KeyPolicy.USUAL.warning()),
                    number(node, "ends_after_days", 1, 3650).map(Duration::ofDays));
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return KeyPolicy.USUAL;
        }
    }

    private void tier(String id, JsonNode node) {
        try {
            var most = number(node, "max_devices", 1, Terms.MOST_DEVICES);
            tiers.put(
                    id,
                    new TierTerms(
                            node.path("name").asText(""),
                            node.path("description").asText(""),
                            most));
        } catch (IllegalArgumentException e) {
            problems.add("tier " + id + ": " + e.getMessage());
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
        var limited = fleet.withTerms(terms).withTiers(tiers).withWebhooks(webhooks);
        return devices.map(limited::withDevices).orElse(limited);
    }
}
