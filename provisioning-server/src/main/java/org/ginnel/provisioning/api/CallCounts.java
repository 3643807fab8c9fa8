// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// How many calls were answered how, and how long that took. Counts routes, never paths, so nothing that a caller sends
/// makes it grow. Safe for any number of threads.
final class CallCounts {
    private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> nanos = new ConcurrentHashMap<>();

    void count(String method, String route, int status, long took) {
        var known = method.matches("GET|POST|PUT|DELETE|HEAD|OPTIONS|PATCH") ? method : "other";
        var labels = "method=\"" + known + "\",route=\"" + route + "\",status=\"" + status + "\"";
        calls.computeIfAbsent(labels, _ -> new LongAdder()).increment();
        nanos.computeIfAbsent(labels, _ -> new LongAdder()).add(took);
    }

    void write(StringBuilder text) {
        text.append("# TYPE ginnel_calls_total counter\n");
        new TreeMap<>(calls)
                .forEach((labels, count) -> text.append("ginnel_calls_total{")
                        .append(labels)
                        .append("} ")
                        .append(count.sum())
                        .append('\n'));
        text.append("# TYPE ginnel_call_seconds_total counter\n");
        new TreeMap<>(nanos)
                .forEach((labels, sum) -> text.append("ginnel_call_seconds_total{")
                        .append(labels)
                        .append("} ")
                        .append(sum.sum() / 1e9)
                        .append('\n'));
    }
}
