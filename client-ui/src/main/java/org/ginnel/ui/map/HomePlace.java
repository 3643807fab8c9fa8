// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.map;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where this machine roughly is: the city of its time zone, by the table that comes with the system's time zones
/// (`zone1970.tab`). Asks nobody.
public final class HomePlace {
    private static final Path TABLE = Path.of("/usr/share/zoneinfo/zone1970.tab");
    private static final long MAX_BYTES = 256 * 1024;

    /// ISO 6709: `+5002+00839` or `+404251-0740023`.
    private static final Pattern COORDINATES =
            Pattern.compile("([+-])(\\d{2})(\\d{2})(?:\\d{2})?([+-])(\\d{3})(\\d{2})(?:\\d{2})?");

    /// Where the city that a time zone is named after lies; empty when the system does not say.
    ///
    /// @param zone such as `Europe/Berlin`
    public static Optional<Route.Place> of(String zone) {
        try {
            return Files.size(TABLE) > MAX_BYTES
                    ? Optional.empty()
                    : in(Files.readString(TABLE, StandardCharsets.UTF_8), zone);
        } catch (IOException _) {
            return Optional.empty(); // no table, no home: the map shows the servers alone
        }
    }

    /// @param table lines of country codes, coordinates and zone, separated by tabs
    static Optional<Route.Place> in(String table, String zone) {
        return table.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells.length >= 3 && cells[2].equals(zone))
                .findFirst()
                .flatMap(cells -> place(cells[1]));
    }

    private static Optional<Route.Place> place(String coordinates) {
        var found = COORDINATES.matcher(coordinates);
        return found.matches()
                ? Optional.of(new Route.Place(
                        degrees(found.group(1), found.group(2), found.group(3)),
                        degrees(found.group(4), found.group(5), found.group(6))))
                : Optional.empty();
    }

    private static double degrees(String sign, String whole, String minutes) {
        var size = Integer.parseInt(whole) + Integer.parseInt(minutes) / 60.0;
        return sign.equals("-") ? -size : size;
    }

    private HomePlace() {}
}
