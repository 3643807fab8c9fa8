// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ginnel.tunnel.ErrorCause;

/// The tray's sentences in one language. What others name (servers, causes) is made fit for one line.
public final class TrayTexts {
    private final ResourceBundle bundle;
    private final Locale locale;
    private final Supplier<ZoneId> zone;
    private final Function<ErrorCause, String> causes;

    private TrayTexts(
            ResourceBundle bundle, Locale locale, Supplier<ZoneId> zone, Function<ErrorCause, String> causes) {
        this.bundle = bundle;
        this.locale = locale;
        this.zone = zone;
        this.causes = causes;
    }

    /// Reads the texts for `locale`, English where there are none.
    ///
    /// @param zone for times of day; asked for late
    /// @param causes a few words for each cause, such as the title the window shows, without a full stop
    public static TrayTexts of(Locale locale, Supplier<ZoneId> zone, Function<ErrorCause, String> causes) {
        var bundle = ResourceBundle.getBundle(
                "org.ginnel.ui.tray.tray",
                locale,
                // Else the system's language would come before English.
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new TrayTexts(bundle, locale, zone, causes);
    }

    String get(String key) {
        return bundle.getString(key);
    }

    String get(String key, Object argument) {
        return new MessageFormat(bundle.getString(key), locale).format(new Object[] {argument});
    }

    String timeOfDay(Instant time) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(time.atZone(zone.get()));
    }

    String get(String key, ErrorCause cause) {
        return get(key, OneLine.of(causes.apply(cause)));
    }
}
