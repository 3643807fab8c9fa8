// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ginnel.packaging.PackagingException;
import org.ginnel.packaging.Version;
import org.ginnel.packaging.image.Program;

/// Says of a package what it is made of.
///
/// @param root of the checkout
/// @param jars folder with those that are packed
/// @param release the file of that name of the Java that is packed
/// @param javas where that one's licence is in the package
/// @param added what is packed besides
/// @param time of the release
public record Supply(Path root, Path jars, Path release, String javas, List<Added> added, Instant time) {
    private static final String BILL = "sbom.cdx.json";

    public Supply {
        added = List.copyOf(added);
    }

    /// Of an image of ours.
    public static Supply of(Path root, Path image, Instant time) {
        return new Supply(
                root,
                image.resolve("lib"),
                image.resolve("runtime/release"),
                "runtime/legal/java.base/LICENSE",
                List.of(),
                time);
    }

    /// The files for the package's folder by their path in it: the bill, a list for people, and the licences'
    /// texts.
    public SortedMap<String, String> files() throws IOException {
        var bill = read();
        var licences = new Licences(
                root.resolve("packaging/src/main/licences"), Files.readString(root.resolve("LICENSE")), jars, added);
        var texts = licences.files(bill.components());
        var files = new TreeMap<String, String>();
        texts.forEach((name, text) -> files.put("licences/" + name, text));
        files.put("licences/index", Licences.index(bill.components(), texts, javas));
        files.put(BILL, bill.render(Version.OURS, time));
        return files;
    }

    /// The bill alone.
    public String bill() throws IOException {
        return read().render(Version.OURS, time);
    }

    private Bill read() throws IOException {
        var bills = new ArrayList<byte[]>();
        for (var program : Program.ALL) {
            var bill = root.resolve(program.module()).resolve("target/bom.json");
            if (!Files.exists(bill)) {
                throw new PackagingException(
                        bill + " is not there: `make package` and `bin/desktop-package` make it, online");
            }
            bills.add(Files.readAllBytes(bill));
        }
        try (var packed = Files.list(jars)) {
            var names = packed.map(jar -> jar.getFileName().toString()).collect(Collectors.toSet());
            return Bill.of(bills, names, JavaRelease.of(Files.readString(release)), added);
        }
    }
}
