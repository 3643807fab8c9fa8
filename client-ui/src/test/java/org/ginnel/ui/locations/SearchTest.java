// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.locations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ginnel.control.Snapshot;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
    private static final Snapshot NOW = Snapshots.loggedIn();

    @ParameterizedTest
    @CsvSource({
        "sao paulo,sa-east-1",
        "SÃO,sa-east-1",
        "brasil,sa-east-1",
        "frnakfurt,eu-central-1",
        "franfurt,eu-central-1",
        "stokholm,eu-north-1",
        "singapoore,ap-southeast-1",
        "tokio,ap-northeast-1",
        "'germany frank',eu-central-1",
        "central-1 germany,eu-central-1",
        "kong,ap-east-1"
    })
    void accentsAndSmallSlips_areForgiven(String typed, String id) {
        assertThat(ids(typed)).containsExactly(id);
    }

    @Test
    void shortWords_areTakenAsTheyAre() {
        assertThat(ids("uk")).containsExactly("eu-west-1");
        assertThat(ids("mln")).isEmpty();
    }

    @Test
    void whatIsToTheLetter_comesBeforeWhatIsInside() {
        assertThat(ids("us")).startsWith("us-east-1", "us-west-1").contains("ap-southeast-2");
    }

    @Test
    void anything_canBeTyped() {
        for (var odd : List.of("\u0000", "((((", "\ud800", "a".repeat(100_000), "%s{0}")) {
            assertThat(ids(odd)).as(odd.substring(0, 1)).isEmpty();
        }
        assertThat(Search.of("   ").isEmpty()).isTrue();
    }

    private static List<String> ids(String typed) {
        return LocationLines.found(Servers.measured(Servers.REFERENCE), NOW, false, Search.of(typed)).stream()
                .map(line -> ((LocationRow) line).serverId())
                .flatMap(Optional::stream)
                .toList();
    }
}
