// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.ginnel.lab.LabException;

/// `bin/image`: one step of making the image. The rehearsal is a step of its own because it runs inside the lab's
/// namespaces.
public final class Main {
    private static final int USAGE = 2;

    /// Ends the process with 0 when the step was taken.
    ///
    /// @param arguments `lay-out`, `rehearse` or `caches`; the checkout; the image; the time that files bear
    public static void main(String... arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        if (arguments.size() != 4) {
            return USAGE;
        }
        var layout = new Layout(Path.of(arguments.get(1)), Path.of(arguments.get(2)));
        var image = new Image(layout, Instant.parse(arguments.get(3)));
        try {
            switch (arguments.getFirst()) {
                case "lay-out" -> image.layOut();
                case "rehearse" -> new Rehearsal(layout).play();
                case "caches" -> image.makeCaches();
                default -> {
                    return USAGE;
                }
            }
            return 0;
        } catch (LabException e) {
            System.err.println("image: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            System.err.println("image: " + e);
            return 1;
        }
    }

    private Main() {}
}
