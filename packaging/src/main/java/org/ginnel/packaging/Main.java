// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.ginnel.packaging.deb.DebianPackage;
import org.ginnel.packaging.image.Image;
import org.ginnel.packaging.macos.MacPackage;
import org.ginnel.packaging.rpm.RpmPackage;
import org.ginnel.packaging.supply.Supply;
import org.ginnel.packaging.tarball.Tarball;
import org.ginnel.packaging.tree.Sources;
import org.ginnel.packaging.windows.WindowsPackage;

/// `bin/image` and `bin/package`: one step of what they do. The rehearsal is a step of its own because it runs inside
/// the lab's namespaces.
public final class Main {
    private static final int USAGE = 2;

    /// Ends the process with 0 when the step was taken.
    ///
    /// @param arguments the step, the checkout, the image, the time that files bear; where a package is made, also
    ///     the folder that it is put into
    public static void main(String... arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            return switch (arguments.size()) {
                case 4 -> makeImage(arguments);
                case 5 -> makePackage(arguments);
                default -> USAGE;
            };
        } catch (PackagingException e) {
            System.err.println(arguments.getFirst() + ": " + e.getMessage());
            return 1;
        } catch (IOException e) {
            System.err.println(arguments.getFirst() + ": " + e);
            return 1;
        }
    }

    private static int makeImage(List<String> arguments) throws IOException {
        var sources = sources(arguments);
        var image = Image.of(sources.root(), sources.image(), sources.time());
        switch (arguments.getFirst()) {
            case "lay-out" -> image.layOut();
            case "rehearse" -> image.rehearse();
            case "caches" -> image.makeCaches();
            default -> {
                return USAGE;
            }
        }
        return 0;
    }

    private static int makePackage(List<String> arguments) throws IOException {
        var sources = sources(arguments);
        var out = Path.of(arguments.get(4));
        var work = Files.createDirectories(out.resolve("work-" + arguments.getFirst()));
        switch (arguments.getFirst()) {
            case "deb" -> System.out.println(new DebianPackage(sources, work).make(out));
            case "rpm" -> System.out.println(new RpmPackage(sources, work).make(out));
            case "bill" -> System.out.println(bill(sources, out));
            case "macos" ->
                System.out.println(MacPackage.ofThisMachine(sources, work).make(out));
            case "windows" ->
                System.out.println(WindowsPackage.ofThisMachine(sources, work).make(out));
            case "tarball" -> System.out.println(new Tarball(sources, work).make(out));
            default -> {
                return USAGE;
            }
        }
        return 0;
    }

    private static Path bill(Sources sources, Path out) throws IOException {
        var supply = Supply.of(sources.root(), sources.image(), sources.time());
        return Files.writeString(out.resolve("ginnel-" + Version.OURS + ".cdx.json"), supply.bill());
    }

    private static Sources sources(List<String> arguments) {
        return new Sources(Path.of(arguments.get(1)), Path.of(arguments.get(2)), Instant.parse(arguments.get(3)));
    }

    private Main() {}
}
