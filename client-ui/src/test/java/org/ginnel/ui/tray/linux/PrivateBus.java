// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/// A session bus of the test's own, that nothing of the real session is on and that starts nothing which is installed
/// here. Skips the test where there is no
/// dbus-daemon.
public record PrivateBus(Process daemon, String address) implements AutoCloseable {
    private static final String CONFIGURATION = """
            <busconfig>
              <type>session</type>
              <listen>unix:tmpdir=/tmp</listen>
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/>
                <allow eavesdrop="true"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """;

    public static PrivateBus start() throws IOException {
        var program = Stream.of("/usr/bin/dbus-daemon", "/bin/dbus-daemon", "/usr/local/bin/dbus-daemon")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
        assumeTrue(
                program.isPresent(),
                "dbus-daemon is not installed, so the real tray is not tested here: apt-get install dbus-daemon");
        var configuration = Files.writeString(Files.createTempFile("bus", ".conf"), CONFIGURATION);
        var daemon = new ProcessBuilder(List.of(
                        program.orElseThrow(),
                        "--config-file=" + configuration,
                        "--print-address",
                        "--nofork",
                        "--nopidfile"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var answers = new BufferedReader(new InputStreamReader(daemon.getInputStream(), StandardCharsets.UTF_8));
        var address = answers.readLine();
        Files.delete(configuration);
        return new PrivateBus(daemon, Objects.requireNonNull(address, "dbus-daemon ended without an address"));
    }

    public DBusConnection connect() throws DBusException {
        return DBusConnectionBuilder.forAddress(address).withShared(false).build();
    }

    @Override
    public void close() {
        daemon.destroy();
        try {
            if (!daemon.waitFor(5, TimeUnit.SECONDS)) {
                daemon.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            daemon.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
