// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ginnel.ui.OneWindow.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneWindowTest {
    private static final Path DAEMON = Path.of("/run/ginnel/ginneld.sock");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path runtime;

    @Test
    void theSecondStart_bringsUpTheFirst() throws InterruptedException {
        var shown = new CountDownLatch(2);
        try (var first = ours(DAEMON)) {
            first.onStartedAgain(shown::countDown);

            assertThat(claim(DAEMON)).isEqualTo(new Claim.Theirs());
            assertThat(claim(DAEMON)).isEqualTo(new Claim.Theirs());
            assertThat(shown.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void afterTheFirstHasEnded_theNextIsTheOne() throws IOException {
        ours(DAEMON).close();
        try (var files = Files.list(runtime)) {
            assertThat(files).isEmpty();
        }

        ours(DAEMON).close();
    }

    @Test
    void closingTwice_leavesTheNextOneAlone() {
        var first = ours(DAEMON);
        first.close();
        try (var _ = ours(DAEMON)) {
            first.close();

            assertThat(claim(DAEMON)).isEqualTo(new Claim.Theirs());
        }
    }

    @Test
    void whatAKilledWindowLeft_isNoObstacle() throws IOException {
        ours(DAEMON);
        try (var files = Files.list(runtime)) {
            var left = files.findFirst().orElseThrow();
            Files.delete(left);
            Files.writeString(left, "");
        }

        ours(DAEMON).close();
    }

    @Test
    void windowsOfTwoDaemons_liveSideBySide() {
        try (var one = ours(DAEMON);
                var other = ours(Path.of("/tmp/lab/ginneld.sock"))) {
            assertThat(one).isNotSameAs(other);
        }
    }

    @Test
    void withoutADirectoryOfTheUsersOwn_nobodyCanTell() {
        assertThat(OneWindow.claim(Map.of(), DAEMON)).isEqualTo(new Claim.Unknown());
        assertThat(OneWindow.claim(Map.of("XDG_RUNTIME_DIR", "/nonexistent"), DAEMON))
                .isEqualTo(new Claim.Unknown());
    }

    private Claim claim(Path daemon) {
        return OneWindow.claim(Map.of("XDG_RUNTIME_DIR", runtime.toString()), daemon);
    }

    private OneWindow ours(Path daemon) {
        var claim = claim(daemon);
        assertThat(claim).isInstanceOf(Claim.Ours.class);
        return ((Claim.Ours) claim).window();
    }
}
