// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ginnel.relay.Server;
import org.ginnel.ui.text.Words;
import org.junit.jupiter.api.Test;

class PlaceTest {
    @Test
    void aCountryCode_isSpelledOut() {
        assertThat(Place.of(server("Frankfurt", "de")).country()).isEqualTo("Germany");
        assertThat(Place.of(server("London", "UK")).country()).isNotBlank();
    }

    @Test
    void aNamelessServer_isCalledByItsId() {
        assertThat(Place.of(server(" ", "")).message().facts()).containsExactly("eu-1");
    }

    @Test
    void hostileNames_stayOnOneShortLine() {
        var place = Place.of(server("a\nb\u202ec" + "x".repeat(500), "Ger\tmany"));

        assertThat(place.city()).hasSizeLessThanOrEqualTo(60).doesNotContain("\n", "\u202e");
        assertThat(Words.english().say(place.message())).endsWith(", Ger many");
    }

    private static Server server(String name, String country) {
        return new Server(
                "eu-1", name, "203.0.113.1", 51820, "eu", country, "basic", 0, 0, Optional.empty(), Optional.empty());
    }
}
