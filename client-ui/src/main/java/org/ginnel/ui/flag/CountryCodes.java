// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.flag;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ginnel.ui.text.Letters;

/// Finds the two letters of a country (ISO 3166-1) by its English name, by the short names people use, or by the
/// letters themselves. Knows nothing of what it cannot find, and never guesses.
public final class CountryCodes {
    /// What operators write and the list of names does not have.
    private static final Map<String, String> ALSO = Map.ofEntries(
            Map.entry("uk", "gb"),
            Map.entry("great britain", "gb"),
            Map.entry("england", "gb"),
            Map.entry("usa", "us"),
            Map.entry("united states", "us"),
            Map.entry("america", "us"),
            Map.entry("uae", "ae"),
            Map.entry("korea", "kr"),
            Map.entry("republic of korea", "kr"),
            Map.entry("czechia", "cz"),
            Map.entry("holland", "nl"),
            Map.entry("russian federation", "ru"),
            Map.entry("turkiye", "tr"),
            Map.entry("viet nam", "vn"),
            Map.entry("hong kong sar", "hk"),
            Map.entry("macedonia", "mk"),
            Map.entry("moldova", "md"),
            Map.entry("bolivia", "bo"),
            Map.entry("venezuela", "ve"),
            Map.entry("ivory coast", "ci"),
            Map.entry("burma", "mm"));

    private final Map<String, String> byName;

    private CountryCodes(Map<String, String> byName) {
        this.byName = Map.copyOf(byName);
    }

    /// Those that there is a flag for.
    public static CountryCodes load() {
        var byName = new HashMap<>(ALSO);
        try (var in = Objects.requireNonNull(CountryCodes.class.getResourceAsStream("names.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> {
                var code = line.substring(0, 2);
                byName.put(code, code);
                byName.put(line.substring(3), code);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("names.txt is not readable", e);
        }
        return new CountryCodes(byName);
    }

    /// The two letters in lower case; empty for what is no country that is known.
    public Optional<String> of(String country) {
        return Optional.ofNullable(byName.get(Letters.plain(country.strip())));
    }
}
