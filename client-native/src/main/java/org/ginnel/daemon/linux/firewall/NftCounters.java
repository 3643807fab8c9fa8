// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ginnel.daemon.firewall.Refused;

/// Reads what rules have refused from nftables' listing (`libnftables-json(5)`). Pure.
final class NftCounters {
    private NftCounters() {}

    /// The packets that rules with a counter have seen, added up by the paragraph in their comment.
    static List<Refused> refused(String json) {
        SortedMap<Integer, Long> packets = new TreeMap<>();
        try {
            for (var entry : new ObjectMapper().readTree(json).path("nftables")) {
                var rule = entry.path("rule");
                var seen = counted(rule.path("expr"));
                var paragraph = rule.path("comment").asInt(0);
                if (seen > 0 && paragraph > 0) {
                    packets.merge(paragraph, seen, Long::sum);
                }
            }
        } catch (JsonProcessingException e) {
            return List.of();
        }
        return packets.entrySet().stream()
                .map(entry -> new Refused(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static long counted(JsonNode expressions) {
        for (var expression : expressions) {
            if (expression.has("counter")) {
                return expression.path("counter").path("packets").asLong(0);
            }
        }
        return 0;
    }
}
