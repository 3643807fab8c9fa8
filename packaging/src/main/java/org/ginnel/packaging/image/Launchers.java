// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/// The launchers of an image, for wherever it will lie.
///
/// @param root of the checkout
/// @param image that was made of it
public record Launchers(Path root, Path image) {
    /// Their texts, by name.
    ///
    /// @param home where the image will lie
    public SortedMap<String, String> running(Path home) throws IOException {
        var layout = new Layout(root, image);
        var texts = new TreeMap<String, String>();
        for (var program : Program.ALL) {
            texts.put(program.name(), layout.launcher(program).running(home));
        }
        return texts;
    }
}
