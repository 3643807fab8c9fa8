// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class SystemChildrenTest {
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final SystemChildren children = new SystemChildren(new SystemCommands(SystemCommands.SYSTEM_DIRECTORIES));

    @Test
    void startDetached_leadsASessionAndWritesItsLog(@TempDir Path directory) throws Exception {
        var log = directory.resolve("log");
        var script = "cut -d' ' -f6 /proc/self/stat; echo $$ $WORD $HOME; echo oops >&2";
        var child = children.startDetached(List.of("sh", "-c", script), Map.of("WORD", "hello"), log)
                .orElseThrow();
        var ended = new CountDownLatch(1);
        child.onExit(ended::countDown);
        assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
        var lines = Files.readAllLines(log);
        assertThat(lines.get(1)).isEqualTo(lines.getFirst() + " hello");
        assertThat(lines.get(2)).isEqualTo("oops");
    }

    /// As on macOS, which has no `setsid`: elsewhere nothing is begun without it.
    @Test
    void startDetached_whereThereIsNoSetsid_beginsOnlyWhatIsAbandoned(@TempDir Path directory) throws Exception {
        var shell = Files.createSymbolicLink(directory.resolve("sh"), Path.of("/bin/sh"));
        var commands = new SystemCommands(List.of(directory));
        var log = directory.resolve("log");
        var argv = List.of(shell.getFileName().toString(), "-c", "echo $WORD");
        assertThat(new SystemChildren(commands).startDetached(argv, Map.of("WORD", "hello"), log))
                .isEmpty();
        var child = SystemChildren.abandoned(commands)
                .startDetached(argv, Map.of("WORD", "hello"), log)
                .orElseThrow();
        var ended = new CountDownLatch(1);
        child.onExit(ended::countDown);
        assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(log).hasContent("hello");
    }

    @Test
    void getReady_beginsWithItsLastArgument_inASessionOfItsOwn(@TempDir Path directory) throws Exception {
        var log = directory.resolve("log");
        var script = "cut -d' ' -f6 /proc/self/stat; echo $$ $WORD $0";
        var ready = children.getReady(List.of("sh", "-c", script), Map.of("WORD", "hello"), log)
                .orElseThrow();
        assertThat(log).isEmptyFile();
        var child = ready.begin("ginnel0").orElseThrow();
        var ended = new CountDownLatch(1);
        child.onExit(ended::countDown);
        assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
        var lines = Files.readAllLines(log);
        assertThat(lines.get(1)).isEqualTo(lines.getFirst() + " hello ginnel0");
    }

    @Test
    void dismiss_whatWasReady_beginsNothing(@TempDir Path directory) throws Exception {
        var log = directory.resolve("log");
        var ready = children.getReady(List.of("echo"), Map.of(), log).orElseThrow();
        ready.dismiss();
        assertThat(ready.begin("late")).isEmpty();
        assertThat(log).isEmptyFile();
    }

    @Test
    void startTelling_tellsEachLine() throws InterruptedException {
        var told = new LinkedBlockingQueue<String>();
        var child = children.startTelling(List.of("sh", "-c", "echo one; echo two; sleep 60"), told::add)
                .orElseThrow();
        assertThat(told.poll(5, TimeUnit.SECONDS)).isEqualTo("one");
        assertThat(told.poll(5, TimeUnit.SECONDS)).isEqualTo("two");
        assertThat(child.isAlive()).isTrue();
        child.stop(GRACE);
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void stop_childThatIgnoresIt_isKilled() throws InterruptedException {
        var told = new LinkedBlockingQueue<String>();
        var script = "trap '' TERM; echo ready; while :; do sleep 1; done";
        var child =
                children.startTelling(List.of("sh", "-c", script), told::add).orElseThrow();
        assertThat(told.poll(5, TimeUnit.SECONDS)).isEqualTo("ready");
        child.stop(Duration.ofMillis(100));
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void start_missingProgram_isEmpty(@TempDir Path directory) throws IOException {
        var missing = List.of("no-such-program-of-ginnel");
        assertThat(children.startTelling(missing, line -> {})).isEmpty();
        assertThat(children.startDetached(missing, Map.of(), directory.resolve("log")))
                .isEmpty();
    }
}
