// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.log;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Passes warnings and errors on. The library behind is touched only when there is one, since it takes long to start.
record PlatformLog(String name) implements System.Logger {
    /// JavaFX says this of every program that is started from a class path, as ours is because it starts faster so.
    private static final String KNOWN = "Unsupported JavaFX configuration";

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isLoggable(Level level) {
        return level.getSeverity() >= Level.WARNING.getSeverity() && level != Level.OFF;
    }

    @Override
    public void log(
            Level level, @Nullable ResourceBundle bundle, @Nullable String message, @Nullable Throwable thrown) {
        if (isLoggable(level) && (message == null || !message.startsWith(KNOWN))) {
            var log = LoggerFactory.getLogger(name);
            if (level == Level.ERROR) {
                log.error(message, thrown);
            } else {
                log.warn(message, thrown);
            }
        }
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, @Nullable String format, @Nullable Object... facts) {
        var filled =
                format == null || facts == null || facts.length == 0 ? format : MessageFormat.format(format, facts);
        log(level, bundle, filled, (Throwable) null);
    }
}
