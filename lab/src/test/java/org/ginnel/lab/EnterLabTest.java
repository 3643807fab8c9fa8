// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.program.Programs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// `bin/enter` keeps labs apart and leaves nothing behind, however it ends. These labs are inside of the tests' own.
@Timeout(60)
class EnterLabTest {
    private static final String SEEN = "seen " + Addresses.DIRECT4;

    private final Programs programs = Programs.ofThisCheckout();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void twoLabs_doNotCollideAndAKilledOneIsGone() throws Exception {
        var first = heldLab();
        var second = heldLab();
        assertThat(lines(first).readLine()).isEqualTo(SEEN);
        var reader = lines(second);
        assertThat(reader.readLine()).isEqualTo(SEEN);

        var everything = first.descendants().toList();
        assertThat(everything).hasSizeGreaterThan(5);
        first.destroyForcibly();
        for (var process : everything) {
            process.onExit().get(5, TimeUnit.SECONDS);
        }

        second.getOutputStream().write('\n');
        second.getOutputStream().flush();
        assertThat(reader.readLine()).isEqualTo(SEEN);
        second.getOutputStream().close();
        assertThat(second.waitFor()).isZero();
    }

    @Test
    void killedParent_takesEverythingWithIt() throws Exception {
        var parent = start("bash", "-c", "\"$0\" bash -c 'echo $BASHPID; sleep 1000' & echo up; wait", enter());
        assertThat(lines(parent).readLine()).isNotNull();
        assertThat(lines(parent).readLine()).isNotNull();
        var everything = parent.descendants().toList();
        assertThat(everything).hasSizeGreaterThanOrEqualTo(4);
        parent.destroyForcibly();
        for (var process : everything) {
            process.onExit().get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void terminated_theCommandIsToldAndItsExitCodeKept() throws Exception {
        var entered = start(enter(), "bash", "-c", "trap 'exit 7' TERM; echo ready; while :; do sleep 0.05; done");
        assertThat(lines(entered).readLine()).isEqualTo("ready");
        entered.destroy();
        assertThat(entered.waitFor()).isEqualTo(7);
    }

    @Test
    void sharedDirectory_isSeenOnBothSides() throws Exception {
        var shared = Files.createTempDirectory(Path.of("/run"), "shared");
        var builder = new ProcessBuilder(enter(), "bash", "-c", "echo hello >$GINNEL_LAB_SHARE/file; ls -A /run");
        builder.environment().put("GINNEL_LAB_SHARE", shared.toString());
        var entered = builder.start();
        started.add(entered);
        var listed = lines(entered).lines().toList();
        assertThat(entered.waitFor()).isZero();
        assertThat(listed).contains(shared.getFileName().toString());
        assertThat(shared.resolve("file")).hasContent("hello");
    }

    @Test
    void etcAndNetwork_ofTheOutsideAreUntouched() throws Exception {
        var before = Files.readString(Path.of("/etc/hosts"));
        var entered = start(enter(), "bash", "-c", "echo gone >/etc/hosts; ip link add dummy9 type veth; ip -br link");
        assertThat(lines(entered).lines()).anyMatch(line -> line.startsWith("dummy9"));
        assertThat(entered.waitFor()).isZero();
        assertThat(Files.readString(Path.of("/etc/hosts"))).isEqualTo(before);
        assertThat(lines(start("ip", "-br", "link")).lines()).noneMatch(line -> line.startsWith("dummy9"));
    }

    private Process heldLab() throws IOException {
        return start(
                enter(),
                programs.jdk("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-Djna.tmpdir=/run/lock",
                "-cp",
                System.getProperty("java.class.path"),
                HeldLab.class.getName());
    }

    private String enter() {
        return programs.launchers().resolve("enter").toString();
    }

    private Process start(String... argv) throws IOException {
        var process = new ProcessBuilder(argv)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(process);
        return process;
    }

    private static BufferedReader lines(Process process) {
        return process.inputReader();
    }
}
