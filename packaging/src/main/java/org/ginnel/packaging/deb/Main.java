// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.deb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.ginnel.lab.LabException;

/// `bin/package`: makes the Debian package of the image.
public final class Main {
    private static final int USAGE = 2;

    /// Ends the process with 0 when it is made; says where it is.
    ///
    /// @param arguments the checkout, the image, an empty folder, the time that files bear
    public static void main(String... arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        if (arguments.size() != 4) {
            return USAGE;
        }
        try {
            var work = Files.createDirectories(Path.of(arguments.get(2)));
            var made = new DebianPackage(
                            Path.of(arguments.get(0)), Path.of(arguments.get(1)), work, Instant.parse(arguments.get(3)))
                    .make();
            System.out.println(made);
            return 0;
        } catch (LabException e) {
            System.err.println("package: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            System.err.println("package: " + e);
            return 1;
        }
    }

    private Main() {}
}
