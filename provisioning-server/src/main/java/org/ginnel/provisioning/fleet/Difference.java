// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares what is with what an operator wants. The same twice differs in nothing.
public final class Difference {
    private static final Set<String> SECRETS = Set.of("agent_token_sha256", "secret");
    private static final Set<String> LISTED = Set.of("servers", "tiers", "webhooks");

    private Difference() {}

    /// The steps that lead from one to the other: servers, tiers, webhooks, settings, users.
    ///
    /// @param document that is in force; empty where none is
    /// @param users that are known
    public static List<Step> between(Optional<String> document, List<UserTerms> users, Blueprint after) {
        var is = document.map(Difference::tree).orElseGet(() -> new ObjectMapper().createObjectNode());
        var becomes = tree(after.document());
        var stays = ids(is);
        stays.retainAll(ids(becomes));
        var old = items(is, stays);
        var wanted = items(becomes, stays);
        after.users().ifPresent(listed -> {
            users(users, old);
            users(listed, wanted);
        });
        var names = new LinkedHashSet<>(old.keySet());
        names.addAll(wanted.keySet());
        var steps = new ArrayList<Step>();
        names.forEach(name -> step(name, old.get(name), wanted.get(name)).ifPresent(steps::add));
        return List.copyOf(steps);
    }

    private static Optional<Step> step(String name, @Nullable ObjectNode before, @Nullable ObjectNode after) {
        var nothing = new ObjectMapper().createObjectNode();
        var fields = fields(before == null ? nothing : before, after == null ? nothing : after);
        if (before == null) {
            return Optional.of(new Step(Step.Kind.ADD, name, fields));
        }
        if (after == null) {
            return Optional.of(new Step(Step.Kind.REMOVE, name, List.of()));
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new Step(Step.Kind.CHANGE, name, fields));
    }

    private static List<Step.Field> fields(ObjectNode before, ObjectNode after) {
        var names = new LinkedHashSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !same(before.path(name), after.path(name)))
                .map(name -> new Step.Field(name, shown(name, before), shown(name, after)))
                .toList();
    }

    /// A number is the same however it is written.
    private static boolean same(JsonNode one, JsonNode other) {
        return (one.isNumber() && other.isNumber())
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
    }

    private static Optional<String> shown(String name, ObjectNode object) {
        var value = object.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(
                SECRETS.contains(name) ? "(secret)" : value.isTextual() ? value.textValue() : value.toString());
    }

    private static Set<String> ids(ObjectNode document) {
        var ids = new LinkedHashSet<String>();
        document.path("servers").forEach(server -> ids.add(server.path("id").asText()));
        return ids;
    }

    /// What there is, by its name. The order of the servers is a setting: clients are offered the first one first.
    private static Map<String, ObjectNode> items(ObjectNode document, Set<String> stays) {
        var items = new LinkedHashMap<String, ObjectNode>();
        document.path("servers")
                .forEach(server -> put(items, "server:" + server.path("id").asText(), server));
        document.path("tiers").properties().forEach(tier -> put(items, "tier:" + tier.getKey(), tier.getValue()));
        document.path("webhooks")
                .forEach(hook -> put(items, "webhook:" + hook.path("url").asText(), hook));
        var settings = document.deepCopy();
        settings.remove(LISTED);
        var order = ids(document);
        order.retainAll(stays);
        if (order.size() > 1) {
            settings.put("order", String.join(" ", order));
        }
        items.put("settings", settings);
        return items;
    }

    private static void put(Map<String, ObjectNode> items, String name, JsonNode node) {
        if (node instanceof ObjectNode object) {
            items.put(name, object);
        }
    }

    private static void users(List<UserTerms> users, Map<String, ObjectNode> into) {
        var json = new ObjectMapper();
        users.forEach(user -> {
            var node = json.createObjectNode().put("tier", user.user().tier());
            user.maxDevices().ifPresent(most -> node.put("max_devices", most));
            if (user.suspended()) {
                node.put("suspended", true);
            }
            into.put("user:" + user.id(), node);
        });
    }

    private static ObjectNode tree(String document) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was applied is no JSON", e);
        }
    }
}
