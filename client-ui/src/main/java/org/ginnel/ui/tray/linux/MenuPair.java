// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.Position;

/// Two values as one answer. Its type parameters are what dbus-java reads the signature from.
///
/// dbus-java 5.2.0 lists the two twice in the introspection data. Panels know the interface and do not read it.
public final class MenuPair<A, B> extends Tuple {
    @Position(0)
    private final A first;

    @Position(1)
    private final B second;

    public MenuPair(A first, B second) {
        this.first = first;
        this.second = second;
    }

    public A first() {
        return first;
    }

    public B second() {
        return second;
    }
}
