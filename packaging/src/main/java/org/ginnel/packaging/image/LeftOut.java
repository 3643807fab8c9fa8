// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What the image's JDK is made without, because none of our programs reaches it: an eighth of its modules. A module
/// has
/// to keep all of its packages, so the smallest class of each stays.
final class LeftOut {
    /// Packages, with those below them, by module: transforming XML, and descriptions of HTML in it; the looks
    /// of Swing that nobody chooses (an old desktop's tray takes the system's own, which may be GTK's); sound;
    /// printing.
    static final Map<String, List<String>> PACKAGES = Map.of(
            "java.xml",
            List.of(
                    "com/sun/org/apache/bcel",
                    "com/sun/org/apache/xalan/internal/xsltc",
                    "com/sun/org/apache/xml/internal/serializer/dom3",
                    "jdk/xml/internal/jdkcatalog/java",
                    "jdk/xml/internal/jdkcatalog/w3c"),
            "java.desktop",
            List.of(
                    "com/sun/java/swing/plaf/motif",
                    "com/sun/media/sound",
                    "javax/print",
                    "javax/sound",
                    "javax/swing/plaf/metal/sounds",
                    "javax/swing/plaf/nimbus",
                    "javax/swing/text/rtf",
                    "sun/print"));

    /// Modules with messages in languages, which are for developers.
    private static final List<String> SPOKEN = List.of("java.base", "java.desktop", "java.logging", "java.xml");

    private static final Pattern TRANSLATED =
            Pattern.compile(".+_(de|es|fr|it|ja|ko|pt_BR|sv|zh_CN|zh_HK|zh_TW)\\.(properties|class)");

    /// Of JavaFX, whose jars are no modules of this JDK: the look of before 2013, and what a toolkit of Eclipse's
    /// needs. A profile of colours for a camera's pictures.
    private static final List<String> FILES = List.of(
            "/javafx.controls/com/sun/javafx/scene/control/skin/caspian/*.?ss",
            "/javafx.graphics/javafx-swt.jar",
            "/java.desktop/sun/java2d/cmm/profiles/PYCC.pf");

    /// Of the JDK's folder `lib`, as jlink's `--exclude-files` wants them: a picture at the start, sound, printing,
    /// a list for caches of another kind than ours, what other JVMs look into this one with, and sorting for the
    /// compiler that our launchers switch off.
    static final String IN_LIB =
            "**libsplashscreen.so,**libjsound.so,**psfont*,**/classlist,**/jrt-fs.jar,**libsimdsort.so";

    private LeftOut() {}

    /// The resources of the JDK that runs this, as jlink's `--exclude-resources` wants them, in order.
    static List<String> resources() throws IOException {
        var names = new ArrayList<>(FILES);
        for (var module : new TreeMap<>(PACKAGES).entrySet()) {
            for (var folder : module.getValue()) {
                names.addAll(butTheSmallest(module.getKey(), folder));
            }
        }
        for (var module : SPOKEN) {
            names.addAll(translated(module, names));
        }
        return names;
    }

    private static List<String> butTheSmallest(String module, String folder) throws IOException {
        var names = new ArrayList<String>();
        try (var folders = Files.walk(module(module).resolve(folder))) {
            for (var each : folders.filter(Files::isDirectory).sorted().toList()) {
                try (var files = Files.list(each)) {
                    files.filter(Files::isRegularFile)
                            .sorted(Comparator.comparing(
                                            (Path file) -> !file.toString().endsWith(".class"))
                                    .thenComparingLong(LeftOut::size)
                                    .thenComparing(Path::toString))
                            .skip(1)
                            .map(LeftOut::name)
                            .sorted()
                            .forEach(names::add);
                }
            }
        }
        return names;
    }

    private static List<String> translated(String module, List<String> known) throws IOException {
        try (var files = Files.walk(module(module))) {
            return files.filter(file -> TRANSLATED.matcher(file.toString()).matches())
                    .map(LeftOut::name)
                    .filter(name -> !known.contains(name))
                    .sorted()
                    .toList();
        }
    }

    private static Path module(String module) {
        return FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules", module);
    }

    private static String name(Path file) {
        return file.toString().substring("/modules".length());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
