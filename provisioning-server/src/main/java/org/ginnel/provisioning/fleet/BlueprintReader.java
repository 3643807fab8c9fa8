// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ginnel.provisioning.key.Caller;

/// Reads a [Blueprint] from its tree, collecting what is wrong with it.
final class BlueprintReader {
    private static final int MOST_USERS = 100_000;
    private static final Set<String> FIELDS = Set.of(
            "devices",
            "max_devices",
            "peer_lease_s",
            "key_rotation",
            "usage_days",
            "tiers",
            "servers",
            "users",
            "webhooks");
    private static final Set<String> SERVER = Set.of(
            "id",
            "name",
            "endpoint",
            "port",
            "region",
            "country",
            "tier",
            "latitude",
            "longitude",
            "probe_port",
            "weight",
            "capacity",
            "public_key",
            "ipv4",
            "ipv6",
            "endpoints",
            "dns",
            "agent_token",
            "agent_token_sha256");
    private static final Set<String> KEYS = Set.of("days", "warn_days", "ends_after_days");
    private static final Set<String> TIER = Set.of("name", "description", "max_devices");
    private static final Set<String> USER = Set.of("id", "tier", "max_devices", "suspended");
    private static final Set<String> WEBHOOK = Set.of("url", "secret", "may_be_private");

    private final JsonNode root;
    private final List<String> problems = new ArrayList<>();

    BlueprintReader(JsonNode root) {
        this.root = root;
    }

    Blueprint read() throws FleetFileException {
        known(root, FIELDS, "");
        known(root.path("devices"), Set.of("ipv4", "ipv6"), "devices: ");
        known(root.path("key_rotation"), KEYS, "key_rotation: ");
        root.path("servers").forEach(server -> known(server, SERVER, "a server: "));
        root.path("tiers").forEach(tier -> known(tier, TIER, "a tier: "));
        root.path("webhooks").forEach(webhook -> known(webhook, WEBHOOK, "a webhook: "));
        var users = users();
        var fleet = Optional.<Fleet>empty();
        try {
            fleet = Optional.of(FleetFile.parse(root));
        } catch (FleetFileException e) {
            problems.addAll(e.problems());
        }
        if (!problems.isEmpty() || fleet.isEmpty()) {
            throw new FleetFileException(problems);
        }
        return new Blueprint(document(), fleet.get(), users);
    }

    private void known(JsonNode object, Set<String> names, String place) {
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                problems.add(place + "there is no field '" + (name.length() > 64 ? name.substring(0, 64) : name) + "'");
            }
        });
    }

    private Optional<List<UserTerms>> users() {
        var list = root.path("users");
        if (list.isMissingNode() || list.isNull()) {
            return Optional.empty();
        }
        if (!list.isArray() || list.size() > MOST_USERS) {
            problems.add("users is a list of at most " + MOST_USERS);
            return Optional.empty();
        }
        var users = new ArrayList<UserTerms>();
        var ids = new HashSet<String>();
        for (var node : list) {
            known(node, USER, "a user: ");
            try {
                var user = user(node);
                users.add(user);
                if (!ids.add(user.id())) {
                    problems.add("the user " + user.id() + " stands twice");
                }
            } catch (IllegalArgumentException e) {
                problems.add("user number " + (users.size() + 1) + ": " + e.getMessage());
            }
        }
        return Optional.of(users);
    }

    private static UserTerms user(JsonNode node) {
        var tier = node.path("tier").asText("");
        if (!tier.equals(Fleet.BASIC) && !tier.equals(Fleet.PRO)) {
            throw new IllegalArgumentException("tier is \"basic\" or \"pro\"");
        }
        var most = node.path("max_devices");
        var suspended = node.path("suspended");
        if (!(most.isMissingNode() || most.isInt()) || !(suspended.isMissingNode() || suspended.isBoolean())) {
            throw new IllegalArgumentException("max_devices is a whole number, suspended is true or false");
        }
        return new UserTerms(
                new Caller(node.path("id").asText(""), tier),
                most.isInt() ? Optional.of(most.intValue()) : Optional.empty(),
                suspended.asBoolean(false));
    }

    private String document() {
        var copy = root.<ObjectNode>deepCopy();
        copy.remove("users");
        copy.path("servers").forEach(server -> {
            if (server instanceof ObjectNode object && object.hasNonNull("agent_token")) {
                var token = new AgentToken(object.remove("agent_token").textValue());
                object.put("agent_token_sha256", token.hashText());
            }
        });
        var json = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        try {
            return json.writeValueAsString(json.treeToValue(copy, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree always has JSON", e);
        }
    }
}
