// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.catalog;

import java.util.Locale;
import org.ginnel.relay.Server;
import org.ginnel.ui.text.Message;

/// Where a server stands, in words: never empty, at most 60 characters each, and on one line.
///
/// @param city what the operator calls the place, else the server's id
/// @param country its English name; empty when the operator gives none
public record Place(String city, String country) {
    private static final int LONGEST = 60;

    /// The place of that server. A country given as an ISO 3166 code is spelled out.
    public static Place of(Server server) {
        var city = oneLine(server.name());
        return new Place(city.isEmpty() ? server.id() : city, country(oneLine(server.country())));
    }

    /// The place on one line: `Frankfurt, Germany`.
    public Message message() {
        return country.isEmpty() ? Message.of("place.city", city) : Message.of("place.cityAndCountry", city, country);
    }

    private static String country(String given) {
        var isCode = given.length() == 2 && given.chars().allMatch(c -> c < 128 && Character.isLetter(c));
        return isCode ? Locale.of("", given.toUpperCase(Locale.ROOT)).getDisplayCountry(Locale.ENGLISH) : given;
    }

    private static String oneLine(String text) {
        var printable = text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return printable.toString().strip();
    }
}
