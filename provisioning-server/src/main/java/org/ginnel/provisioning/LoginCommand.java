// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `login`: opens a session at a service elsewhere, for an hour. The code is read from standard input, never from
/// the command line; the session is kept in a file that only its owner reads.
@Command(
        name = "login",
        description =
                "Opens a session at a service elsewhere (--api), for an hour. Reads the code from standard input.",
        mixinStandardHelpOptions = true)
final class LoginCommand implements Callable<Integer> {
    private static final int LONGEST = 128;

    @Mixin
    private WhereOption where = new WhereOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final InputStream in;

    LoginCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        spec.commandLine().getErr().print("Code of your app, or a recovery code: ");
        spec.commandLine().getErr().flush();
        try (var remote = where.remote(Optional.empty())) {
            keep(remote.login(code()));
        }
        spec.commandLine().getErr().println("Logged in for an hour.");
        return 0;
    }

    private String code() throws IOException {
        var code = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n' && code.length() < LONGEST; next = in.read()) {
            code.append((char) next);
        }
        return code.toString().strip();
    }

    private void keep(String session) throws IOException {
        var file = where.sessionFile();
        Files.deleteIfExists(file);
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, mine)) {
            channel.write(ByteBuffer.wrap(session.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
