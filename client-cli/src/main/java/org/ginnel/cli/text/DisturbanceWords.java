// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import java.time.Duration;
import java.time.Instant;
import org.ginnel.tunnel.Disturbance;

/// What another program did to what protects this computer, in words.
public final class DisturbanceWords {
    private DisturbanceWords() {}

    /// For the moment when it happens.
    public static Line news(Disturbance disturbance) {
        return Line.of(Tone.WARNING, "Another program changed " + part(disturbance))
                .plus("; Ginnel put it back");
    }

    /// For later.
    static String since(Disturbance disturbance, Instant now) {
        var times = disturbance.times() > 1 ? ", " + disturbance.times() + " times so far" : "";
        return "another program changed " + part(disturbance) + " "
                + Amounts.duration(Duration.between(disturbance.last(), now)) + " ago" + times
                + "; Ginnel put it back";
    }

    private static String part(Disturbance disturbance) {
        return switch (disturbance.part()) {
            case FIREWALL -> "the firewall";
            case DEVICE -> "the tunnel's network device";
            case ROUTES -> "the routes";
            case DNS -> "the DNS settings";
            case STORE -> "Ginnel's own files";
        };
    }
}
