// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.json;

import java.util.List;
import java.util.Map;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Measurement;
import org.jspecify.annotations.Nullable;

/// The servers in the operator's order, as `docs/servers.schema.json` describes them.
public final class ServersJson {
    private ServersJson() {}

    public static Map<String, @Nullable Object> of(List<MeasuredServer> servers) {
        return new Fields()
                .with("schema", 1)
                .with("servers", servers.stream().map(ServersJson::server).toList())
                .map();
    }

    private static Map<String, @Nullable Object> server(MeasuredServer measured) {
        var latency = measured.measurement().map(m -> switch (m) {
            case Measurement.Answered(var roundTrip, var at) ->
                new Fields()
                        .with("answered", true)
                        .with("round_trip_ms", Fields.millis(roundTrip))
                        .with("at", at.toString())
                        .map();
            case Measurement.Silent(var at) ->
                new Fields()
                        .with("answered", false)
                        .nothing("round_trip_ms")
                        .with("at", at.toString())
                        .map();
        });
        return Fields.of(measured.server()).maybe("latency", latency).map();
    }
}
