// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.macos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.ginnel.packaging.StandIns;
import org.ginnel.packaging.tree.Sources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripts, run by this system's shell in a folder, with programs of macOS that write down what they were asked.
class MacScriptsTest {
    private final MacTexts texts =
            new MacTexts(new Sources(Path.of("..").toAbsolutePath().normalize(), Path.of("no image"), Instant.EPOCH));

    @TempDir
    Path directory;

    private StandIns standIns;

    @BeforeEach
    void pretendToBeAMac() throws IOException {
        standIns = StandIns.in(directory, "bin");
        standIns.program("chown", "");
        standIns.program("chmod", "");
        standIns.program("sleep", "rm -f loaded");
        standIns.program(
                "dseditgroup", "case \"$2\" in create) : >group ;; delete) rm group ;; *) test -e group ;; esac");
        standIns.program("pkgutil", "");
        standIns.program("id", "echo 0");
        standIns.program("launchctl", """
                case "$1" in
                  print-disabled) cat disabled 2>/dev/null || true ;;
                  print) test -e loaded ;;
                  bootstrap) : >loaded ;;
                esac""");
    }

    @Test
    void scripts_areShell() throws IOException, InterruptedException {
        for (var text :
                List.of(texts.filled("postinstall"), texts.filled("ginnel-remove"), texts.launcher("ginneld"))) {
            var script = Files.writeString(directory.resolve("script"), text);

            assertThat(run("sh", "-n", script.toString())).isZero();
        }
    }

    @Test
    void aFirstInstallation_makesTheGroup_andStartsTheService() throws IOException, InterruptedException {
        assertThat(postinstall("/")).isZero();

        assertThat(directory.resolve("group")).exists();
        assertThat(standIns.asked())
                .contains("launchctl bootstrap system /Library/LaunchDaemons/org.ginnel.ginneld.plist")
                .doesNotContain("launchctl bootout system/org.ginnel.ginneld");
    }

    @Test
    void anUpgrade_startsTheNewServiceWhenTheOldOneIsForgotten() throws IOException, InterruptedException {
        Files.createFile(directory.resolve("loaded"));
        Files.createFile(directory.resolve("group"));

        assertThat(postinstall("/")).isZero();

        assertThat(standIns.asked())
                .containsSubsequence(
                        "launchctl bootout system/org.ginnel.ginneld",
                        "sleep 0.1",
                        "launchctl bootstrap system /Library/LaunchDaemons/org.ginnel.ginneld.plist")
                .noneMatch(line -> line.contains("-o create"));
    }

    @Test
    void aServiceThatWasSwitchedOff_staysOff() throws IOException, InterruptedException {
        for (var said : List.of("\"org.ginnel.ginneld\" => disabled", "\"org.ginnel.ginneld\" => true")) {
            Files.writeString(directory.resolve("disabled"), said);

            assertThat(postinstall("/")).isZero();
        }
        assertThat(standIns.asked()).noneMatch(line -> line.startsWith("launchctl bootstrap"));
    }

    @Test
    void onAnotherDisk_nothingIsStarted() throws IOException, InterruptedException {
        assertThat(postinstall("/Volumes/Other")).isZero();

        assertThat(standIns.asked())
                .contains("chmod 644 /Volumes/Other/Library/LaunchDaemons/org.ginnel.ginneld.plist")
                .noneMatch(line -> line.startsWith("launchctl"));
    }

    @Test
    void removing_leavesTheLoginAlone() throws IOException, InterruptedException {
        var installed = install("");

        assertThat(remove()).isZero();

        assertThat(installed).noneMatch(Files::exists);
        assertThat(state()).exists();
        assertThat(directory.resolve("group")).doesNotExist();
        assertThat(standIns.asked())
                .containsSubsequence(
                        "ginneld --socket " + directory + "/var/run/ginnel/ginneld.sock --state " + state().getParent()
                                + " --release",
                        "pkgutil --forget org.ginnel.pkg");
    }

    @Test
    void purging_leavesNothing() throws IOException, InterruptedException {
        var installed = install("");

        assertThat(remove("--purge")).isZero();

        assertThat(installed).noneMatch(Files::exists);
        assertThat(state().getParent()).doesNotExist();
    }

    @Test
    void whatCannotBeOpened_keepsItsPrograms() throws IOException, InterruptedException {
        var installed = install("exit 3");

        assertThat(remove("--purge")).isEqualTo(3);

        assertThat(installed).allMatch(Files::exists);
        assertThat(state()).exists();
    }

    @Test
    void aWordThatIsNotKnown_removesNothing() throws IOException, InterruptedException {
        var installed = install("");

        assertThat(remove("--all")).isEqualTo(64);

        assertThat(installed).allMatch(Files::exists);
    }

    /// @param ends what the daemon does at last
    private List<Path> install(String ends) throws IOException {
        var daemon = directory.resolve("Library/Ginnel/bin/ginneld");
        var service = directory.resolve("Library/LaunchDaemons/org.ginnel.ginneld.plist");
        var path = directory.resolve("etc/paths.d/ginnel");
        for (var file : List.of(daemon, service, path, state())) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
        Files.createDirectories(directory.resolve("Applications"));
        var window = Files.createSymbolicLink(directory.resolve("Applications/Ginnel.app"), daemon);
        standIns.write(daemon, ends);
        Files.createFile(directory.resolve("group"));
        return List.of(service, path, window, daemon);
    }

    private Path state() {
        return directory.resolve("Library/Application Support/Ginnel/state.json");
    }

    private int postinstall(String volume) throws IOException, InterruptedException {
        var script = Files.writeString(directory.resolve("postinstall"), texts.filled("postinstall"));
        return run("sh", script.toString(), "ginnel.pkg", "/", volume);
    }

    /// The script with its paths below the folder.
    private int remove(String... words) throws IOException, InterruptedException {
        var text = texts.filled("ginnel-remove")
                .replaceAll("(?<=[\\s\"])/(?=Library|Applications|etc|var)", directory + "/");
        var script = Files.writeString(directory.resolve("ginnel-remove"), text);
        return run(Stream.concat(Stream.of("sh", script.toString()), Stream.of(words))
                .toArray(String[]::new));
    }

    private int run(String... words) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("PATH", directory.resolve("bin") + ":/usr/bin:/bin");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var code = process.waitFor();
        assertThat(said).doesNotContain("not found");
        return code;
    }
}
