// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import java.io.IOException;
import org.ginnel.lab.LabException;
import org.ginnel.lab.LabPlan;
import org.ginnel.lab.bench.Footprint;
import org.ginnel.lab.bench.Ginnel;
import org.ginnel.lab.bench.Window;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.demo.Progress;
import org.ginnel.lab.operator.Operator;
import org.ginnel.lab.program.Programs;
import org.ginnel.packaging.PackagingException;

/// Lets the three programs do in the lab what people have them do, while each writes down what it loads: the daemon
/// connects, switches, looks whether its tunnel lives, gives memory back and disconnects, so that the first time of
/// each finds everything ready, too: what is not in the cache is read from jars and made at run time, which takes
/// milliseconds on the way of a click, and at rest has half of what was given back in memory again.
record Rehearsal(Layout layout) {
    /// What the command line does in one go: the usual, the other forms of it, and one mistake. The first connect
    /// is as a newcomer's, who has measured nothing; all is measured when keys are at hand, so that servers are
    /// shaken hands with.
    static final String LINES = String.join(
            ";",
            "status",
            "connect --wait --fastest",
            "status",
            "status --json",
            "servers --json",
            "connect Frankfurt --wait",
            "connect nowhere",
            "settings",
            "doctor",
            "disconnect",
            "servers --measure",
            "connect nl-ams-1",
            "disconnect",
            "connect nl-ams-1 --wait",
            "connect --help",
            "--help",
            "--version");

    void play() throws IOException {
        try {
            playInLab();
        } catch (LabException e) {
            throw new PackagingException("the rehearsal: " + e.getMessage(), e);
        }
    }

    private void playInLab() throws IOException {
        var programs = Programs.ofThisCheckout().installed(layout.rehearsal());
        try (var demo = Demo.start(LabPlan.DEFAULT, programs, Demo.SOCKET, Progress.SILENT)) {
            var key = demo.operator().key("rehearsal", "pro");
            demo.ginnel("login", key, "--api", Operator.API).orThrow();
            var daemon = ProcessHandle.of(demo.daemon().process().pid()).orElseThrow();
            Footprint.of(daemon, Footprint.UNTIL_REST);
            new Ginnel(demo).disconnect();
            try (var window = new Window(demo)) {
                window.firstFrame();
            }
        }
    }
}
