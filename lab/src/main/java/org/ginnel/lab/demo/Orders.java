// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.demo;

import java.io.IOException;
import java.time.Duration;
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
            api on|off|html     the operator's API runs, is gone, or answers with an error page
            daemon on|off       ginneld runs, or was killed as by kill -9
            """;

    private final Demo demo;
    private final ErrorPage errorPage;

    public Orders(Demo demo) {
        this.demo = demo;
        this.errorPage = new ErrorPage(demo);
    }

    /// Does what `line` says.
    ///
    /// @throws LabException when it says nothing that can be done, with what could be said
    public void obey(String line) {
        var words = line.strip().split("\\s+", -1);
        try {
            switch (words.length) {
                case 2 -> change(words[0], words[1]);
                case 3 -> change(words[0], demo.lab().link(words[1]), words[2]);
                default -> throw notUnderstood(line);
            }
        } catch (IllegalArgumentException | IOException e) {
            throw new LabException("\"" + line + "\": " + e.getMessage(), e);
        }
    }

    private void change(String what, String value) throws IOException {
        switch (what) {
            case "online" -> demo.lab().online(on(value));
            case "api" -> api(value);
            case "daemon" -> daemon(on(value));
            default -> throw notUnderstood(what);
        }
    }

    private void api(String value) throws IOException {
        var page = value.equals("html");
        var up = !page && on(value);
        errorPage.takeAway();
        demo.operator().stopApi();
        if (page) {
            errorPage.putUp();
        }
        if (up) {
            demo.operator().startApi();
        }
    }

    private void daemon(boolean on) throws IOException {
        if (on) {
            demo.daemon().restart();
        } else {
            demo.daemon().kill();
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
