// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.util.Map;
import org.ginnel.provisioning.agent.AgentDesk;
import org.ginnel.provisioning.key.Permission;

/// `GET /metrics`, as Prometheus reads it: for this machine, and for tokens that may administer.
final class MetricsApi {
    private final Guard guard;
    private final AgentDesk desk;
    private final CallCounts counts;

    MetricsApi(Guard guard, AgentDesk desk, CallCounts counts) {
        this.guard = guard;
        this.desk = desk;
        this.counts = counts;
    }

    Answer metrics(Call call) {
        var forwarded = call.header()
                .apply("X-Forwarded-For")
                .or(() -> call.header().apply("Forwarded"))
                .isPresent();
        if (!call.remote().isLoopbackAddress() || forwarded) {
            guard.anyOf(call, Permission.METRICS_READ, Permission.ADMIN);
        }
        var text = new StringBuilder();
        counts.write(text);
        text.append("# TYPE ginnel_gateway_peers gauge\n");
        desk.standings().forEach(s -> line(text, "ginnel_gateway_peers", s.serverId(), s.peers()));
        text.append("# HELP ginnel_gateway_revisions_behind Changes that the gateway was not seen to have yet.\n");
        text.append("# TYPE ginnel_gateway_revisions_behind gauge\n");
        desk.standings().forEach(s -> line(text, "ginnel_gateway_revisions_behind", s.serverId(), s.behind()));
        text.append("# TYPE ginnel_gateway_silence_seconds gauge\n");
        desk.standings()
                .forEach(s -> s.silence()
                        .ifPresent(silence ->
                                line(text, "ginnel_gateway_silence_seconds", s.serverId(), silence.toMillis() / 1e3)));
        text.append("# HELP ginnel_gateway_load How busy the gateway says it is, 0 to 1.\n");
        text.append("# TYPE ginnel_gateway_load gauge\n");
        desk.standings()
                .forEach(s -> s.load().ifPresent(load -> line(text, "ginnel_gateway_load", s.serverId(), load)));
        var heap = Runtime.getRuntime();
        text.append("# TYPE ginnel_heap_bytes gauge\nginnel_heap_bytes ")
                .append(heap.totalMemory() - heap.freeMemory())
                .append('\n');
        return new Answer(200, Map.of("Content-Type", "text/plain; version=0.0.4; charset=utf-8"), text.toString());
    }

    private static void line(StringBuilder text, String name, String server, Number value) {
        text.append(name)
                .append("{server=\"")
                .append(server)
                .append("\"} ")
                .append(value)
                .append('\n');
    }
}
