// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify.macos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ginnel.ui.notify.Announcement.Topic;
import org.ginnel.ui.notify.Announcement.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ScriptBellTest {
    private final BlockingQueue<List<String>> ran = new LinkedBlockingQueue<>();

    /// What a server is called comes from an operator, and must stay a word.
    @Test
    void whatIsAnnounced_isAWord_neverAPartOfTheScript() throws InterruptedException {
        var bell = new ScriptBell(ran::add);
        bell.ring(Topic.TUNNEL, Urgency.CRITICAL, "Blocked\" & (do shell script \"id\")", "-e quit");

        assertThat(ran.poll(10, TimeUnit.SECONDS))
                .containsExactly(
                        "/usr/bin/osascript",
                        "-e",
                        "on run argv",
                        "-e",
                        "display notification (item 2 of argv) with title (item 1 of argv)",
                        "-e",
                        "end run",
                        "Blocked\" & (do shell script \"id\")",
                        "\u2013e quit");
        bell.close();
        bell.ring(Topic.TUNNEL, Urgency.LOW, "late", "");
        bell.close();
        assertThat(ran).isEmpty();
    }

    @Test
    void aProgramThatFails_orIsNotThere_harmsNobody() throws InterruptedException {
        var asked = new LinkedBlockingQueue<List<String>>();
        var bell = new ScriptBell(argv -> {
            asked.add(argv);
            return false;
        });
        bell.ring(Topic.TUNNEL, Urgency.LOW, "Connected", "");
        bell.ring(Topic.TUNNEL, Urgency.LOW, "Connected again", "");
        assertThat(asked.poll(10, TimeUnit.SECONDS)).contains("Connected");
        assertThat(asked.poll(10, TimeUnit.SECONDS)).contains("Connected again");
        bell.close();
    }

    @Test
    void aProgram_isWaitedFor_andMissingOnesAreNoError() {
        assertThat(new WaitedFor().run(List.of("true"))).isTrue();
        assertThat(new WaitedFor().run(List.of("false"))).isFalse();
        assertThat(new WaitedFor().run(List.of("/nonexistent/osascript"))).isFalse();
    }
}
