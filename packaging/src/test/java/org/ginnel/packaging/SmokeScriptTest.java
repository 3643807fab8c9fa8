// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The smoke test on each system, with programs that stand for those of the system and write down what they
/// are asked.
@Timeout(60)
class SmokeScriptTest {
    private static final String LINUX = "Linux";
    private static final String MACOS = "Darwin";
    private static final String WINDOWS = "MINGW64_NT-10.0-26100";

    @TempDir
    Path directory;

    private Path repository;
    private StandIns standIns;

    @BeforeEach
    void layOut() throws IOException {
        repository = directory.resolve("repository");
        var from = Path.of("src/smoke");
        var smoke = Files.createDirectories(repository.resolve("packaging/src/smoke"));
        for (var name : List.of("smoke", "linux", "macos", "windows")) {
            Files.copy(from.resolve(name), smoke.resolve(name));
        }
        standIns = StandIns.in(directory, "programs");
        Files.createDirectories(repository.resolve("bin"));
        standIns.write(repository.resolve("bin/native-part"), "echo archive.tar.gz");
        standIns.program("tar", "");
        // What is built writes down that it ran, and goes on until it is ended.
        standIns.program("go", "printf '#!/bin/sh\\nexec sleep 60\\n' >\"$4\"; chmod +x \"$4\"");
        standIns.program("curl", "echo 'Hello from userspace TCP!'");
        standIns.program("mktemp", "mkdir -p work; echo " + directory.resolve("work"));
        standIns.program("ginnel", """
                case "$1 $2" in
                  'connect Runner') : >closed ;;
                  'disconnect ') rm -f closed ;;
                esac""");
        for (var install : List.of("apt-get", "installer", "msiexec")) {
            standIns.program(install, "case \"$*\" in *purge* | *//x*) rm -f installed ;; *) : >installed ;; esac");
        }
        standIns.program("ginnel-remove", "rm -f installed");
        system();
    }

    /// Programs of all three systems; each script calls its own.
    private void system() throws IOException {
        standIns.program(
                "ip",
                "case \"$*\" in *'route get'*) echo '192.0.2.1 via 10.0.0.1 dev eth0 src 10.0.0.9 uid 0' ;; esac");
        standIns.program("nft", "case \"$1 $2\" in 'list table') test -e closed && echo reject ;; esac");
        standIns.program("systemctl", "test -e installed && echo ginneld.service; true");
        standIns.program("getent", "test -e installed");
        standIns.program("ipconfig", "echo 10.0.0.9");
        standIns.program("route", "echo '  interface: en0'");
        standIns.program("pfctl", "test -e closed && echo 'block drop in quick all'; true");
        standIns.program("dscl", "test -e installed && echo ginnel; true");
        standIns.program("launchctl", "test -e installed");
        standIns.program("scutil", "echo resolver");
        standIns.program("powershell", "printf '10.0.0.9\\r\\n'");
        standIns.program("cygpath", "echo \"$2\"");
        standIns.program("netsh", """
                case "$*" in
                  'wfp show filters file='*)
                    file=${4#file=}
                    if test -e closed; then echo 8F6F2A5E-3C57-4B0B-9A4E-67696E6E0001 >"$file"; else : >"$file"; fi ;;
                esac""");
        standIns.program("net", "test -e installed");
        standIns.program("sc.exe", "test -e installed");
    }

    @ParameterizedTest
    @ValueSource(strings = {LINUX, MACOS, WINDOWS})
    void aGoodPackage_passes_andIsAskedInThatOrder(String system) throws IOException, InterruptedException {
        var ended = run(system);

        assertThat(ended.said()).as(ended.said()).contains("== nothing is left");
        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(standIns.asked())
                .containsSubsequence(
                        "ginnel status",
                        "ginnel servers add " + directory + "/work/Runner.conf",
                        "ginnel connect Runner --wait",
                        "ginnel disconnect",
                        "ginnel servers remove Runner");
        assertThat(Files.readString(directory.resolve("work/Runner.conf"))).contains("Endpoint = 10.0.0.9:58120\n");
        assertThat(directory.resolve("installed")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {LINUX, MACOS, WINDOWS})
    void aFirewallThatDoesNotStand_fails_andTheRunnerIsOpenedAgain(String system)
            throws IOException, InterruptedException {
        standIns.program("ginnel", "");

        assertFails(run(system), "nothing of ours in the firewall while connected");
        assertThat(standIns.asked().stream().filter("ginnel disconnect"::equals))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {LINUX, MACOS, WINDOWS})
    void aFirewallThatStays_fails(String system) throws IOException, InterruptedException {
        standIns.program("ginnel", "if test \"$1\" = connect; then : >closed; fi");

        assertFails(run(system), "the firewall has rules of ours after disconnecting");
    }

    @ParameterizedTest
    @ValueSource(strings = {LINUX, MACOS, WINDOWS})
    void whatIsLeft_fails(String system) throws IOException, InterruptedException {
        for (var install : List.of("apt-get", "installer", "msiexec", "ginnel-remove")) {
            standIns.program(install, ": >installed");
        }

        assertFails(run(system), "the machine is not as it was");
    }

    @ParameterizedTest
    @ValueSource(strings = {LINUX, MACOS, WINDOWS})
    void aTunnelThatCarriesNothing_fails(String system) throws IOException, InterruptedException {
        standIns.program("curl", "echo 'Hello from somebody else'");

        var ended = run(system);
        assertThat(ended.code()).isNotZero();
        assertThat(ended.said()).doesNotContain("== the firewall stands");
        assertThat(directory.resolve("closed")).doesNotExist();
    }

    private static void assertFails(Ended ended, String why) {
        assertThat(ended.code()).isNotZero();
        assertThat(ended.said()).contains("smoke: " + why);
    }

    private record Ended(int code, String said) {}

    private Ended run(String system) throws IOException, InterruptedException {
        standIns.program("uname", "echo " + system);
        // Places of the real machine are not looked at.
        standIns.program("ls", "test -e installed && echo installed; true");
        // Where the package of macOS has its own remover, which is a path.
        var script = repository.resolve("packaging/src/smoke/macos");
        Files.writeString(
                script, Files.readString(script).replace("/Library/Ginnel/bin/ginnel-remove", "ginnel-remove"));
        var archive = Files.writeString(directory.resolve("ginnel.package"), "").toString();
        var smoke = repository.resolve("packaging/src/smoke/smoke").toString();
        var builder = new ProcessBuilder("bash", smoke, archive).redirectErrorStream(true);
        builder.environment().put("PATH", directory.resolve("programs") + ":/usr/bin:/bin");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
