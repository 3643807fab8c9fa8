// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.operator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.ginnel.lab.LabPlan.Site;
import org.ginnel.lab.gateway.Gateway;
import org.ginnel.lab.net.Addresses;

/// The servers file of the provisioning server. Pure.
final class FleetText {
    /// @param gateways the gateway of each site, in the order in which the API lists them
    /// @param tokens the agent's token of each site, by its id
    static String render(Map<Site, Gateway> gateways, Map<String, String> tokens) {
        var file = JsonNodeFactory.instance.objectNode();
        var servers = file.putArray("servers");
        gateways.forEach((site, gateway) -> servers.add(server(site, gateway, tokens.getOrDefault(site.id(), ""))));
        return file.toPrettyString();
    }

    private static ObjectNode server(Site site, Gateway gateway, String token) {
        var server = JsonNodeFactory.instance.objectNode();
        server.put("id", site.id())
                .put("name", site.city())
                .put("endpoint", gateway.addresses().endpoint4())
                .put("port", Addresses.WIREGUARD_PORT)
                .put("region", site.id().substring(0, Math.max(0, site.id().lastIndexOf('-'))))
                .put("country", site.country())
                .put("tier", site.tier())
                .put("latitude", site.latitude())
                .put("longitude", site.longitude())
                .put("public_key", gateway.publicKey().base64())
                .put("ipv4", Gateway.NETWORK4)
                .put("ipv6", Gateway.NETWORK6)
                .put("agent_token", token);
        server.putArray("dns").add(Gateway.TUNNEL4).add(Gateway.TUNNEL6);
        return server;
    }

    private FleetText() {}
}
