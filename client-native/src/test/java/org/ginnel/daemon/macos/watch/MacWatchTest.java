// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.port.SystemWatch.Change;
import org.ginnel.daemon.process.ScriptedCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines as `route(8)` of Darwin prints them.
class MacWatchTest {
    private final ScriptedCommands commands = new ScriptedCommands();
    private final List<Change> heard = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RTM_ADD: Add Route: len 132, pid: 512, seq 1, errno 0, flags:<UP,DONE,STATIC>",
                "RTM_DELETE: Delete Route: len 132, pid: 512, seq 1, errno 0, flags:<DONE,STATIC>",
                "RTM_NEWADDR: address being added to iface: len 84, metric 0, flags:<UP,CLONING>",
                "RTM_IFINFO: iface status change: len 112, if# 11, flags:<UP,BROADCAST,RUNNING>",
            })
    void hear_aChange_isTold(String line) {
        MacWatch.hear(line, heard::add);
        assertThat(heard).containsExactly(Change.PROTECTION, Change.NETWORK);
    }

    @Test
    void hear_whatChangesNothing_isNotTold() {
        for (var line : List.of(
                "got message of size 132 on Mon Nov 30 11:00:00 2026",
                "RTM_GET: Report Metrics: len 132, pid: 90, seq 1, errno 0, flags:<UP,GATEWAY,DONE>",
                "RTM_MISS: Lookup failed on this address: len 92",
                "RTM_ADD: Add Route: len 164, pid: 0, seq 0, errno 0, flags:<UP,HOST,DONE,LLINFO,WASCLONED,IFSCOPE>",
                "RTM_DELETE: Delete Route: len 132, pid: 0, seq 0, errno 0, flags:<UP,GATEWAY,HOST,DONE,WASCLONED>",
                "locks:  inits:",
                " default 192.168.1.1 default",
                "")) {
            MacWatch.hear(line, heard::add);
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void notice_isTheClockOrTheResolvers() {
        MacWatch.notice("com.apple.system.clock_set", heard::add);
        MacWatch.notice("com.apple.system.SystemConfiguration.dns_configuration 7", heard::add);
        MacWatch.notice("com.apple.system.timezone", heard::add);
        MacWatch.notice("", heard::add);
        assertThat(heard).containsExactly(Change.CLOCK, Change.PROTECTION);
    }

    /// `sys_iokit` is `err_system(0x38)`, 0xe0000000 (`IOMessage.h`, `IOReturn.h`).
    @Test
    void power_sleepIsAgreedTo_andWakingIsTold() {
        assertThat(PowerMessage.of(0xe000_0270)).isEqualTo(PowerMessage.ASKS);
        assertThat(PowerMessage.of(0xe000_0280)).isEqualTo(PowerMessage.ASKS);
        assertThat(PowerMessage.of(0xe000_0300)).isEqualTo(PowerMessage.AWAKE);
        assertThat(PowerMessage.of(0xe000_0290)).isEqualTo(PowerMessage.OTHER);
    }

    @Test
    void start_hearsEverybody_andCloseEndsThemAll() {
        var programs = new TellingPrograms();
        var wakes = new ArrayList<Runnable>();
        var ticking = new ArrayList<Runnable>();
        var running = new MacWatch(
                        programs,
                        commands,
                        (_, look) -> {
                            ticking.add(look);
                            return ticking::clear;
                        },
                        awake -> {
                            wakes.add(awake);
                            return Optional.of(wakes::clear);
                        })
                .start(heard::add);

        programs.say("route", "RTM_ADD: Add Route: len 132");
        programs.say("notifyutil", MacWatch.CLOCK_SET);
        wakes.getFirst().run();
        assertThat(heard).containsExactly(Change.PROTECTION, Change.NETWORK, Change.CLOCK, Change.CLOCK);

        running.close();
        assertThat(programs.running()).isEmpty();
        assertThat(wakes).isEmpty();
        assertThat(ticking).isEmpty();
    }

    @Test
    void start_withoutPrograms_watchesWhatItCan() {
        var running = new MacWatch(
                        new TellingPrograms("notifyutil"), commands, (_, _) -> () -> {}, _ -> Optional.empty())
                .start(heard::add);
        running.close();
        assertThat(heard).isEmpty();
    }
}
