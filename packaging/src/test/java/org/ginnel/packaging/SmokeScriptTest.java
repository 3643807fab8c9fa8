// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

    @BeforeEach
    void layOut() throws IOException {
        repository = directory.resolve("repository");
        var from = Path.of("src/smoke");
        var smoke = Files.createDirectories(repository.resolve("packaging/src/smoke"));
        for (var name : List.of("smoke", "linux", "macos", "windows")) {
            Files.copy(from.resolve(name), smoke.resolve(name));
        }
        Files.createFile(directory.resolve("log"));
        Files.createDirectories(repository.resolve("bin"));
        write(repository.resolve("bin/native-part"), "echo archive.tar.gz");
        program("tar", "");
        // What is built writes down that it ran, and goes on until it is ended.
        program("go", "printf '#!/bin/sh\\nexec sleep 60\\n' >\"$4\"; chmod +x \"$4\"");
        program("curl", "echo 'Hello from userspace TCP!'");
        program("mktemp", "mkdir -p work; echo " + directory.resolve("work"));
        program("ginnel", """
                case "$1 $2" in
                  'connect Runner') : >closed ;;
                  'disconnect ') rm -f closed ;;
                esac""");
        for (var install : List.of("apt-get", "installer", "msiexec")) {
            program(install, "case \"$*\" in *purge* | *//x*) rm -f installed ;; *) : >installed ;; esac");
        }
        program("ginnel-remove", "rm -f installed");
        system();
    }

    /// Programs of all three systems; each script calls its own.
    private void system() throws IOException {
        program(
                "ip",
                "case \"$*\" in *'route get'*) echo '192.0.2.1 via 10.0.0.1 dev eth0 src 10.0.0.9 uid 0' ;; esac");
        program("nft", "case \"$1 $2\" in 'list table') test -e closed && echo reject ;; esac");
        program("systemctl", "test -e installed && echo ginneld.service; true");
        program("getent", "test -e installed");
        program("ipconfig", "echo 10.0.0.9");
        program("route", "echo '  interface: en0'");
        program("pfctl", "test -e closed && echo 'block drop in quick all'; true");
        program("dscl", "test -e installed && echo ginnel; true");
        program("launchctl", "test -e installed");
        program("scutil", "echo resolver");
        program("powershell", "printf '10.0.0.9\\r\\n'");
        program("cygpath", "echo \"$2\"");
        program("netsh", """
                case "$*" in
                  'wfp show filters file='*)
                    file=${4#file=}
                    if test -e closed; then echo 8F6F2A5E-3C57-4B0B-9A4E-67696E6E0001 >"$file"; else : >"$file"; fi ;;
                esac""");
        program("net", "test -e installed");
        program("sc.exe", "test -e installed");
    }

    @ParameterizedTest
    @ValueSource(strings = {LINUX, MACOS, WINDOWS})
    void aGoodPackage_passes_andIsAskedInThatOrder(String system) throws IOException, InterruptedException {
        var ended = run(system);

        assertThat(ended.said()).as(ended.said()).contains("== nothing is left");
        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(asked())
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
        program("ginnel", "");

        assertFails(run(system), "nothing of ours in the firewall while connected");
        assertThat(asked().stream().filter("ginnel disconnect"::equals)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {LINUX, MACOS, WINDOWS})
    void aFirewallThatStays_fails(String system) throws IOException, InterruptedException {
        program("ginnel", "if test \"$1\" = connect; then : >closed; fi");

        assertFails(run(system), "the firewall has rules of ours after disconnecting");
    }

    @ParameterizedTest
    @ValueSource(strings = {LINUX, MACOS, WINDOWS})
    void whatIsLeft_fails(String system) throws IOException, InterruptedException {
        for (var install : List.of("apt-get", "installer", "msiexec", "ginnel-remove")) {
            program(install, ": >installed");
        }

        assertFails(run(system), "the machine is not as it was");
    }

    @ParameterizedTest
    @ValueSource(strings = {LINUX, MACOS, WINDOWS})
    void aTunnelThatCarriesNothing_fails(String system) throws IOException, InterruptedException {
        program("curl", "echo 'Hello from somebody else'");

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
        program("uname", "echo " + system);
        // Places of the real machine are not looked at.
        program("ls", "test -e installed && echo installed; true");
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

    private List<String> asked() throws IOException {
        return Files.readAllLines(directory.resolve("log"));
    }

    private void program(String name, String does) throws IOException {
        write(Files.createDirectories(directory.resolve("programs")).resolve(name), does);
    }

    private void write(Path program, String does) throws IOException {
        Files.writeString(
                program,
                "#!/bin/sh\ncd %s\necho \"%s $*\" >>log\n%s\n".formatted(directory, program.getFileName(), does));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
