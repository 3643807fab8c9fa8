// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.ginnel.devkit.Golden;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/// `ginnel-join`, run by this system's shell with programs that write down what they were asked, and its policy.
class JoinTest {
    private static final Sources SOURCES =
            new Sources(Path.of("..").toAbsolutePath().normalize(), Path.of("no image"), Instant.EPOCH);
    private static final Blanks BLANKS = new Blanks(Map.of("HOME", "/usr/lib/ginnel"));

    @TempDir
    Path directory;

    private Path programs;
    private Path log;

    @BeforeEach
    void aMachineWithAnn_whoIsInNoGroup() throws IOException {
        programs = Files.createDirectory(directory.resolve("programs"));
        log = Files.createFile(directory.resolve("log"));
        program("pkexec", "exit 126");
        program("gpasswd", "");
        program("getent", """
                case "$*" in
                  'passwd 1000') echo 'ann:x:1000:1000:Ann:/home/ann:/bin/sh' ;;
                  'passwd 1001') echo '-x:x:1001:1001::/:/bin/sh' ;;
                  'group ginnel') echo 'ginnel:x:987:' ;;
                  *) exit 2 ;;
                esac""");
        idSays("0", "ann users");
    }

    @Test
    void whoPkexecNames_isPutIntoTheGroup() throws IOException, InterruptedException {
        assertThat(join(Map.of("PKEXEC_UID", "1000"))).isEqualTo("0: ann may connect and disconnect from now on.");

        assertThat(asked()).contains("gpasswd --add ann ginnel");
    }

    @Test
    void whoIsInIt_isLeftAlone() throws IOException, InterruptedException {
        idSays("0", "ann ginnel users");

        assertThat(join(Map.of("PKEXEC_UID", "1000"))).isEqualTo("0: ann may connect already.");
        idSays("1000", "ann ginnel users");
        assertThat(join(Map.of())).isEqualTo("0: ann may connect already.");
        assertThat(asked()).noneMatch(line -> line.startsWith("gpasswd") || line.startsWith("pkexec"));
    }

    @Test
    void nobodyElse_isLetIn() throws IOException, InterruptedException {
        for (var who : List.of("", "0", "00", "01000", "1002", "-1", "ann", "1000 --", "1000\n0", "99999999999")) {
            assertThat(join(Map.of("PKEXEC_UID", who))).as(who).startsWith("3: ginnel-join: ");
        }
        assertThat(join(Map.of("SUDO_UID", "1000", "SUDO_USER", "ann")))
                .startsWith("3: ginnel-join: who is to be let in");
        assertThat(join(Map.of("PKEXEC_UID", "1001"))).contains("has no name that can be in a group");
        assertThat(join(Map.of("PKEXEC_UID", "1000"), "ann")).startsWith("2: ginnel-join: takes no words");
        assertThat(asked()).noneMatch(line -> line.startsWith("gpasswd"));
    }

    @Test
    void withoutTheGroup_nothingIsDone() throws IOException, InterruptedException {
        program("getent", "[ \"$1\" = passwd ] && echo 'ann:x:1000:1000:Ann:/home/ann:/bin/sh'");

        assertThat(join(Map.of("PKEXEC_UID", "1000"))).startsWith("3: ginnel-join: there is no group ginnel");
        assertThat(asked()).noneMatch(line -> line.startsWith("gpasswd"));
    }

    @Test
    void aUser_isTakenToPkexec_whoseAnswerCounts() throws IOException, InterruptedException {
        idSays("1000", "ann users");

        assertThat(join(Map.of("PKEXEC_UID", "1000"))).isEqualTo("126: ");
        assertThat(asked()).contains("pkexec /usr/lib/ginnel/bin/ginnel-join");
    }

    @Test
    void withoutPkexec_theCommandThatDoesTheSameIsSaid() throws IOException, InterruptedException {
        idSays("1000", "ann users");
        Files.delete(programs.resolve("pkexec"));

        assertThat(join(Map.of()))
                .startsWith("3: ginnel-join: no pkexec is installed.")
                .endsWith("sudo usermod -aG ginnel ann");
    }

    @Test
    void thePolicy_isAsReviewed_andAsPolkitWantsIt() throws IOException, InterruptedException {
        var policy = BLANKS.fill(SOURCES.text("org.ginnel.Ginnel.policy"));

        Golden.check("polkit/org.ginnel.Ginnel.policy", policy);
        var dtd = Path.of("/usr/share/polkit-1/policyconfig-1.dtd");
        assumeTrue(Files.exists(dtd), "no polkit here");
        assertThatCode(() -> parse(policy, dtd)).doesNotThrowAnyException();
    }

    private static void parse(String policy, Path dtd) throws IOException, ParserConfigurationException, SAXException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setValidating(true);
        var parser = factory.newDocumentBuilder();
        parser.setEntityResolver((_, _) -> new InputSource(dtd.toUri().toString()));
        parser.setErrorHandler(new DefaultHandler() {
            @Override
            public void error(SAXParseException e) throws SAXException {
                throw e;
            }
        });
        parser.parse(new InputSource(new StringReader(policy)));
    }

    private void idSays(String uid, String groups) throws IOException {
        program("id", "case $1 in -u) echo %s ;; -un) echo ann ;; -Gn) echo %s ;; esac".formatted(uid, groups));
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(log);
    }

    private void program(String name, String does) throws IOException {
        var program = programs.resolve(name);
        Files.writeString(program, "#!/bin/sh\necho \"%s $*\" >>%s\n%s\n".formatted(name, log, does));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// @return the exit code and what was said
    private String join(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        var text = BLANKS.fill(SOURCES.text("ginnel-join"))
                .replace("PATH=/usr/sbin:", "PATH=" + programs + ":/usr/sbin:")
                .replace("/usr/bin/pkexec", programs.resolve("pkexec").toString());
        var script = Files.writeString(directory.resolve("ginnel-join"), text);
        return run(
                environment,
                Stream.concat(Stream.of("sh", script.toString()), Stream.of(words))
                        .toArray(String[]::new));
    }

    private static String run(Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + ": " + said.strip();
    }
}
