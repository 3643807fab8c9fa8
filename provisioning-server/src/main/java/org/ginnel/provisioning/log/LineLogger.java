// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

/// Logs from a level on, as lines.
final class LineLogger extends LegacyAbstractLogger implements LoggingEventAware {
    private static final long serialVersionUID = 1L;

    private final transient LogOutput output;
    private final transient Optional<Level> from;

    /// @param from the least that is told; nothing when empty
    LineLogger(String name, Optional<Level> from, LogOutput output) {
        this.name = name;
        this.from = from;
        this.output = output;
    }

    private boolean tells(Level level) {
        return from.filter(least -> level.toInt() >= least.toInt()).isPresent();
    }

    @Override
    public void log(LoggingEvent event) {
        var pairs = event.getKeyValuePairs();
        write(
                event.getLevel(),
                event.getMessage(),
                event.getArgumentArray(),
                pairs == null ? List.of() : pairs,
                event.getThrowable());
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String message,
            Object @Nullable [] arguments,
            @Nullable Throwable cause) {
        write(level, message, arguments, List.of(), cause);
    }

    private void write(
            Level level,
            String message,
            Object @Nullable [] arguments,
            List<org.slf4j.event.KeyValuePair> values,
            @Nullable Throwable cause) {
        var text = arguments == null ? message : MessageFormatter.basicArrayFormat(message, arguments);
        output.write(LogLine.text(Instant.now(), level, name, text, values, cause));
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    public boolean isTraceEnabled() {
        return tells(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return tells(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return tells(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return tells(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return tells(Level.ERROR);
    }
}
