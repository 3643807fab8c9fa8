// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ginnel.peering.MalformedPeeringException;
import org.ginnel.peering.PeeringCodec;
import org.ginnel.provisioning.agent.AgentDesk;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.store.UsageStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The calls that the agents on gateways make.
final class AgentApi {
    private static final Logger LOG = LoggerFactory.getLogger(AgentApi.class);

    private final Guard guard;
    private final AgentDesk desk;
    private final Supplier<Fleet> fleet;
    private final UsageStore usage;
    private final Duration pollWait;
    private final JsonBodies json;
    private final PeeringCodec codec = new PeeringCodec();

    AgentApi(Guard guard, AgentDesk desk, Supplier<Fleet> fleet, UsageStore usage, Duration pollWait, JsonBodies json) {
        this.guard = guard;
        this.desk = desk;
        this.fleet = fleet;
        this.usage = usage;
        this.pollWait = pollWait;
        this.json = json;
    }

    Answer peers(Call call) {
        var gateway = guard.agent(call);
        var after = call.query().apply("after").map(AgentApi::revision);
        var wait = call.query().apply("wait").map(AgentApi::seconds).filter(asked -> asked.compareTo(pollWait) < 0);
        var changesOnly = call.query().apply("changes").isPresent();
        return new Answer(200, Map.of(), codec.encode(desk.poll(gateway, after, changesOnly, wait.orElse(pollWait))));
    }

    Answer applied(Call call) {
        var gateway = guard.agent(call);
        try {
            var report = codec.decodeReport(json.bytes(call));
            if (report.drift() > 0) {
                LOG.atWarn()
                        .addKeyValue("server", gateway.id())
                        .addKeyValue("peers", report.drift())
                        .log("somebody else changed the device; mended");
            }
            return switch (desk.applied(gateway, report)) {
                case ACCEPTED ->
                    new Answer(200, Map.of(), json.write(json.newObject().put("success", true)));
                case UNKNOWN_REVISION -> throw new Refusal(Problem.UNKNOWN_REVISION);
                case OTHER_PEERS -> {
                    LOG.atWarn().addKeyValue("server", gateway.id()).log("the device has other peers than it should");
                    throw new Refusal(Problem.OTHER_PEERS);
                }
            };
        } catch (MalformedPeeringException e) {
            throw new Refusal(Problem.BAD_REPORT);
        }
    }

    /// How busy the gateway is, and what its peers used.
    Answer use(Call call) {
        var gateway = guard.agent(call);
        try {
            var report = codec.decodeUse(json.bytes(call));
            desk.busy(gateway, report.load());
            if (fleet.get().terms().usageDays() > 0 && !report.peers().isEmpty()) {
                usage.take(gateway.id(), desk.scopes(gateway), report.peers());
            }
            return new Answer(200, Map.of(), json.write(json.newObject().put("success", true)));
        } catch (MalformedPeeringException e) {
            throw new Refusal(Problem.BAD_USE);
        }
    }

    private static Duration seconds(String text) {
        return Optional.of(text)
                .filter(t -> t.matches("[0-9]{1,4}"))
                .map(t -> Duration.ofSeconds(Long.parseLong(t)))
                .orElseThrow(() -> new Refusal(Problem.BAD_WAIT));
    }

    private static Long revision(String text) {
        return Optional.of(text)
                .filter(t -> t.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .orElseThrow(() -> new Refusal(Problem.BAD_REVISION));
    }
}
