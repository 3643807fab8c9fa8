// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.lab.Lab;
import org.ginnel.lab.LabPlan;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.demo.Progress;
import org.ginnel.lab.leak.count.Calibration;
import org.ginnel.lab.leak.flood.Probes;
import org.ginnel.lab.leak.subject.Ginnel;
import org.ginnel.lab.leak.subject.ScriptedClient;
import org.ginnel.lab.leak.subject.Subject;
import org.ginnel.lab.leak.subject.WgQuick;
import org.ginnel.lab.program.Programs;

/// A client that can be put into a fresh lab, once all probes are shown to be counted there.
///
/// @param name the head of its column
/// @param missing what this system lacks for it; empty when it can be started
record Candidate(String name, Optional<String> missing, Start start) {
    /// Ours, at an operator with `/api/v1`: one device with one key for every server.
    static final String GINNEL = "Ginnel";

    /// Ours, at an operator who has the legacy surface only.
    static final String AT_LEGACY_API = "Ginnel, legacy API";

    private static final LabPlan DEVICES = new LabPlan(
            List.of(
                    LabPlan.DEFAULT.gateways().get(0),
                    LabPlan.DEFAULT.gateways().get(1),
                    LabPlan.DEFAULT.gateways().get(2).withoutIpv6()),
            0,
            true);
    private static final LabPlan LEGACY = DEVICES.legacy();

    /// Some seconds, and many on a machine that has other work.
    private static final Duration WRITING_AN_ARCHIVE = Duration.ofMinutes(2);

    /// How it gets there.
    @FunctionalInterface
    interface Start {
        Subject run(Progress progress) throws IOException;
    }

    static Candidate ginnel(Programs programs) {
        return new Candidate(GINNEL, Optional.empty(), progress -> {
            var demo = Demo.start(DEVICES, programs, Demo.SOCKET, progress);
            return calibrated(demo.lab(), demo, () -> Ginnel.in(GINNEL, demo));
        });
    }

    /// The same, for those who start its daemon often: half as long, once all of it has been used.
    static Candidate trainedGinnel(Programs programs) {
        return trained(GINNEL, DEVICES, programs);
    }

    /// The same at an operator with the legacy surface only.
    static Candidate trainedLegacyGinnel(Programs programs) {
        return trained(AT_LEGACY_API, LEGACY, programs);
    }

    private static Candidate trained(String name, LabPlan plan, Programs programs) {
        return new Candidate(name, Optional.empty(), progress -> {
            var demo = Demo.start(plan, programs.withArchive(), Demo.SOCKET, progress);
            return calibrated(demo.lab(), demo, () -> trained(name, demo));
        });
    }

    /// Whether the client of that name is what the suite is there for.
    static boolean isOurs(String name) {
        return name.equals(GINNEL) || name.equals(AT_LEGACY_API);
    }

    private static Ginnel trained(String name, Demo demo) throws IOException {
        var ginnel = Ginnel.in(name, demo);
        ginnel.connect("gw1");
        ginnel.disconnect();
        demo.daemon().stop(WRITING_AN_ARCHIVE);
        ginnel.startDaemon();
        return ginnel;
    }

    static Candidate wgQuick() {
        return new Candidate("wg-quick", Optional.empty(), progress -> {
            var lab = lab(progress);
            return calibrated(lab, lab, () -> WgQuick.plain(lab));
        });
    }

    static Candidate wgQuickWithKillSwitch() {
        return new Candidate("wg-quick + PostUp", iptables(), progress -> {
            var lab = lab(progress);
            return calibrated(lab, lab, () -> WgQuick.withKillSwitch(lab));
        });
    }

    private static Optional<String> iptables() {
        return Stream.of("/usr/sbin", "/sbin", "/usr/bin")
                        .map(directory -> Path.of(directory, "ip6tables"))
                        .anyMatch(Files::isExecutable)
                ? Optional.empty()
                : Optional.of("needs iptables: run `bin/setup`");
    }

    /// @param directory of its scripts
    static Candidate scripted(Path directory) {
        return new Candidate(directory.getFileName().toString(), Optional.empty(), progress -> {
            var lab = lab(progress);
            return calibrated(lab, lab, () -> ScriptedClient.in(lab, directory));
        });
    }

    private static Lab lab(Progress progress) throws IOException {
        return progress.during("building the network", () -> Lab.start(LEGACY));
    }

    private interface Making {
        Subject make() throws IOException;
    }

    private static Subject calibrated(Lab lab, AutoCloseable owner, Making making) throws IOException {
        try {
            Calibration.prove(lab, Probes.ALL);
            return making.make();
        } catch (IOException | RuntimeException e) {
            try (owner) {
                throw e;
            } catch (IOException | RuntimeException same) {
                throw same;
            } catch (Exception other) {
                throw new IOException(other);
            }
        }
    }
}
