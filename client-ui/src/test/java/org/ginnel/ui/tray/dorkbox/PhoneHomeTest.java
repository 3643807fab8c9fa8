// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.dorkbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ginnel.ui.tray.TrayAction;
import org.ginnel.ui.tray.TrayOpener;
import org.junit.jupiter.api.Test;

/// dorkbox's libraries report to their makers unless told not to before they are first used.
class PhoneHomeTest {
    @Test
    void dorkbox_reportsToItsMakersByDefault() throws Exception {
        try (var fresh = new FreshClasses()) {
            assertThat(fresh.updatesEnabled())
                    .as("when this is false by default, PhoneHome may go")
                    .isTrue();
        }
    }

    @Test
    void open_forbidsReportsBeforeAnyClassOfTheTrayIsLoaded() throws Exception {
        try (var fresh = new FreshClasses()) {
            var open = fresh.loadClass("org.ginnel.ui.tray.dorkbox.DorkboxTray")
                    .getDeclaredMethod("open", boolean.class, Consumer.class);
            open.setAccessible(true);
            open.invoke(null, false, (Consumer<TrayAction>) _ -> {});

            assertThat(fresh.enabledWhenLoaded)
                    .containsKey("dorkbox.systemTray.SystemTray")
                    .containsKey("org.ginnel.ui.tray.dorkbox.SystemTrayAdapter")
                    .allSatisfy((name, enabled) -> assertThat(enabled).as(name).isFalse());
            assertThat(fresh.updatesEnabled()).isFalse();
        }
    }

    @Test
    void opener_withoutADisplay_loadsNothingOfDorkbox() throws Exception {
        try (var fresh = new FreshClasses()) {
            var opener = fresh.loadClass(SystemTrayOpener.class.getName())
                    .getMethod("ofTheSystem")
                    .invoke(null);
            var result =
                    TrayOpener.class.getMethod("open", Consumer.class).invoke(opener, (Consumer<TrayAction>) _ -> {});

            assertThat(result).isInstanceOf(TrayOpener.Result.Unavailable.class);
            assertThat(fresh.enabledWhenLoaded).doesNotContainKey("dorkbox.systemTray.SystemTray");
        }
    }

    /// Loads dorkbox and our adapter anew, and notes for each class whether reports were allowed at that moment.
    private static final class FreshClasses extends URLClassLoader {
        private final Map<String, Boolean> enabledWhenLoaded = new LinkedHashMap<>();

        FreshClasses() {
            super(classpath(), PhoneHomeTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!isFresh(name) || findLoadedClass(name) != null) {
                    return super.loadClass(name, resolve);
                }
                if (isWatched(name)) {
                    enabledWhenLoaded.put(name, updatesEnabled());
                }
                return findClass(name);
            }
        }

        private static boolean isFresh(String name) {
            return name.startsWith("dorkbox.") || name.startsWith("org.ginnel.ui.tray.dorkbox.");
        }

        private static boolean isWatched(String name) {
            return name.startsWith("dorkbox.systemTray.") || name.endsWith(".SystemTrayAdapter");
        }

        boolean updatesEnabled() {
            try {
                var updates = loadClass("dorkbox.updates.Updates");
                var instance = updates.getField("INSTANCE").get(null);
                return (boolean) updates.getMethod("getENABLE").invoke(instance);
            } catch (ReflectiveOperationException failure) {
                throw new LinkageError("dorkbox's Updates is not what it was", failure);
            }
        }

        private static URL[] classpath() {
            return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(FreshClasses::url)
                    .toArray(URL[]::new);
        }

        private static URL url(String path) {
            try {
                return Path.of(path).toUri().toURL();
            } catch (MalformedURLException failure) {
                throw new AssertionError(failure);
            }
        }
    }
}
