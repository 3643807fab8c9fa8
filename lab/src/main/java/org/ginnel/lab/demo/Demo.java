// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.ginnel.lab.Client;
import org.ginnel.lab.Lab;
import org.ginnel.lab.LabPlan;
import org.ginnel.lab.machine.Finished;
import org.ginnel.lab.operator.Operator;
import org.ginnel.lab.program.Programs;

/// A lab with an operator and, in the client, the daemon: what end-to-end tests and the demo stand on.
///
/// ```
/// try (var demo = Demo.start(LabPlan.DEFAULT, Programs.ofThisCheckout(), Demo.SOCKET, Progress.SILENT)) {
///     demo.ginnel("login", demo.operator().key("alice", "pro"), "--api", Operator.API).orThrow();
///     demo.ginnel("connect", "--fastest", "--wait").orThrow();
///     assertThat(demo.lab().client().exitSeenBy(Family.IPV4)).isEqualTo(...);
/// }
/// ```
public final class Demo implements AutoCloseable {
    /// Where the daemon listens unless somebody outside of the lab is to reach it.
    public static final Path SOCKET = Path.of("/run/lab/client/ginneld.sock");

    private static final Path STATE = Path.of("/run/lab/client/state");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Lab lab;
    private final Operator operator;
    private final Daemon daemon;
    private final Programs programs;

    private Demo(Lab lab, Operator operator, Daemon daemon, Programs programs) {
        this.lab = lab;
        this.operator = operator;
        this.daemon = daemon;
        this.programs = programs;
    }

    /// Starts everything.
    ///
    /// @param socket where the daemon listens
    public static Demo start(LabPlan plan, Programs programs, Path socket, Progress progress) throws IOException {
        var lab = progress.during("building the network", () -> Lab.start(plan));
        try {
            var operator = progress.during(
                    "starting the provisioning server and the gateways' agents", () -> Operator.start(lab, programs));
            var daemon =
                    progress.during("starting the daemon", () -> Daemon.start(lab.client(), programs, socket, STATE));
            return new Demo(lab, operator, daemon, programs);
        } catch (IOException | RuntimeException e) {
            try (lab) {
                throw e;
            }
        }
    }

    public Lab lab() {
        return lab;
    }

    public Client client() {
        return lab.client();
    }

    public Operator operator() {
        return operator;
    }

    public Daemon daemon() {
        return daemon;
    }

    public Programs programs() {
        return programs;
    }

    /// Runs the command line in the client, for at most a minute.
    public Finished ginnel(String... arguments) {
        return client().machine().run(programs.cli(arguments), daemon.environment(), PATIENCE);
    }

    /// Takes everything down; the daemon may take its socket away first.
    @Override
    public void close() throws IOException {
        try (lab) {
            if (daemon.process().isAlive()) {
                daemon.stop();
            }
        }
    }
}
