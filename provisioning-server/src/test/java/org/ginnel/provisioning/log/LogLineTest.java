// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

class LogLineTest {
    private static final Instant THEN = Instant.parse("2026-11-30T12:00:00Z");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void anEvent_isOneLineOfFields() {
        var pairs = List.of(new KeyValuePair("status", 200), new KeyValuePair("call", "/api/health"));

        assertThat(LogLine.text(THEN, Level.INFO, "org.ginnel.provisioning.api.Api", "call", pairs, null))
                .isEqualTo("time=2026-11-30T12:00:00.000Z level=INFO log=Api event=\"call\" status=\"200\""
                        + " call=\"/api/health\"\n");
    }

    @Test
    void whateverAValueHolds_itEndsNeitherTheLineNorItsField() {
        var forged = List.of(new KeyValuePair("why", "x\" level=\"ERROR\\\r\n\u0085\u2028time=\t"));

        var line = LogLine.text(THEN, Level.WARN, "A", "b", forged, null);

        assertThat(line).endsWith("why=\"x\\\" level=\\\"ERROR\\\\\\u000d\\n\\u0085\\u2028time=\\t\"\n");
        assertThat(line.strip().lines()).hasSize(1);
    }

    @Test
    void aCause_standsInTheSameLine() {
        var cause = new IllegalStateException("the disk", new IOException("is full"));

        var line = LogLine.text(THEN, Level.ERROR, "A", "failed", List.of(), cause);

        assertThat(line).contains(" cause=\"java.lang.IllegalStateException: the disk\\n\\tat ", "is full");
        assertThat(line.lines()).hasSize(1);
    }

    @Test
    void arguments_andFieldsOfAnEvent_areWritten_fromTheLevelOn() {
        var logger = new LineLogger("a.B", Optional.of(Level.INFO), new LogOutput(written));

        logger.info("{} of {}", 1, 2);
        logger.debug("never");
        logger.atWarn()
                .addKeyValue("server", "x-1")
                .setCause(new IOException("y"))
                .log("mended");
        logger.atDebug().log("never");

        assertThat(text().lines()
                        .map(line -> line.replaceFirst("time=\\S+ ", "").replaceFirst("\\\\n.*", "")))
                .containsExactly(
                        "level=INFO log=B event=\"1 of 2\"",
                        "level=WARN log=B event=\"mended\" server=\"x-1\" cause=\"java.io.IOException: y");
    }

    @Test
    void helidon_isNotHeard() {
        var provider = new LineProvider();

        assertThat(provider.getLoggerFactory().getLogger("io.helidon.webserver").isErrorEnabled())
                .isFalse();
        assertThat(provider.getLoggerFactory()
                        .getLogger("org.ginnel.provisioning")
                        .isInfoEnabled())
                .isTrue();
    }

    @Test
    void linesThatCouldNotBeWritten_areCountedInTheNextThatCan() {
        var full = new boolean[] {true, true, false, false};
        var next = new int[1];
        var output = new LogOutput(new OutputStream() {
            @Override
            public void write(int one) {
                written.write(one);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                if (full[next[0]++]) {
                    throw new IOException("no space left");
                }
                written.write(bytes, from, count);
            }
        });

        List.of("a\n", "b\n", "c\n", "d\n").forEach(output::write);

        assertThat(text()).isEqualTo("c missing_before=\"2\"\nd\n");
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
