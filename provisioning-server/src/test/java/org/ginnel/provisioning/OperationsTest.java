// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ginnel.provisioning.fleet.Blueprint;
import org.ginnel.provisioning.fleet.FleetFileException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What operators take from `operations` and `systemd`: it fits the programs that it is for.
class OperationsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path OPERATIONS = ROOT.resolve("provisioning-server/operations");
    private static final String TOKEN = "a".repeat(40);

    @TempDir
    private Path directory;

    @Test
    void example_hasFifteenServers_ofWhichThreeAreForEverybody() throws FleetFileException {
        var example = Blueprint.read(OPERATIONS.resolve("example.yaml"));

        assertThat(example.fleet().visibleTo("pro")).hasSize(15);
        assertThat(example.fleet().visibleTo("basic")).hasSize(3);
        assertThat(example.fleet().gateways())
                .allMatch(gateway -> gateway.agentToken().isPresent());
        assertThat(example.users()).isEmpty();
    }

    @Test
    void everyQueryOfTheDashboard_asksForMetricsAndLabelsThatThereAre() throws IOException, FleetFileException {
        var metrics = metrics();
        var dashboard = new ObjectMapper().readTree(Files.readString(OPERATIONS.resolve("grafana-dashboard.json")));
        var queries = dashboard.findValuesAsText("expr");
        assertThat(queries).hasSizeGreaterThan(10);
        for (var query : queries) {
            var found = Pattern.compile("(ginnel_\\w+)(?:\\{([^}]*)})?").matcher(query);
            var names = 0;
            for (; found.find(); names++) {
                assertThat(metrics).as(query).containsKey(found.group(1));
                var labels = Pattern.compile("(\\w+)(?:=~|!=|!~|=)\"")
                        .matcher(found.group(2) == null ? "" : found.group(2))
                        .results()
                        .map(label -> label.group(1))
                        .toList();
                assertThat(metrics.get(found.group(1))).as(query).containsAll(labels);
            }
            assertThat(names).as(query).isPositive();
        }
        for (var by : queries) {
            Pattern.compile("by \\(([^)]*)\\)")
                    .matcher(by)
                    .results()
                    .flatMap(group -> Stream.of(group.group(1).split(", ", -1)))
                    .forEach(label ->
                            assertThat(metrics.get("ginnel_calls_total")).contains(label));
        }
    }

    /// The names of what is told, with the labels of each, while a gateway is there.
    private Map<String, Set<String>> metrics() throws FleetFileException {
        var fleet = Blueprint.parse("""
                servers:
                  - {id: x-1, name: X, endpoint: 192.0.2.1, port: 51820, region: x, country: X, tier: basic,
                     latitude: 0, longitude: 0, ipv4: 10.7.0.0/24, agent_token: %s}
                """.formatted(TOKEN).getBytes(StandardCharsets.UTF_8))
                .fleet();
        try (var server = TestServer.start(TestServer.settings(directory).withFleet(fleet))) {
            server.get("/agent/v1/peers", "Authorization", "Bearer " + TOKEN);
            server.post(
                    "/agent/v1/use",
                    "{\"load\":0.5,\"peers\":[]}",
                    "Authorization",
                    "Bearer " + TOKEN,
                    "Content-Type",
                    "application/json");
            var names = new HashMap<String, Set<String>>();
            for (var line : server.raw("/metrics").lines().toList()) {
                var sample = Pattern.compile("(\\w+)(?:\\{(.*)})? \\S+").matcher(line);
                if (sample.matches()) {
                    var labels = Pattern.compile("(\\w+)=\"")
                            .matcher(sample.group(2) == null ? "" : sample.group(2))
                            .results()
                            .map(label -> label.group(1))
                            .collect(Collectors.toSet());
                    names.put(sample.group(1), labels);
                }
            }
            return names;
        }
    }

    @Test
    void unit_startsTheServiceWithOptionsThatThereAre() throws IOException {
        var unit = Files.readString(ROOT.resolve("provisioning-server/systemd/ginnel-provisioning.service"));
        var start = unit.replace("\\\n", " ")
                .lines()
                .filter(line -> line.startsWith("ExecStart="))
                .findFirst()
                .orElseThrow()
                .replace("${DATABASE}", said(unit, "DATABASE"))
                .replace("${LISTEN}", said(unit, "LISTEN"))
                .replace("$OPTIONS", "--trusted-proxy 127.0.0.0/8");
        assertThat(start).doesNotContain("$");
        var words = List.of(start.split("\\s+", -1));

        var parsed = Commands.line(_ -> Optional.empty())
                .parseArgs(words.subList(1, words.size()).toArray(String[]::new));

        assertThat(parsed.subcommand().commandSpec().name()).isEqualTo("serve");
        assertThat(ServeLine.read(words.subList(1, words.size()), _ -> Optional.empty()))
                .isPresent();
    }

    /// What a variable is where the operator says nothing.
    private static String said(String unit, String variable) {
        var found = Pattern.compile("^Environment=.*\\b" + variable + "=(\\S+)", Pattern.MULTILINE)
                .matcher(unit);
        assertThat(found.find()).as(variable).isTrue();
        return found.group(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provisioning-server/systemd/ginnel-provisioning.service",
                "gateway-agent/systemd/ginnel-gateway@.service"
            })
    void units_areUnderstoodBySystemd_andLeaveLittleOpen(String unit) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "no systemd-analyze here");
        var copy = directory.resolve(Path.of(unit).getFileName().toString());
        Files.writeString(copy, Files.readString(ROOT.resolve(unit)).replaceAll("/usr/bin/ginnel-\\w+", "/bin/true"));

        assertThat(run("systemd-analyze", "verify", copy.toString())).isEmpty();
        assertThat(run("systemd-analyze", "security", "--offline=yes", "--threshold=20", copy.toString()))
                .contains("Overall exposure level");
    }

    /// `bin/service-package` fills the blanks; on a machine without systemd as on one with it nothing is started.
    @ParameterizedTest
    @CsvSource({
        "postinst,configure,,is installed and not started",
        "postinst,configure,0.1.0,",
        "postinst,abort-upgrade,0.1.0,",
        "prerm,upgrade,0.1.0,",
        "postrm,remove,,Peers that a device has stay in it",
        "postrm,upgrade,0.1.0,"
    })
    void packages_startNothing_andRemoveNothingThatSomebodyMayWant(
            String script, String step, @Nullable String before, @Nullable String said)
            throws IOException, InterruptedException {
        var configured = Files.createDirectory(directory.resolve("etc"));

        var printed = runScript(script, step, before == null ? "" : before);

        assertThat(printed).doesNotContain("@");
        assertThat(printed).contains(said == null ? "" : said);
        assertThat(printed.isEmpty()).isEqualTo(said == null);
        assertThat(configured).exists();
    }

    @Test
    void packages_leaveNothingWhenTheyArePurged() throws IOException, InterruptedException {
        Files.createDirectories(directory.resolve("etc/ginnel-gateway"));
        Files.createDirectories(directory.resolve("etc/systemd/system/multi-user.target.wants"));
        var enabled = directory.resolve("etc/systemd/system/multi-user.target.wants/ginnel-gateway@wg0.service");
        Files.createSymbolicLink(enabled, Path.of("/usr/lib/systemd/system/ginnel-gateway@.service"));
        var others = Files.createFile(directory.resolve("etc/systemd/system/multi-user.target.wants/other.service"));

        runScript("postrm", "purge", "");

        assertThat(directory.resolve("etc/ginnel-gateway")).doesNotExist();
        assertThat(Files.isSymbolicLink(enabled)).isFalse();
        assertThat(others).exists();
    }

    /// Runs a script of the gateway's package, as if the directory of this test were the root.
    private String runScript(String script, String... steps) throws IOException, InterruptedException {
        assumeFalse(Files.isDirectory(Path.of("/run/systemd/system")), "it would talk to this machine's systemd");
        var text = Files.readString(ROOT.resolve("provisioning-server/debian").resolve(script))
                .replace("@NAME@", "ginnel-gateway")
                .replace("@UNITS@", "'ginnel-gateway@*.service'")
                .replace(" /etc/", " " + directory + "/etc/")
                .replace(" /var/", " " + directory + "/var/");
        var filled = Files.writeString(directory.resolve(script), text);
        var words = new ArrayList<>(List.of("sh", "-e", filled.toString()));
        words.addAll(List.of(steps));
        return run(words.toArray(String[]::new));
    }

    /// @return what it printed; it has to end well
    private static String run(String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
