// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ginnel.cli.ServerNames.Meaning;
import org.ginnel.devkit.Servers;
import org.ginnel.relay.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerNamesTest {
    @ParameterizedTest
    @CsvSource({
        "Tokio,ap-northeast-1",
        "tok,ap-northeast-1",
        "eu-wst-1,eu-west-1",
        "germany,eu-central-1",
        "Singapur,ap-southeast-1"
    })
    void whatIsNearlyRight_isSuggestedFirst(String word, String id) {
        assertThat(ServerNames.meaningOf(word, Servers.REFERENCE))
                .isInstanceOfSatisfying(
                        Meaning.None.class,
                        none -> assertThat(none.nearest()).first().isEqualTo(Servers.byId(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "---", "\u001b", "Atlantis", "zzzzzzzz"})
    void whatIsFarOff_bringsNoSuggestion(String word) {
        assertThat(ServerNames.meaningOf(word, Servers.REFERENCE)).isEqualTo(new Meaning.None(List.of()));
    }

    @Test
    void suggestions_areAFew() {
        assertThat(ServerNames.meaningOf("City", Servers.many(1000)))
                .isInstanceOfSatisfying(
                        Meaning.None.class, none -> assertThat(none.nearest()).hasSize(3));
    }

    @Test
    void anExactId_winsOverACityOfThatName() {
        var servers = List.of(named("paris", "London"), named("x", "paris"));

        assertThat(ServerNames.meaningOf("paris", servers)).isEqualTo(new Meaning.One(servers.getFirst()));
    }

    @Test
    void anEndlessWord_isNoTrouble() {
        assertThat(ServerNames.meaningOf("x".repeat(1_000_000), Servers.many(1000)))
                .isInstanceOf(Meaning.None.class);
    }

    private static Server named(String id, String name) {
        var base = Servers.REFERENCE.getFirst();
        return new Server(id, name, "h", 1, "r", "c", "pro", 0, 0, base.probePort(), base.load());
    }
}
