// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ginnel.daemon.firewall.Refused;
import org.ginnel.json.Json;
import org.ginnel.json.JsonRecords;
import org.ginnel.json.MalformedJsonException;

/// Reads what rules have refused from nftables' listing (`libnftables-json(5)`). Pure.
final class NftCounters {
    private NftCounters() {}

    /// The packets that rules with a counter have seen, added up by the paragraph in their comment.
    static List<Refused> refused(String json) {
        SortedMap<Integer, Long> packets = new TreeMap<>();
        try {
            var read = Json.read(json.getBytes(StandardCharsets.UTF_8), JsonRecords.LONGEST_TEXT);
            for (var entry : read.at("nftables").items()) {
                var rule = entry.at("rule");
                var seen = counted(rule.at("expr"));
                paragraph(rule.at("comment"))
                        .filter(number -> seen > 0 && number > 0)
                        .ifPresent(number -> packets.merge(number, seen, Long::sum));
            }
        } catch (MalformedJsonException e) {
            return List.of();
        }
        return packets.entrySet().stream()
                .map(entry -> new Refused(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Optional<Integer> paragraph(Json comment) {
        return comment.text().filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
    }

    private static long counted(Json expressions) {
        for (var expression : expressions.items()) {
            var counter = expression.at("counter");
            if (counter.isThere()) {
                return counter.at("packets").whole().orElse(0L);
            }
        }
        return 0;
    }
}
