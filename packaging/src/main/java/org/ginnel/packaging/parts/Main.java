// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ginnel.packaging.PackagingException;

/// `bin/native-part`: fetches one part and prints where it lies.
public final class Main {
    private static final int USAGE = 2;

    /// Ends the process with 0 when the part is there.
    ///
    /// @param arguments the checkout, and the part's name
    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        if (arguments.length != 2) {
            return USAGE;
        }
        var root = Path.of(arguments[0]);
        try {
            var list = Files.readString(root.resolve("packaging/src/main").resolve(NativeParts.LIST));
            System.out.println(Fetch.of(root).get(NativeParts.read(list).named(arguments[1])));
            return 0;
        } catch (PackagingException e) {
            System.err.println("native-part: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            System.err.println("native-part: " + e);
            return 1;
        }
    }

    private Main() {}
}
