// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.loop.DriverOnSystem;
import org.ginnel.daemon.loop.Ports;
import org.ginnel.daemon.macos.device.ModelledDevice;
import org.ginnel.daemon.macos.dns.MacDns;
import org.ginnel.daemon.macos.dns.ScutilModel;
import org.ginnel.daemon.macos.firewall.PfFirewall;
import org.ginnel.daemon.macos.firewall.PfctlModel;
import org.ginnel.daemon.macos.route.MacRoutes;
import org.ginnel.daemon.port.TunnelProver;
import org.junit.jupiter.api.io.TempDir;

class MacDriverTest extends DriverOnSystem {
    private final RoutingModel system = new RoutingModel();
    private final PfctlModel pfctl = new PfctlModel();
    private final ScutilModel scutil = new ScutilModel();
    private final String before = system.table();

    @TempDir
    private Path state;

    private Optional<Ports> ports = Optional.empty();

    @Override
    protected Ports ports(TunnelProver prover) {
        if (ports.isEmpty()) {
            ports = Optional.of(new Ports(
                    new PfFirewall(pfctl, 0, state),
                    Arrays.stream(Lane.values())
                            .collect(Collectors.toMap(lane -> lane, lane -> ModelledDevice.of(lane, system, state))),
                    new MacRoutes(system),
                    new MacDns(scutil),
                    prover));
        }
        return ports.get();
    }

    @Override
    protected void flushByAnother() {
        pfctl.anchor = "";
    }

    @Override
    protected boolean isUntouched() {
        return pfctl.anchor.isEmpty()
                && pfctl.tokens.isEmpty()
                && !pfctl.enabled
                && scutil.store.isEmpty()
                && system.table().equals(before);
    }
}
