// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ginnel.cli.json.HistoryJson;
import org.ginnel.cli.json.JsonText;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.control.Request;
import org.ginnel.devkit.Causes;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Golden;
import org.ginnel.devkit.Histories;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Servers;
import org.ginnel.history.Ending;
import org.ginnel.history.History;
import org.ginnel.history.PastSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HistoryTest {
    private static final Scenario USED = Scenario.connected().remembering(Histories.threeWeeks(Servers.NOON));

    @Test
    void sessions_areATable() {
        try (var daemon = FakeDaemon.start(USED)) {
            Golden.check(
                    "history.txt",
                    CommandLineRun.at(daemon.socket()).run("history").transcript(daemon.socket()));
        }
    }

    @Test
    void json_isADocumentOfTheSchema_whateverEndedASession() {
        try (var daemon = FakeDaemon.start(USED)) {
            var run = CommandLineRun.at(daemon.socket()).run("history", "--json");

            Golden.check("history.json", run.out());
            JsonSchema.ofDocs("history.schema.json").check(run.out());
        }
        var lost = Causes.ALL.stream()
                .map(cause -> new PastSession("a", "A", "B", Servers.NOON, Servers.NOON, new Ending.Lost(cause), 1, 2))
                .toList();
        JsonSchema.ofDocs("history.schema.json")
                .check(JsonText.pretty(HistoryJson.of(new History(true, lost, List.of()))));
    }

    @Test
    void off_forgetsAndSaysSo_andOnBeginsAnew() {
        try (var daemon = FakeDaemon.start(USED)) {
            assertThat(CommandLineRun.at(daemon.socket()).run("history", "off").out())
                    .isEqualTo("Everything was forgotten, and nothing is remembered from now on.\n");
            assertThat(CommandLineRun.at(daemon.socket()).run("history").out())
                    .isEqualTo("Nothing is remembered. `ginnel history on` remembers from then on.\n");
            CommandLineRun.at(daemon.socket()).run("history", "on");
            assertThat(CommandLineRun.at(daemon.socket()).run("history").out())
                    .isEqualTo("There was no tunnel yet, or it was forgotten.\n");
        }
    }

    @Test
    void delete_forgets() {
        try (var daemon = FakeDaemon.start(USED)) {
            CommandLineRun.at(daemon.socket()).run("history", "delete");

            assertThat(daemon.requests()).contains(new Request.DeleteHistory());
        }
    }

    @Test
    void anotherWord_isNotUnderstood_andWhoMayOnlyLook_seesNothing() {
        try (var daemon = FakeDaemon.start(Scenario.notPermitted())) {
            assertThat(CommandLineRun.at(daemon.socket())
                            .run("history", "shred")
                            .code())
                    .isEqualTo(ExitCode.USAGE);
            assertThat(CommandLineRun.at(daemon.socket()).run("history").code()).isEqualTo(ExitCode.NOT_PERMITTED);
        }
    }
}
