// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.jpackage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ginnel.packaging.PackagingException;
import org.ginnel.packaging.Version;
import org.ginnel.packaging.image.Program;

/// What jpackage is told. Pure; goldens in `golden/jpackage`.
///
/// @param work where [AppImage] has put everything
record AppOptions(Desktop desktop, Path work) {
    /// Stands for the folder with our jars, in jpackage's own words.
    private static final String APP = "$APPDIR";

    /// Of the image for Linux alone: its own library for the socket, and what was measured there, with its caches.
    private static final List<String> LINUX = List.of(
            "-Dginnel.socket.library=",
            "-Dprism.order=",
            "-XX:TrimNativeHeapInterval=",
            "-XX:ArchiveRelocationMode=",
            "-XX:NewSize=",
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:SymbolTableSize=",
            "-XX:StringTableSize=",
            "-XX:-AOTReplayTraining");

    /// The command that makes the image.
    List<String> command() {
        var main = program(AppImage.MAIN);
        var words = new ArrayList<>(List.of("jpackage", "--type", "app-image", "--name", AppImage.MAIN));
        words.addAll(List.of("--app-version", version(), "--vendor", "The Ginnel authors"));
        words.addAll(List.of("--input", in("input"), "--main-jar", jar(main), "--main-class", main.main()));
        words.addAll(List.of("--module-path", in("javafx"), "--add-modules", String.join(",", Program.MODULES)));
        words.addAll(List.of("--jlink-options", "--strip-java-debug-attributes --no-header-files --no-man-pages"));
        flags(main).forEach(flag -> words.addAll(List.of("--java-options", flag)));
        launchers().keySet().forEach(name -> words.addAll(List.of("--add-launcher", launcher(name))));
        words.addAll(List.of("--icon", in("ginnel." + desktop.iconSuffix()), "--dest", in("image")));
        if (desktop == Desktop.MACOS) {
            words.addAll(List.of("--resource-dir", in("resources"), "--mac-package-identifier", "org.ginnel.Ginnel"));
        }
        return List.copyOf(words);
    }

    /// The other programs: the text of each one's `.properties`, by name.
    SortedMap<String, String> launchers() {
        var texts = new TreeMap<String, String>();
        Program.ALL.stream()
                .filter(program -> !program.name().equals(AppImage.MAIN))
                .forEach(program -> texts.put(program.name(), properties(program)));
        return texts;
    }

    private String properties(Program program) {
        var text = "main-jar=" + jar(program) + "\nmain-class=" + program.main() + "\njava-options="
                + String.join(" ", flags(program)) + "\n";
        return desktop == Desktop.WINDOWS ? text + "win-console=true\n" : text;
    }

    private List<String> flags(Program program) {
        var ours = program.flags().stream()
                .filter(flag -> LINUX.stream().noneMatch(flag::startsWith))
                .map(flag -> flag.replace("@HOME@/runtime/lib", APP));
        var more = program.name().equals("ginneld") ? Stream.of("-Djna.library.path=" + APP) : Stream.<String>empty();
        return Stream.concat(ours, more).map(AppOptions::whole).toList();
    }

    private static String whole(String flag) {
        if (flag.contains("@HOME@") || flag.matches(".*\\s.*")) {
            throw new PackagingException("jpackage cannot be told " + flag);
        }
        return flag;
    }

    /// On macOS jpackage refuses versions that begin with 0; there the bundle says ours by its own `Info.plist`.
    private String version() {
        return switch (desktop) {
            case MACOS -> "1.0.0";
            case WINDOWS -> Version.OURS;
        };
    }

    private String launcher(String name) {
        return name + "=" + in(name + ".properties");
    }

    private static String jar(Program program) {
        return program.module() + "-" + Version.OURS + ".jar";
    }

    private String in(String name) {
        return work.resolve(name).toString();
    }

    static Program program(String name) {
        return Program.ALL.stream()
                .filter(program -> program.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new PackagingException("no program is called " + name));
    }
}
