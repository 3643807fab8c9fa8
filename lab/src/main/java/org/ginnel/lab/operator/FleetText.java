// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.operator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.ginnel.lab.LabPlan;
import org.ginnel.lab.LabPlan.Site;
import org.ginnel.lab.gateway.Gateway;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.net.Addresses.OfGateway;
import org.ginnel.wireguard.PublicKey;

/// The servers file of the provisioning server. Pure.
final class FleetText {
    private static final double SPREAD_DEGREES = 0.5;

    /// Renders it.
    ///
    /// @param gateways the gateways of `plan`, in its order
    /// @param tokens the agent's token of each site, by its id
    static String render(LabPlan plan, List<Gateway> gateways, Map<String, String> tokens) {
        var file = JsonNodeFactory.instance.objectNode();
        if (plan.devices()) {
            file.putObject("devices").put("ipv4", Gateway.DEVICES_NETWORK4).put("ipv6", Gateway.DEVICES_NETWORK6);
        }
        var servers = file.putArray("servers");
        for (int i = 0; i < gateways.size(); i++) {
            var site = plan.gateways().get(i);
            var gateway = gateways.get(i);
            var server = server(site, gateway.publicKey(), gateway.addresses().endpoint4());
            further(server.putArray("endpoints"), gateway.addresses());
            servers.add(server.put("agent_token", tokens.getOrDefault(site.id(), "")));
        }
        for (int i = 0; i < plan.ghosts(); i++) {
            var near = gateways.get(i % gateways.size());
            var endpoint = near.addresses().ghost4(i / gateways.size() + 1);
            servers.add(server(ghost(plan.gateways().get(i % gateways.size()), i + 1), near.publicKey(), endpoint));
        }
        return file.toPrettyString();
    }

    private static void further(ArrayNode endpoints, OfGateway gateway) {
        endpoints.add("[" + gateway.endpoint6() + "]:" + Addresses.WIREGUARD_PORT);
        Addresses.FURTHER_PORTS.forEach(port -> endpoints.add(gateway.endpoint4() + ":" + port));
    }

    private static Site ghost(Site near, int number) {
        var latitude = Math.clamp(near.latitude() + SPREAD_DEGREES * (number % 10), -90, 90);
        return new Site(
                "ghost-%03d".formatted(number),
                near.city() + " " + number,
                near.country(),
                "pro",
                latitude,
                near.longitude(),
                near.roundTrip());
    }

    private static ObjectNode server(Site site, PublicKey key, String endpoint) {
        var server = JsonNodeFactory.instance.objectNode();
        server.put("id", site.id())
                .put("name", site.city())
                .put("endpoint", endpoint)
                .put("port", Addresses.WIREGUARD_PORT)
                .put("region", site.id().substring(0, site.id().lastIndexOf('-')))
                .put("country", site.country())
                .put("tier", site.tier())
                .put("latitude", site.latitude())
                .put("longitude", site.longitude())
                .put("public_key", key.base64())
                .put("ipv4", Gateway.NETWORK4);
        var resolvers = server.putArray("dns").add(Gateway.TUNNEL4);
        if (site.ipv6()) {
            server.put("ipv6", Gateway.NETWORK6);
            resolvers.add(Gateway.TUNNEL6);
        }
        return server;
    }

    private FleetText() {}
}
