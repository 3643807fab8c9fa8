// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.wireguard.IpNetwork;

/// Reads `ipv4` and `ipv6` of a servers file: a network each, or a list of them, where those in the same place belong
/// together.
final class NetworkReader {
    private NetworkReader() {}

    /// @throws IllegalArgumentException with what is wrong
    static TunnelNetwork read(JsonNode node) {
        var ipv4 = networks(node, "ipv4", "10.7.0.0/24");
        var ipv6 = networks(node, "ipv6", "fddd:2c4:2c4:2c4::/64");
        if (ipv4.isEmpty()) {
            throw new IllegalArgumentException("ipv4 is missing");
        }
        if (ipv6.size() > ipv4.size()) {
            throw new IllegalArgumentException("ipv6 has more networks than ipv4");
        }
        var subnets = new ArrayList<Subnet>();
        for (int i = 0; i < ipv4.size(); i++) {
            subnets.add(new Subnet(ipv4.get(i), i < ipv6.size() ? Optional.of(ipv6.get(i)) : Optional.empty()));
        }
        return new TunnelNetwork(subnets);
    }

    private static List<IpNetwork> networks(JsonNode node, String field, String example) {
        var value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        var list = new ArrayList<IpNetwork>();
        for (var entry : value.isArray() ? value : List.of(value)) {
            list.add(IpNetwork.parse(entry.isTextual() ? entry.textValue() : "")
                    .orElseThrow(() -> new IllegalArgumentException(
                            field + " is a network such as " + example + ", or a list of them")));
        }
        return list;
    }
}
