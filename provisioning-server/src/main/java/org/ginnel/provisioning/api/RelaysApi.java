// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.key.Permission;
import org.ginnel.wireguard.IpLiteral;

/// `GET /api/v1/relays`: the servers of the caller's tier, sent only when they are not what the caller has.
final class RelaysApi {
    private final Guard guard;
    private final Supplier<Fleet> fleet;
    private final ServerJson serverJson;
    private final JsonBodies json;

    RelaysApi(Guard guard, Supplier<Fleet> fleet, ServerJson serverJson, JsonBodies json) {
        this.guard = guard;
        this.fleet = fleet;
        this.serverJson = serverJson;
        this.json = json;
    }

    Answer relays(Call call) {
        var caller = guard.caller(call, Permission.RELAYS_READ);
        var fleet = this.fleet.get();
        var root = json.newObject().put("tier", fleet.describe(caller.tier()).id());
        var relays = root.putArray("relays");
        for (var gateway : fleet.visibleTo(caller.tier())) {
            var relay = relays.addObject();
            serverJson.write(gateway, relay);
            fleet.devices().ifPresent(network -> {
                for (var own : network.gateway()) {
                    relay.put(own.isIpv4() ? "ipv4_gateway" : "ipv6_gateway", IpLiteral.format(own.address()));
                }
            });
            var dns = relay.putArray("dns");
            gateway.dns().forEach(address -> dns.add(IpLiteral.format(address)));
        }
        var body = json.write(root);
        var tag = '"' + hash(body) + '"';
        var headers = Map.of("ETag", tag, "Cache-Control", "private, no-cache", "Vary", "X-API-Key, Authorization");
        return call.header()
                        .apply("If-None-Match")
                        .filter(tags -> names(tags, tag))
                        .isPresent()
                ? new Answer(304, headers, "")
                : new Answer(200, headers, body);
    }

    /// RFC 9110, section 13.1.2: `*`, or one of a list, compared without its weakness.
    private static boolean names(String tags, String tag) {
        return Arrays.stream(tags.split(",", -1))
                .map(String::strip)
                .map(t -> t.startsWith("W/") ? t.substring(2) : t)
                .anyMatch(t -> t.equals("*") || t.equals(tag));
    }

    private static String hash(String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
