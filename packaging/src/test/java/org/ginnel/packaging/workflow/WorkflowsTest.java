// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.workflow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// What can be held of workflow files on a machine that cannot run them.
class WorkflowsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path FOLDER = ROOT.resolve(".github/workflows");
    private static final Pattern PINNED = Pattern.compile("[\\w-]+/[\\w-]+@[0-9a-f]{40}");
    private static final Pattern COMMENTED =
            Pattern.compile("uses: [\\w-]+/[\\w-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");
    private static final Pattern OURS = Pattern.compile("(?<![\\w./-])(?:bin|packaging)/[\\w./-]+(?![\\w./*-])");
    private static final Pattern TARGET = Pattern.compile("\\bmake ([a-z-]+)");
    private static final int LONGEST_MINUTES = 90;

    static Stream<Path> workflows() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void everySystem_isBuiltAndPackaged() throws IOException {
        var runners = workflows()
                .map(WorkflowsTest::text)
                .map(text -> Stream.of("ubuntu-24.04", "ubuntu-24.04-arm", "macos-15-intel", "macos-15", "windows-2025")
                        .filter(runner -> Pattern.compile("\\b" + runner + "(?![\\w-])")
                                .matcher(text)
                                .find())
                        .collect(Collectors.toSet()));

        assertThat(runners).hasSize(2).allSatisfy(all -> assertThat(all).hasSize(5));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyJob_hasATimeLimit_andMayOnlyRead(Path file) {
        var workflow = read(file);

        assertThat(workflow.get("permissions")).isEqualTo(Map.of("contents", "read"));
        assertThat(map(in(workflow, "on"))).doesNotContainKey("pull_request_target");
        assertThat(jobs(workflow)).isNotEmpty().allSatisfy(job -> {
            assertThat(job).doesNotContainKeys("permissions", "secrets").containsKey("timeout-minutes");
            assertThat((Integer) in(job, "timeout-minutes")).isBetween(1, LONGEST_MINUTES);
        });
        assertThat(text(file)).doesNotContain("secrets.");
    }

    /// A tag can be moved to another commit; the comment says which one the commit was.
    @ParameterizedTest
    @MethodSource("workflows")
    void everyAction_isACommit_andKeepsNoCredentials(Path file) {
        var used = steps(read(file)).filter(step -> step.containsKey("uses")).toList();

        assertThat(used)
                .isNotEmpty()
                .allSatisfy(step -> assertThat(in(step, "uses").toString()).matches(PINNED));
        assertThat(COMMENTED.matcher(text(file)).results()).hasSameSizeAs(used);
        assertThat(used.stream().filter(step -> in(step, "uses").toString().startsWith("actions/checkout@")))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(map(in(step, "with"))).containsEntry("persist-credentials", false));
    }

    /// An action has one commit in all of them.
    @Test
    void everyAction_isTheSameEverywhere() throws IOException {
        var commits = workflows()
                .flatMap(file -> steps(read(file)))
                .filter(step -> step.containsKey("uses"))
                .map(step -> in(step, "uses").toString().split("@", 2))
                .collect(Collectors.groupingBy(use -> use[0], Collectors.mapping(use -> use[1], Collectors.toSet())));

        assertThat(commits.values())
                .isNotEmpty()
                .allSatisfy(of -> assertThat(of).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void whatIsRun_isInTheRepository(Path file) throws IOException {
        var made = Pattern.compile("(?m)^([a-z-]+):")
                .matcher(Files.readString(ROOT.resolve("Makefile")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        var commands = commands(read(file));

        assertThat(commands).isNotEmpty();
        for (var command : commands) {
            TARGET.matcher(command).results().forEach(found -> assertThat(made).contains(found.group(1)));
            OURS.matcher(command)
                    .results()
                    .map(found -> ROOT.resolve(found.group()))
                    .forEach(program -> {
                        if (!program.startsWith(ROOT.resolve("packaging/target"))) {
                            assertThat(program).as(command).isExecutable();
                        }
                    });
            assertThat(command).as("nothing from outside becomes a command").doesNotContain("${{");
        }
    }

    /// So that the test above has something to hold.
    @Test
    void packages_areMadeAndTriedByOurScripts() {
        var programs = commands(read(FOLDER.resolve("packages.yml"))).stream()
                .flatMap(command -> OURS.matcher(command).results().map(MatchResult::group))
                .collect(Collectors.toSet());

        assertThat(programs).containsAll(Set.of("bin/desktop-package", "packaging/src/smoke/smoke"));
    }

    @Test
    void scripts_areBash() throws IOException, InterruptedException {
        var ours = Stream.of("bin/desktop-package", "bin/desktop-test", "bin/native-part", "bin/packing");
        var smoke = Stream.of("smoke", "linux", "macos", "windows").map(name -> "packaging/src/smoke/" + name);
        for (var script : Stream.concat(ours, smoke).toList()) {
            var process = new ProcessBuilder("bash", "-n", ROOT.resolve(script).toString())
                    .inheritIO()
                    .start();
            assertThat(process.waitFor()).as(script).isZero();
        }
    }

    private static List<String> commands(Map<String, Object> workflow) {
        return steps(workflow)
                .filter(step -> step.containsKey("run"))
                .map(step -> in(step, "run").toString())
                .toList();
    }

    private static Stream<Map<String, Object>> steps(Map<String, Object> workflow) {
        return jobs(workflow).stream()
                .flatMap(job -> ((List<?>) in(job, "steps")).stream())
                .map(WorkflowsTest::map);
    }

    private static List<Map<String, Object>> jobs(Map<String, Object> workflow) {
        return map(in(workflow, "jobs")).values().stream()
                .map(WorkflowsTest::map)
                .toList();
    }

    private static Map<String, Object> read(Path file) {
        return map(new Load(LoadSettings.builder().build()).loadFromString(text(file)));
    }

    private static Map<String, Object> map(Object value) {
        return ((Map<?, ?>) value)
                .entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .collect(Collectors.toMap(entry -> (String) entry.getKey(), Map.Entry::getValue));
    }

    private static Object in(Map<String, Object> map, String key) {
        return requireNonNull(map.get(key), key);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
