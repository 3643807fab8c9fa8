// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.preferences;

import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/// A value of the user's key `Run`, which Windows starts at login (Run and RunOnce Registry Keys). Who switches it
/// off in the Task Manager keeps the value, and is asked nothing here. Never run on Windows so far.
public final class RunKey implements LoginStart {
    /// Below the user's own part of the registry.
    static final String KEY = "Software\\Microsoft\\Windows\\CurrentVersion\\Run";

    private static final String NAME = "Ginnel";

    /// A path that stands for itself between quotes.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]:\\\\[A-Za-z0-9 ._\\\\()+-]+");

    /// The user's own part of the registry, `HKEY_CURRENT_USER`.
    public interface Registry {
        /// Whether there is such a value.
        ///
        /// @throws RuntimeException when Windows refuses
        boolean has(String key, String name);

        /// Makes it so.
        ///
        /// @throws RuntimeException when Windows refuses
        void set(String key, String name, String text);

        /// Takes it away.
        ///
        /// @throws RuntimeException when Windows refuses
        void delete(String key, String name);
    }

    private final Registry registry;
    private final String launcher;

    /// @param launcher what starts the window
    public RunKey(Registry registry, String launcher) {
        this.registry = registry;
        this.launcher = launcher;
    }

    @Override
    public Optional<Boolean> isOn() {
        try {
            return PLAIN.matcher(launcher).matches() ? Optional.of(registry.has(KEY, NAME)) : Optional.empty();
        } catch (RuntimeException e) {
            warn(e);
            return Optional.empty();
        }
    }

    @Override
    public void set(boolean on) {
        try {
            if (on && PLAIN.matcher(launcher).matches()) {
                registry.set(KEY, NAME, '"' + launcher + '"');
            } else if (!on && registry.has(KEY, NAME)) {
                registry.delete(KEY, NAME);
            }
        } catch (RuntimeException e) {
            warn(e);
        }
    }

    private static void warn(RuntimeException e) {
        LoggerFactory.getLogger(RunKey.class).warn("starting at login cannot be set: {}", e.toString());
    }
}
