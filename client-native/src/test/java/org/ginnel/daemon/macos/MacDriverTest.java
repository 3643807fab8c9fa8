// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.loop.DriverOnSystem;
import org.ginnel.daemon.loop.Ports;
import org.ginnel.daemon.macos.device.FakeEngine;
import org.ginnel.daemon.macos.device.ModelledDevice;
import org.ginnel.daemon.macos.dns.MacDns;
import org.ginnel.daemon.macos.dns.ScutilModel;
import org.ginnel.daemon.macos.firewall.PfFirewall;
import org.ginnel.daemon.macos.firewall.PfctlModel;
import org.ginnel.daemon.macos.route.MacRoutes;
import org.ginnel.daemon.port.TunnelProver;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Commands.Outcome;
import org.junit.jupiter.api.io.TempDir;

class MacDriverTest extends DriverOnSystem {
    private final RoutingModel system = new RoutingModel();
    private final PfctlModel pfctl = new PfctlModel();
    private final ScutilModel scutil = new ScutilModel();
    private final Map<Lane, FakeEngine> engines = new EnumMap<>(Lane.class);
    private final String before = system.table();

    @TempDir
    private Path state;

    private final AtomicInteger until = new AtomicInteger(Integer.MAX_VALUE);
    private Optional<Ports> ports = Optional.empty();

    @Override
    protected Ports ports(TunnelProver prover) {
        if (ports.isEmpty()) {
            ports = Optional.of(new Ports(
                    new PfFirewall(counted(pfctl), 0, state),
                    Arrays.stream(Lane.values())
                            .collect(Collectors.toMap(
                                    lane -> lane,
                                    lane -> ModelledDevice.of(lane, counted(system), engine(lane), state))),
                    new MacRoutes(counted(system)),
                    new MacDns(counted(scutil)),
                    prover));
        }
        return ports.get();
    }

    private FakeEngine engine(Lane lane) {
        return engines.computeIfAbsent(lane, _ -> new FakeEngine(system));
    }

    /// One of all commands ends badly, and those after it as ever.
    private Commands counted(Commands model) {
        return command -> until.getAndDecrement() == 0 ? new Outcome.Exited(1, "", "no\u001b") : model.run(command);
    }

    @Override
    protected void failAfter(int calls) {
        until.set(calls);
    }

    @Override
    protected void flushByAnother() {
        pfctl.anchor = "";
    }

    @Override
    protected void serversAnswer(boolean answering) {
        engines.values().forEach(engine -> engine.answer(answering));
    }

    @Override
    protected void devicesRefuse(boolean refusing) {
        engines.values().forEach(engine -> engine.refuse(refusing));
    }

    @Override
    protected boolean leavesPackets() {
        return pfctl.anchor.isEmpty()
                && scutil.store.isEmpty()
                && system.table().equals(before);
    }

    @Override
    protected boolean isUntouched() {
        return leavesPackets() && pfctl.tokens.isEmpty() && !pfctl.enabled;
    }
}
