// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.control.Request;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Golden;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Snapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class FavouritesTest {
    /// One of them is no longer offered.
    private static final Scenario MARKED = Scenario.startingAs(
            Snapshots.withFavourites(Snapshots.loggedIn(), List.of("sa-east-1", "gone-1", "eu-west-1")));

    @Test
    void favourites_areATable_inTheOrderOfMarking() {
        try (var daemon = FakeDaemon.start(MARKED)) {
            var run = CommandLineRun.at(daemon.socket()).run("favourites");

            Golden.check("favourites.txt", run.transcript(daemon.socket()));
        }
    }

    @Test
    void json_isADocumentOfTheSchema() {
        try (var daemon = FakeDaemon.start(MARKED)) {
            var run = CommandLineRun.at(daemon.socket()).run("favourites", "--json");

            Golden.check("favourites.json", run.out());
            JsonSchema.ofDocs("favourites.schema.json").check(run.out());
        }
    }

    @Test
    void withoutAny_itSaysHowToMakeOne() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            assertThat(CommandLineRun.at(daemon.socket()).run("favourites").out())
                    .isEqualTo("There are no favourites. `ginnel favourites add SERVER` makes one.\n");
        }
    }

    @Test
    void add_marksWhatAPersonMeans_andRemoveTakesTheMarkAway() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var added = CommandLineRun.at(daemon.socket()).run("favourites", "add", "sao paulo");
            assertThat(added.out()).isEqualTo("S\u00e3o Paulo, Brazil (sa-east-1) is a favourite now.\n");
            assertThat(daemon.requests()).contains(new Request.Favour("sa-east-1", true));

            var removed = CommandLineRun.at(daemon.socket()).run("favourites", "remove", "sa-east-1", "--json");
            assertThat(removed.out()).contains("\"favourites\" : [ ]");
            JsonSchema.ofDocs("favourites.schema.json").check(removed.out());
            assertThat(daemon.snapshot().favourites()).isEmpty();
        }
    }

    @Test
    void whatIsNoLongerOffered_canBeTakenAway() {
        try (var daemon = FakeDaemon.start(MARKED)) {
            var run = CommandLineRun.at(daemon.socket()).run("favourites", "remove", "gone-1");

            assertThat(run.out()).isEqualTo("gone-1 is no favourite any more.\n");
            assertThat(daemon.snapshot().favourites()).containsExactly("sa-east-1", "eu-west-1");
        }
    }

    @Test
    void anUnknownServer_marksNothing_andSuggestsOne() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var run = CommandLineRun.at(daemon.socket()).run("favourites", "add", "Lundon");

            assertThat(run.code()).isEqualTo(ExitCode.NO_SUCH_SERVER);
            Golden.check("favourites-mistyped.txt", run.transcript(daemon.socket()));
            assertThat(daemon.snapshot().favourites()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "mark london", "add london paris"})
    void otherWords_areNotUnderstood(String words) {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var run = CommandLineRun.at(daemon.socket()).run(("favourites " + words).split(" ", -1));

            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(daemon.requests()).noneMatch(Request.Favour.class::isInstance);
        }
    }

    @Test
    void whoMayOnlyLook_marksNothing() {
        try (var daemon = FakeDaemon.start(Scenario.notPermitted())) {
            var run = CommandLineRun.at(daemon.socket()).run("favourites", "add", "london");

            assertThat(run.code()).isEqualTo(ExitCode.NOT_PERMITTED);
        }
    }
}
