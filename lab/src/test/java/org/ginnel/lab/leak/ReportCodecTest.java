// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.lab.LabException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCodecTest {
    static final List<Report> REPORTS = List.of(
            new Report.OfTrial(
                    "Ginnel",
                    "kill -9 both",
                    new Result.Played(
                            2000,
                            Map.of("dns4", 3L, "other", 1L),
                            Optional.of(Duration.ofNanos(1_500_000_001)),
                            Map.of("tunnel again", Duration.ofMillis(250)),
                            List.of("left: \"a\"\nand b"))),
            new Report.OfTrial("wg-quick", "x", new Result.Played(0, Map.of(), Optional.empty(), Map.of(), List.of())),
            new Report.OfTrial("wg-quick", "x", new Result.NotPlayed("not supported: pause")),
            new Report.OfTrial("wg-quick", "x", new Result.Broken("the flood dried up")),
            new Report.OfKill("SWITCH, DAEMON killed, firewall closed: Connected", 1234, Optional.empty()),
            new Report.OfKill("could not be played", 0, Optional.of("CONNECT, 5 ms after the request, BOTH: no")));

    @ParameterizedTest
    @FieldSource("REPORTS")
    void decode_ofALine_isTheReport(Report report) {
        var line = ReportCodec.encode(report);
        assertThat(line).doesNotContain("\n");
        assertThat(ReportCodec.decode(line)).isEqualTo(report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "==> building the network", "{}", "[1]", "{\"kill\":1}"})
    void decode_ofAnythingElse_isRefused(String line) {
        assertThatThrownBy(() -> ReportCodec.decode(line)).isInstanceOf(LabException.class);
    }
}
