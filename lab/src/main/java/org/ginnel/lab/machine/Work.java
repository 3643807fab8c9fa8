// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.machine;

import java.io.IOException;

/// Something to do inside a machine.
@FunctionalInterface
public interface Work<T> {
    T run() throws IOException;
}
