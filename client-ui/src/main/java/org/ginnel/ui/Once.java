// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.util.Optional;
import java.util.function.Supplier;

/// Asks another supplier when it is first asked, and never again. One thread.
final class Once<T> implements Supplier<T> {
    private final Supplier<T> source;
    private Optional<T> known = Optional.empty();

    Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        var value = known.orElseGet(source);
        known = Optional.of(value);
        return value;
    }
}
