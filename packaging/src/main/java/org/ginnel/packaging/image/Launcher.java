// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The text of a program's launcher: a shell script, since the JDK's own launchers take longer to start than a
/// shell.
///
/// Variables that would put other options into the JVM are taken away: its cache is only good for exactly these.
///
/// @param classPath names of jars in the image's `lib`, in order
public record Launcher(Program program, List<String> classPath) {
    /// JDK 25 keeps machine code beside the classes, made for the processor that it runs on, and asks at no start
    /// whether the processor is another: a cache made where there is AVX ends every program with SIGILL where there
    /// is none (seen with JDK 25.0.3 on a Nehalem, `bin/boot-test`). And it keeps how often methods run, for a
    /// compiler that our programs leave out. So the cache has classes only.
    private static final List<String> CLASSES_ONLY = List.of(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTAdapterCaching",
            "-XX:-AOTStubCaching",
            "-XX:-AOTRecordTraining",
            "-XX:-AOTReplayTraining");

    public Launcher {
        classPath = List.copyOf(classPath);
    }

    /// What users start.
    public String running(Path home) {
        return text(List.of("-XX:AOTCache=" + cache(home)), home);
    }

    /// The same program, which writes down what it loads and does, for [#assembly(Path, Path)].
    ///
    /// @param lines what the command line does besides; the other programs do not look
    String recording(Path home, Path record, String lines) {
        var recording = List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + record, "-Dginnel.training=" + lines);
        return text(recording, home);
    }

    /// The command that makes the cache of what was written down, good for every processor.
    List<String> assembly(Path home, Path record) {
        var options = new ArrayList<>(CLASSES_ONLY);
        options.addAll(List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + record, "-XX:AOTCache=" + cache(home)));
        return command(options, home);
    }

    /// The command of [#running(Path)], which refuses to run without its cache, with more options.
    List<String> insisting(Path home, String... options) {
        var cache = new ArrayList<>(List.of("-XX:AOTCache=" + cache(home), "-XX:AOTMode=on"));
        cache.addAll(List.of(options));
        return command(cache, home);
    }

    /// Where the cache lies.
    Path cache(Path home) {
        return home.resolve("cache").resolve(program.name() + ".aot");
    }

    private List<String> command(List<String> cache, Path home) {
        var words = new ArrayList<String>();
        words.add(home.resolve("runtime/bin/java").toString());
        program.flags().forEach(flag -> words.add(flag.replace(Program.HOME, home.toString())));
        words.addAll(cache);
        words.add("-cp");
        words.add(String.join(
                ":",
                classPath.stream()
                        .map(jar -> home.resolve("lib").resolve(jar).toString())
                        .toList()));
        words.add(program.main());
        return words;
    }

    private String text(List<String> cache, Path home) {
        var text = new StringBuilder("""
                #!/bin/sh
                # SPDX-License-Identifier: Apache-2.0
                unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
                """);
        for (var export : program.exports()) {
            var name = export.substring(0, export.indexOf('='));
            text.append("export ").append(name).append("=\"${").append(name).append(":-");
            var value = export.substring(name.length() + 1).replace(Program.HOME, home.toString());
            text.append(value.replaceAll("[\\\\\"$`}]", "\\\\$0")).append("}\"\n");
        }
        text.append("exec");
        var command = command(cache, home);
        program.starter().ifPresent(starter -> {
            text.append(' ')
                    .append(quoted(home.resolve("runtime").resolve(starter).toString()));
            text.append(' ').append(command.size());
        });
        command.forEach(word -> text.append(' ').append(quoted(word)));
        return text.append(" \"$@\"\n").toString();
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
