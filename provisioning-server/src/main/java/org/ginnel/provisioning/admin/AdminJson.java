// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ginnel.provisioning.audit.Entry;
import org.ginnel.provisioning.device.UsageDay;
import org.ginnel.provisioning.fleet.Step;
import org.ginnel.provisioning.key.Permission;
import org.ginnel.provisioning.key.TokenRecord;

/// Writes what operators, and users about themselves, are told of. Nothing of it opens anything.
public final class AdminJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AdminJson() {}

    /// What is kept of a token.
    public static void write(TokenRecord token, ObjectNode into) {
        into.put("id", token.id())
                .put("name", token.name())
                .put("created", token.createdAt().toString());
        var scopes = into.putArray("scopes");
        token.permissions().stream().map(Permission::word).sorted().forEach(scopes::add);
        token.expiresAt().ifPresent(time -> into.put("expires", time.toString()));
        token.lastUsedAt().ifPresent(time -> into.put("last_used", time.toString()));
        token.revokedAt().ifPresent(time -> into.put("revoked", time.toString()));
    }

    /// The days of a device, the latest first.
    public static void write(List<UsageDay> days, ArrayNode into) {
        days.forEach(day -> {
            var node = into.addObject()
                    .put("day", day.day().toString())
                    .put("sent_bytes", day.sentBytes())
                    .put("received_bytes", day.receivedBytes());
            day.handshakeAt().ifPresent(at -> node.put("last_handshake", at.toString()));
        });
    }

    static void write(Entry entry, ObjectNode into) {
        into.put("seq", entry.seq())
                .put("at", entry.at().toString())
                .put("actor", entry.actor())
                .put("action", entry.action())
                .put("subject", entry.subject());
        try {
            into.set("detail", JSON.readTree(entry.detail()));
        } catch (JsonProcessingException e) {
            throw new AdminException(
                    AdminException.Why.CONFLICT,
                    "Entry " + entry.seq() + " is not as it was written: see `audit verify`.");
        }
        into.put("hash", entry.hash());
    }

    static ObjectNode steps(List<Step> steps) {
        var root = JSON.createObjectNode();
        var list = root.putArray("steps");
        for (var step : steps) {
            list.addObject()
                    .put("kind", step.kind().word())
                    .put("subject", step.subject())
                    .put("text", step.toString());
        }
        return root;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
