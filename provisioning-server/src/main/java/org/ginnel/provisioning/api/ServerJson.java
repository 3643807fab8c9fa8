// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ginnel.provisioning.agent.AgentDesk;
import org.ginnel.provisioning.fleet.Gateway;
import org.ginnel.provisioning.store.ServerStore;
import org.ginnel.wireguard.IpLiteral;

/// Writes the contract's `Server`: the nine fields that every client requires, then those that were added.
final class ServerJson {
    private final ServerStore servers;
    private final AgentDesk desk;

    ServerJson(ServerStore servers, AgentDesk desk) {
        this.servers = servers;
        this.desk = desk;
    }

    void write(List<Gateway> gateways, ArrayNode into) {
        gateways.forEach(gateway -> write(gateway, into.addObject()));
    }

    void write(Gateway gateway, ObjectNode into) {
        var server = gateway.server();
        into.put("id", server.id())
                .put("name", server.name())
                .put("endpoint", server.endpoint())
                .put("port", server.port())
                .put("region", server.region())
                .put("country", server.country())
                .put("tier", server.tier())
                .put("latitude", server.latitude())
                .put("longitude", server.longitude());
        gateway.publicKey()
                .or(() -> servers.reportedKey(gateway.id()))
                .ifPresent(key -> into.put("public_key", key.base64()));
        if (!gateway.endpoints().isEmpty()) {
            var endpoints = into.putArray("endpoints");
            gateway.endpoints().forEach(endpoint -> endpoints.add(endpoint.toString()));
        }
        server.probePort().ifPresent(port -> into.put("probe_port", port));
        desk.load(gateway.id()).ifPresent(load -> into.put("load", load));
        server.weight().ifPresent(weight -> into.put("weight", weight));
        server.capacity().ifPresent(capacity -> into.put("capacity", capacity));
        for (var own : gateway.network().gateway()) {
            into.put(own.isIpv4() ? "ipv4_gateway" : "ipv6_gateway", IpLiteral.format(own.address()));
        }
    }
}
