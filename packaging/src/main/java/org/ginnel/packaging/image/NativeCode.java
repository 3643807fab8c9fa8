// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ginnel.control.ControlCodec;
import org.ginnel.control.Request;
import org.ginnel.control.SocketPath;
import org.ginnel.packaging.Command;
import org.ginnel.packaging.Version;
import org.ginnel.relay.Target;

/// Our own native code, compiled by the C compiler of the machine for the machine: the Unix socket, and what starts
/// the command line's JVM.
record NativeCode(Layout layout) {
    /// Stands in a request for what the starter puts there.
    private static final String ID = "_._";

    void compile() throws IOException {
        var headers = Path.of(System.getProperty("java.home"), "include");
        compile(
                "client-api/src/main/c/ginnelsocket.c",
                "lib/libginnelsocket.so",
                List.of("-fPIC", "-shared", "-I" + headers, "-I" + headers.resolve("linux")));
        var frames = Files.createDirectories(layout.rehearsal());
        Files.writeString(frames.resolve("frames.h"), frames());
        compile("client-cli/src/main/c/ginnelstart.c", Program.STARTER, List.of("-fPIE", "-pie", "-I" + frames));
    }

    private void compile(String source, String target, List<String> options) throws IOException {
        var words = new ArrayList<>(List.of("cc", "-O2", "-Wall", "-Wextra", "-Werror", "-s"));
        words.add("-Wl,-z,relro,-z,now,--build-id=none");
        words.addAll(options);
        words.addAll(List.of("-o", layout.runtime().resolve(target).toString()));
        words.add(layout.root().resolve(source).toString());
        Command.run(words.toArray(String[]::new));
    }

    /// The starter's `frames.h`: what it says to the daemon, as our codec writes it.
    static String frames() throws IOException {
        var chosen = new String(frame(connect(new Target.Chosen(ID))), StandardCharsets.UTF_8);
        var id = chosen.indexOf(ID);
        return "#define INSTALLED_SOCKET \"" + SocketPath.INSTALLED + "\"\n"
                + array("HELLO", frame(new Request.Hello(ControlCodec.VERSION, "ginnel " + Version.OURS)))
                + array("CONNECT_FASTEST", frame(connect(new Target.Fastest())))
                + array("CHOSEN_BEFORE", chosen.substring(Integer.BYTES, id).getBytes(StandardCharsets.UTF_8))
                + array("CHOSEN_AFTER", chosen.substring(id + ID.length()).getBytes(StandardCharsets.UTF_8));
    }

    private static Request connect(Target target) {
        return new Request.Connect(target, true);
    }

    private static byte[] frame(Request request) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new ControlCodec().write(new DataOutputStream(bytes), request, ControlCodec.MAX_REQUEST_BYTES);
        return bytes.toByteArray();
    }

    private static String array(String name, byte[] bytes) {
        return IntStream.range(0, bytes.length)
                .mapToObj(at -> Integer.toString(bytes[at] & 0xff))
                .collect(Collectors.joining(",", "static const unsigned char " + name + "[] = {", "};\n"));
    }
}
