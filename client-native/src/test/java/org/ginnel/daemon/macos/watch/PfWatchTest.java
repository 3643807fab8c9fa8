// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ginnel.daemon.process.Commands.Outcome;
import org.ginnel.daemon.process.Commands.Outcome.Exited;
import org.ginnel.daemon.process.Commands.Outcome.TimedOut;
import org.ginnel.daemon.process.ScriptedCommands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PfWatchTest {
    private static final Exited OURS = new Exited(0, "block drop all\n", "");
    private static final Exited NO_ANCHOR = new Exited(1, "", "pfctl: DIOCGETRULES: Invalid argument");

    private final ScriptedCommands commands = new ScriptedCommands();
    private final List<Runnable> looks = new ArrayList<>();
    private final AtomicInteger told = new AtomicInteger();

    @AfterEach
    void everythingExpectedRan() {
        commands.close();
    }

    private void start() {
        PfWatch.start(
                commands,
                (_, look) -> {
                    looks.add(look);
                    return looks::clear;
                },
                told::incrementAndGet);
    }

    private void look(Outcome rules, String status) {
        commands.expect(rules, "pfctl", "-a", "com.apple/000.ginnel", "-s", "rules");
        if (rules instanceof Exited) {
            commands.expect(
                    new Exited(0, "Status: " + status + " Debug: Urgent\n\nState Table  Total\n", ""),
                    "pfctl",
                    "-s",
                    "info");
        }
        looks.getFirst().run();
    }

    @Test
    void whatStays_isNotTold_howeverLong() {
        start();
        look(OURS, "Enabled for 0 days 00:00:01");
        look(OURS, "Enabled for 0 days 00:00:04");
        assertThat(told).hasValue(0);
    }

    @Test
    void rulesThatGo_andComeBack_areTold() {
        start();
        look(OURS, "Enabled for 0 days 00:00:01");
        look(NO_ANCHOR, "Enabled for 0 days 00:00:04");
        assertThat(told).hasValue(1);
        look(OURS, "Enabled for 0 days 00:00:07");
        assertThat(told).hasValue(2);
    }

    @Test
    void pf_thatIsSwitchedOff_isTold() {
        start();
        look(OURS, "Enabled for 0 days 00:00:01");
        look(OURS, "Disabled for 0 days 00:00:01");
        assertThat(told).hasValue(1);
    }

    @Test
    void whatIsNotListedInTime_isAsItWas() {
        start();
        look(OURS, "Enabled for 0 days 00:00:01");
        look(new TimedOut(), "");
        look(OURS, "Enabled for 0 days 00:00:07");
        assertThat(told).hasValue(0);
    }
}
