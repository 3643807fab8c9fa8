// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.demo;

import java.time.Duration;
import org.ginnel.lab.Lab;
import org.ginnel.lab.LabException;
import org.ginnel.lab.link.Link;

/// Changes the weather of a running lab as a person says it, one line each.
public final class Orders {
    /// What can be said.
    public static final String HELP = """
            rtt GATEWAY MS      round trip to a gateway, such as: rtt gw1 80
            jitter GATEWAY MS   up to so much more, each way
            loss GATEWAY SHARE  lost packets, 0 to 1, each way
            hole GATEWAY on|off everything to and from it vanishes
            online on|off       the client's line to the internet
            """;

    private final Lab lab;

    public Orders(Lab lab) {
        this.lab = lab;
    }

    /// Does what `line` says.
    ///
    /// @throws LabException when it says nothing that can be done, with what could be said
    public void obey(String line) {
        var words = line.strip().split("\\s+", -1);
        try {
            if (words.length == 2 && words[0].equals("online")) {
                lab.online(on(words[1]));
            } else if (words.length == 3) {
                change(words[0], lab.link(words[1]), words[2]);
            } else {
                throw notUnderstood(line);
            }
        } catch (IllegalArgumentException e) {
            throw new LabException("\"" + line + "\": " + e.getMessage(), e);
        }
    }

    private static void change(String what, Link link, String value) {
        switch (what) {
            case "rtt" -> link.roundTrip(milliseconds(value));
            case "jitter" -> link.jitter(milliseconds(value));
            case "loss" -> link.loss(Double.parseDouble(value));
            case "hole" -> link.hole(on(value));
            default -> throw notUnderstood(what);
        }
    }

    private static Duration milliseconds(String text) {
        return Duration.ofNanos(Math.round(Double.parseDouble(text) * 1e6));
    }

    private static boolean on(String text) {
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("say on or off, not " + text);
        };
    }

    private static LabException notUnderstood(String said) {
        return new LabException("\"" + said + "\" is none of these:\n" + HELP);
    }
}
