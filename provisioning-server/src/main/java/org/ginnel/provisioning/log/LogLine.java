// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

/// One event as one line, `time=... level=INFO log=Api event="call" status="200"`: values are in quotes, and whatever
/// they hold, a line break or a quote, neither ends the line nor begins another field. A cause is a field too.
final class LogLine {
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private LogLine() {}

    /// The line, with its line feed.
    ///
    /// @param logger only what follows its last dot is told
    static String text(
            Instant time,
            Level level,
            String logger,
            String event,
            List<KeyValuePair> values,
            @Nullable Throwable cause) {
        var line = new StringBuilder(160).append("time=");
        TIME.formatTo(time, line);
        line.append(" level=").append(level.name());
        line.append(" log=").append(logger, logger.lastIndexOf('.') + 1, logger.length());
        field(line, "event", event);
        for (var pair : values) {
            field(line, pair.key, String.valueOf(pair.value));
        }
        if (cause != null) {
            var trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace));
            field(line, "cause", trace.toString().strip());
        }
        return line.append('\n').toString();
    }

    private static void field(StringBuilder line, String name, String value) {
        line.append(' ').append(name).append("=\"");
        for (int i = 0; i < value.length(); i++) {
            quote(line, value.charAt(i));
        }
        line.append('"');
    }

    private static void quote(StringBuilder line, char c) {
        switch (c) {
            case '"', '\\' -> line.append('\\').append(c);
            case '\n' -> line.append("\\n");
            case '\t' -> line.append("\\t");
            default -> {
                if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                    line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    line.append(c);
                }
            }
        }
    }
}
