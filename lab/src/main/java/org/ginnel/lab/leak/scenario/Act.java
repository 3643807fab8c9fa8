// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.scenario;

import java.io.IOException;

/// Something that happens in a scene.
@FunctionalInterface
public interface Act {
    /// Nothing.
    Act NONE = scene -> {};

    void play(Scene scene) throws IOException;
}
