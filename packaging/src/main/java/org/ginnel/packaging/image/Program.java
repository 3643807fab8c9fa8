// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.packaging.Version;

/// One of our programs as it is installed: what it is made of and how its JVM is started.
///
/// @param name of its launcher and its cache
/// @param module of the build that it comes from
/// @param main its main class
/// @param flags of the JVM besides the cache and the class path, where `@HOME@` stands for the image's place
/// @param exports variables that the launcher sets where they are not set, as `NAME=value`, with `@HOME@` as well
/// @param starter starts the JVM for the launcher, a file of the runtime; empty where the launcher does it itself
public record Program(
        String name, String module, String main, List<String> flags, List<String> exports, Optional<String> starter) {
    /// `ginnel-start`, in the runtime.
    static final String STARTER = "lib/ginnel-start";

    /// Where the image lies stands for this.
    static final String HOME = "@HOME@";

    /// One small heap, one compiler, no file in /tmp for other tools to look at; native code from the image alone.
    /// Reflection goes without classes made at run time, which no cache holds: what passes between daemon, window
    /// and command line are records, made by it, and each kind would take some milliseconds when it is first met.
    private static final List<String> COMMON = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xlog:disable",
            "-XX:+UnlockDiagnosticVMOptions",
            "-Djdk.reflect.useNativeAccessorOnly=true",
            "-Dginnel.version=" + Version.OURS,
            "-Dginnel.socket.library=" + HOME + "/runtime/lib/libginnelsocket.so");

    /// A JVM looks after its locks four times a second, which is four times a second too often for what rests: once
    /// a minute is enough.
    private static final String RESTING = "-XX:AsyncDeflationInterval=60000";

    private static final List<String> JNA =
            List.of("-Djna.boot.library.path=" + HOME + "/runtime/lib", "-Djna.nosys=true", "-Djna.nounpack=true");

    /// The command line. It ends after some 50 ms, so its cache is mapped where it was made for and not moved to a
    /// random address first, which takes 4 of them, and only what runs really often is compiled, which takes as
    /// much as it gives at this length. One arena is enough for `malloc`: each further one costs a thread its first
    /// pages.
    static final Program COMMAND_LINE = new Program(
            "ginnel",
            "client-cli",
            "org.ginnel.cli.Main",
            with(
                    COMMON,
                    "-Xmx64m",
                    "-XX:CompileThresholdScaling=10",
                    "-XX:ArchiveRelocationMode=0",
                    "--enable-native-access=ALL-UNNAMED"),
            List.of("MALLOC_ARENA_MAX=1"),
            Optional.of(STARTER));

    /// The daemon. What it keeps is some megabytes; a heap that starts large is filled before it is first
    /// cleaned, and so is a large part of it for what is new, which is never given back. What compiling took,
    /// 6 MB, goes back to the system; one arena of `malloc` has less to give back. The names and strings that a
    /// cache holds have tables of their own, so those for the few others can be small; and how often methods run,
    /// which a thread would read, no cache of ours holds.
    static final Program DAEMON = new Program(
            "ginneld",
            "client-native",
            "org.ginnel.daemon.Main",
            with(
                    with(COMMON, JNA),
                    "-Xms6m",
                    "-XX:NewSize=1m",
                    "-Xmx64m",
                    "-XX:TrimNativeHeapInterval=30000",
                    "-XX:+UnlockExperimentalVMOptions",
                    "-XX:SymbolTableSize=2048",
                    "-XX:StringTableSize=2048",
                    "-XX:-AOTReplayTraining",
                    RESTING,
                    "--enable-native-access=ALL-UNNAMED"),
            List.of("MALLOC_ARENA_MAX=1"),
            Optional.empty());

    /// The window. It draws in software, so GTK need not load the OpenGL driver: some 40 MB and 100 ms. What
    /// looking for fonts took, some 7 MB where there are many, goes back to the system. Once a minute is enough for
    /// AWT's look at its screen, too, where an old desktop has no other tray. The window is told what started it,
    /// so that it can be started at login.
    /// JavaFX is modules here: what lets its clock rest, and where it keeps what fonts there are, are
    /// opened to the window.
    static final Program WINDOW = new Program(
            "ginnel-ui",
            "client-ui",
            "org.ginnel.ui.Main",
            with(
                    with(COMMON, JNA),
                    "-Xms16m",
                    "-Xmx192m",
                    "-XX:TrimNativeHeapInterval=15000",
                    RESTING,
                    "-Dprism.order=sw",
                    "--add-exports=javafx.graphics/com.sun.glass.ui=ALL-UNNAMED",
                    "--add-exports=javafx.graphics/com.sun.javafx.tk=ALL-UNNAMED",
                    "--add-opens=javafx.graphics/com.sun.javafx.tk.quantum=ALL-UNNAMED",
                    "--add-opens=javafx.graphics/com.sun.javafx.font=ALL-UNNAMED",
                    "--enable-native-access=javafx.graphics,ALL-UNNAMED"),
            List.of("GDK_GL=disable", "_AWT_MAX_POLL_TIMEOUT=60000", "GINNEL_LAUNCHER=" + HOME + "/bin/ginnel-ui"),
            Optional.empty());

    /// Modules that the programs and their libraries use; `ImagePackageTest` starts each of them with it.
    public static final List<String> MODULES = List.of(
            "java.base",
            "java.desktop",
            "java.logging",
            "java.management",
            "java.naming",
            "java.xml",
            "javafx.controls",
            "jdk.net",
            "jdk.security.auth",
            "jdk.unsupported");

    /// All of them.
    public static final List<Program> ALL = List.of(COMMAND_LINE, DAEMON, WINDOW);

    public Program {
        flags = List.copyOf(flags);
        exports = List.copyOf(exports);
    }

    private static List<String> with(List<String> flags, String... more) {
        return with(flags, List.of(more));
    }

    private static List<String> with(List<String> flags, List<String> more) {
        return Stream.concat(flags.stream(), more.stream()).toList();
    }
}
