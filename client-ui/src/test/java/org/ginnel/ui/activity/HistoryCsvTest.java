// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.ginnel.devkit.Servers;
import org.ginnel.history.DayUsage;
import org.ginnel.history.Ending;
import org.ginnel.history.History;
import org.ginnel.history.PastSession;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.Test;

class HistoryCsvTest {
    @Test
    void sessionsAndDays_areLines_andNamesOfOperatorsAreNoFormulas() {
        var history = new History(
                true,
                List.of(
                        session("Tokyo", new Ending.Lost(new ErrorCause.DeviceLost("ginnel0"))),
                        session("=HYPERLINK(\"http://evil\")", new Ending.StillUp()),
                        session("Washington, D.C.", new Ending.Paused())),
                List.of(new DayUsage(LocalDate.of(2026, 11, 21), "a", "S\u00e3o Paulo", "Brazil", 5, 6)));

        assertThat(HistoryCsv.sessions(history)).isEqualTo(lines("""
                        server,city,country,began,ended,ending,cause,received_bytes,sent_bytes
                        a,Tokyo,,2026-11-21T12:00:00Z,2026-11-21T12:00:00Z,lost,device_lost,1,2
                        a,"'=HYPERLINK(""http://evil"")",,2026-11-21T12:00:00Z,2026-11-21T12:00:00Z,still_up,,1,2
                        a,"Washington, D.C.",,2026-11-21T12:00:00Z,2026-11-21T12:00:00Z,paused,,1,2
                        """));
        assertThat(HistoryCsv.days(history)).isEqualTo(lines("""
                        day,server,city,country,received_bytes,sent_bytes
                        2026-11-21,a,S\u00e3o Paulo,Brazil,5,6
                        """));
    }

    /// As RFC 4180 ends them.
    private static String lines(String text) {
        return text.replace("\n", "\r\n");
    }

    private static PastSession session(String city, Ending ending) {
        return new PastSession("a", city, "", Servers.NOON, Servers.NOON, ending, 1, 2);
    }
}
