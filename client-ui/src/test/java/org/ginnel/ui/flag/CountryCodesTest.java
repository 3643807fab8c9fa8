// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.ginnel.devkit.Servers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryCodesTest {
    private final CountryCodes codes = CountryCodes.load();

    @ParameterizedTest
    @CsvSource({"Germany,de", "DE,de", "UK,gb", "USA,us", "Côte d'Ivoire,ci", "Türkiye,tr", "' Japan ',jp", "UAE,ae"})
    void aCountry_isFoundByWhatPeopleCallIt(String name, String code) {
        assertThat(codes.of(name)).contains(code);
    }

    @Test
    void whatIsNoCountry_hasNoFlag() {
        assertThat(codes.of("")).isEmpty();
        assertThat(codes.of("Atlantis")).isEmpty();
        assertThat(codes.of("../../x")).isEmpty();
    }

    @Test
    void everyReferenceServer_hasAFlag_andEveryFlagAPicture() {
        assertThat(Servers.REFERENCE).allSatisfy(server -> {
            var code = codes.of(server.country()).orElseThrow();
            assertThat(CountryCodes.class.getResource(code + ".png")).isNotNull();
        });
    }
}
