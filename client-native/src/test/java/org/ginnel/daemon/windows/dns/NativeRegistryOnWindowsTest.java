// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ginnel.daemon.windows.WindowsCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The registry itself.
class NativeRegistryOnWindowsTest {
    private static final String KEY = "SOFTWARE\\GinnelTest\\Within";

    private final NativeRegistry registry = new NativeRegistry();

    @AfterEach
    void forget() {
        assertThat(registry.deleteKey("SOFTWARE\\GinnelTest")).isIn(WindowsCalls.SUCCESS, 2);
    }

    @Test
    void values_areReadAsTheyWereSet() {
        for (var value : List.of(
                new Registry.Value.Dword(7),
                new Registry.Value.Text("10.7.0.1;fd00::1"),
                new Registry.Value.Texts(List.of(".", "ginnel")))) {
            assertThat(registry.set(KEY, "value", value)).isEqualTo(WindowsCalls.SUCCESS);
            assertThat(registry.get(KEY, "value")).contains(value);
        }
    }

    @Test
    void whatWasDeleted_isNotThere() {
        assertThat(registry.get(KEY, "value")).isEmpty();
        assertThat(registry.set(KEY, "value", new Registry.Value.Dword(1))).isEqualTo(WindowsCalls.SUCCESS);
        assertThat(registry.deleteValue(KEY, "value")).isEqualTo(WindowsCalls.SUCCESS);
        assertThat(registry.get(KEY, "value")).isEmpty();
        assertThat(registry.deleteKey(KEY)).isEqualTo(WindowsCalls.SUCCESS);
        assertThat(registry.deleteKey(KEY)).isEqualTo(2);
    }

    @Test
    void flushNames_returns() {
        registry.flushNames();
        assertThat(registry.get(KEY, "value")).isEmpty();
    }
}
